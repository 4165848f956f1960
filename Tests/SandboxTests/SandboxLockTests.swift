import Foundation
import Glibc
import Sandbox
import TestSupport
import Testing

@Suite(.inTurns, .timeLimit(.minutes(15))) struct SandboxLockTests {
    @Test func oneHoldsItAtATime() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/lock"
        var lock = try SandboxLock(path: path)
        #expect(lock != nil)
        #expect(try SandboxLock(path: path) == nil)
        lock = nil
        #expect(try SandboxLock(path: path) != nil)
    }

    @Test func aFileThatIsNoneIsRefused() throws {
        let directory = try TemporaryDirectory()
        #expect(throws: SystemCallError.self) { try SandboxLock(path: directory.path) }
    }

    @Test func theCommandDoesNotGetIt() async throws {
        for isolation in await Isolation.all() {
            let test = try TestSandbox(isolation)
            let lock = try #require(try SandboxLock(path: test.surroundings.path + "/lock"))
            let command = ["sh", "-c", "ls -l /proc/self/fd"]
            let result = try await Sandbox(isolation, holding: lock).run(command, in: test.profile)
            #expect(result.ending.isSuccess)
            #expect(!result.text.contains("lock"))
        }
    }

    /// The supervisors of the commands are stopped here, like a slow disk might stop them.
    @Test func itOutlivesAServerThatIsKilled() async throws {
        let surroundings = try TemporaryDirectory()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = surroundings.path as String] in
            // Its number is then one that a command's own files have.
            close(STDIN_FILENO)
            let lock = try SandboxLock(path: path + "/lock")
            try await Isolation.startInAll("touch started; sleep 1000", under: path, holding: lock)
            let supervisors = HostProcess.children(of: getpid())
            for process in supervisors { kill(process, SIGSTOP) }
            try supervisors.map(String.init).joined(separator: " ")
                .write(toFile: path + "/supervisors", atomically: true, encoding: .utf8)
            kill(getpid(), SIGKILL)
        }
        let list = try String(contentsOfFile: surroundings.path + "/supervisors", encoding: .utf8)
        let supervisors = list.split(separator: " ").compactMap { pid_t($0) }
        #expect(supervisors.count == (await Isolation.all()).count)
        #expect(try SandboxLock(path: surroundings.path + "/lock") == nil)
        for process in supervisors { kill(process, SIGCONT) }
        try await eventually { try SandboxLock(path: surroundings.path + "/lock") != nil }
    }
}
