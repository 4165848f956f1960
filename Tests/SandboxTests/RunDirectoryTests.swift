import Foundation
import Sandbox
import TestSupport
import Testing

@Suite(.inTurns) struct RunDirectoryTests {
    @Test func whateverAnAgentLeftIsRemoved() async throws {
        let surroundings = try TemporaryDirectory()
        let directory = RunDirectory(path: surroundings.path + "/run")
        try directory.create()
        let kept = surroundings.path + "/kept"
        try Data().write(to: URL(fileURLWithPath: kept))
        let profile = SandboxProfile(
            workspace: directory.workspace, home: directory.home, limits: SandboxLimits(diskBytes: .max))
        let script = """
            perl -e 'for (1..30) { mkdir "d" x 200; chdir "d" x 200 }'
            mkdir closed; touch closed/file; chmod 000 closed; ln -s \(surroundings.path) link
            """
        #expect(try await Sandbox(.none).run(["sh", "-c", script], in: profile).ending.isSuccess)
        try await directory.remove()
        #expect(try FileManager.default.contentsOfDirectory(atPath: surroundings.path) == ["kept"])
        // Nothing to do any more.
        try await directory.remove()
    }

    @Test func diskUsageDoesNotFollowLinks() throws {
        let surroundings = try TemporaryDirectory()
        let inside = surroundings.path + "/inside"
        try FileManager.default.createDirectory(atPath: inside, withIntermediateDirectories: true)
        try Data(repeating: 1, count: 1 << 20).write(to: URL(fileURLWithPath: surroundings.path + "/outside"))
        try FileManager.default.createSymbolicLink(atPath: inside + "/link", withDestinationPath: "../outside")
        let usage = DiskUsage(of: [inside])
        #expect(usage.files == 2)
        #expect(usage.bytes < 1 << 20)
        #expect(!usage.isHidden)
    }
}
