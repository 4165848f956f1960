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

    /// Starts a script in each of them, in a directory of its own, and returns once all have made the file `started` there.
    static func startInAll(
        _ script: String, _ arguments: String..., under path: String, holding lock: SandboxLock? = nil
    ) async throws {
        for (index, isolation) in await all().enumerated() {
            let directory = "\(path)/\(index)"
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            let profile = SandboxProfile(workspace: directory, home: directory)
            let command = ["sh", "-c", script, "sh"] + arguments
            Task { try await Sandbox(isolation, holding: lock).run(command, in: profile) }
            try await eventually { FileManager.default.fileExists(atPath: directory + "/started") }
        }
    }
}

extension Trait where Self == ConditionTrait {
    static var bubblewrap: Self {
        .enabled("bubblewrap can't work on this machine") { await Isolation.available() != nil }
    }
}
