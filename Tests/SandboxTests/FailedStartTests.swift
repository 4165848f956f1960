import Foundation
import TestSupport
import Testing

@testable import Sandbox

@Suite(.inTurns) struct FailedStartTests {
    /// The open file descriptors of this process.
    private static func children() -> Set<Substring> {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        let lists = threads.compactMap { FileManager.default.contents(atPath: "/proc/self/task/\($0)/children") }
        return Set(lists.flatMap { String(decoding: $0, as: UTF8.self).split(separator: " ") })
    }

    private static func descriptorCount() -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
    }

    @Test func aStartThatFailsHalfwayLeavesNothing() async throws {
        let directory = try TemporaryDirectory()
        let before = Self.children()
        let input = try Descriptor.pipe()
        var launch = Launch(
            path: "/bin/sh", arguments: ["-c", "touch started; sleep 1000"], environment: ["PATH": "/usr/bin:/bin"],
            directory: directory.path, descriptors: [input.reading, input.writing, input.writing, input.writing],
            limits: SandboxLimits(), user: nil, isReported: false, held: [])
        launch.handle = { _ throws(SystemCallError) in throw SystemCallError("pidfd_open", code: EMFILE) }
        let failing = launch
        await #expect(throws: SandboxError.self) { _ = try await failing.start() }
        try await eventually { Self.children().subtracting(before).isEmpty }
    }

    @Test func aProgramThatCannotBeRunLeavesNothing() async throws {
        let directory = try TemporaryDirectory()
        let (children, descriptors) = (Self.children(), Self.descriptorCount())
        let profile = SandboxProfile(workspace: directory.path + "/missing", home: directory.path)
        for isolation in await Isolation.all() {
            for _ in 0..<5 { _ = try? await Sandbox(isolation).run(["true"], in: profile) }
        }
        try await eventually { Self.children().subtracting(children).isEmpty }
        try await eventually { Self.descriptorCount() <= descriptors + 2 }
    }
}
