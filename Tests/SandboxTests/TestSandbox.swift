import Foundation
import Sandbox
import TestSupport
import Testing

/// A workspace and a home of a test's own, and the directory around them, which commands must not reach.
struct TestSandbox {
    let surroundings: TemporaryDirectory
    let sandbox: Sandbox
    var profile: SandboxProfile

    init(_ isolation: Isolation) throws {
        surroundings = try TemporaryDirectory()
        sandbox = Sandbox(isolation)
        profile = SandboxProfile(workspace: surroundings.path + "/workspace", home: surroundings.path + "/home")
        for directory in [profile.workspace, profile.home] {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        }
    }

    /// - Parameter arguments: `$1` and so on of the script.
    func run(_ script: String, _ arguments: String...) async throws -> CommandResult {
        try await sandbox.run(["sh", "-c", script, "sh"] + arguments, in: profile)
    }

    func contents(of name: String) -> String? {
        FileManager.default.contents(atPath: "\(surroundings.path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Isolation {
    /// The one in use on this machine; `nil` where bubblewrap can't work.
    static func available() async -> Isolation? {
        try? await findingBubblewrap(in: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin")
    }

    static func all() async -> [Isolation] {
        await [available(), Isolation.none].compactMap(\.self)
    }
}

extension Trait where Self == ConditionTrait {
    static var bubblewrap: Self {
        .enabled("bubblewrap can't work on this machine") { await Isolation.available() != nil }
    }
}
