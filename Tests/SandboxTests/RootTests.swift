import Foundation
import Glibc
import Sandbox
import TestSupport
import Testing

/// Differences when the server runs as root.
@Suite(.inTurns, .bubblewrap, .enabled("this isn't root") { geteuid() == 0 }) struct RootTests {
    private func test() async throws -> TestSandbox {
        try TestSandbox(try #require(await Isolation.available()))
    }

    @Test func noProcessOfACommandIsRoots() async throws {
        let test = try await test()
        let mark = "\(100_000 + Int.random(in: 0..<900_000))"
        let script = "touch started; sleep $1 & sleep $1"
        let command = ["sh", "-c", script, "sh", mark]
        let users = try await test.sandbox.withProcess(command, in: test.profile) { _ in
            try await eventually { test.contents(of: "workspace/started") != nil }
            return HostProcess.all(with: mark).flatMap(\.users)
        }.value
        #expect(users.count > 4)
        #expect(Set(users) == ["65530"])
    }

    @Test func whatACommandMakesBelongsToTheOwnerOfItsDirectory() async throws {
        let test = try await test()
        chown(test.profile.home, 12_345, 12_346)
        let script = "echo x > file; mkdir -p ~/a/b; echo x > ~/a/b/file; ls -ln ~/a/b file | grep -c ' 1000 1000 '"
        #expect(try await test.run(script).text == "2\n")
        #expect(Self.owner(of: test.profile.workspace + "/file") == [0, 0])
        #expect(Self.owner(of: test.profile.home + "/a/b/file") == [12_345, 12_346])
    }

    @Test func whatBelongsToOthersInTheWorkspaceStaysTheirs() async throws {
        let test = try await test()
        let file = test.profile.workspace + "/file"
        try Data("private".utf8).write(to: URL(fileURLWithPath: file))
        chmod(file, 0o600)
        chown(file, 12_345, 12_345)
        #expect(try await test.run("cat file; echo x > file; chmod 666 file").text == "")
        #expect(test.contents(of: "workspace/file") == "private")
    }

    @Test func aFileSystemThatCannotBeShownIsNamedAsTheReason() async throws {
        let isolation = try #require(await Isolation.available())
        guard case .bubblewrap(let path) = isolation else { return }
        let error = await #expect(throws: SandboxError.self) {
            let profile = SandboxProfile(workspace: "/proc/self", home: "/proc/self")
            _ = try await Sandbox(isolation).run(["true"], in: profile)
        }
        #expect(error == .notStarted(reason: "\(path): mount_setattr: Invalid argument"))
    }

    private static func owner(of path: String) -> [UInt32] {
        var status = stat()
        guard lstat(path, &status) == 0 else { return [] }
        return [status.st_uid, status.st_gid]
    }
}
