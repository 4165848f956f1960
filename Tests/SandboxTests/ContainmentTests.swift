import Foundation
import Glibc
import Sandbox
import TestSupport
import Testing

/// Guarantees that hold with isolation and without.
@Suite(.inTurns) struct ContainmentTests {
    @Test func aCommandReadsAndPrints() async throws {
        for isolation in await Isolation.all() {
            let test = try TestSandbox(isolation)
            let (output, ending) = try await test.sandbox.withProcess(["cat"], in: test.profile) { process in
                try await process.write(Array("hello".utf8))
                process.finishInput()
                let output = await process.output()
                _ = await process.ending()
                return output
            }
            #expect(output == Array("hello".utf8))
            #expect(ending.isSuccess)
        }
    }

    @Test func theExitCodeSignalAndErrorsAreTold() async throws {
        for isolation in await Isolation.all() {
            let test = try TestSandbox(isolation)
            let failed = try await test.run("echo sorry >&2; exit 3").ending
            #expect(failed.status == .exited(3))
            #expect(failed.errorText == "sorry\n")
            #expect(try await test.run("kill -TERM $$").ending.status == .signalled(15))
        }
    }

    @Test func theEnvironmentIsExactlyAsGiven() async throws {
        setenv("LODESTONE_TEST_TOKEN", "the-server's", 1)
        for isolation in await Isolation.all() {
            var test = try TestSandbox(isolation)
            test.profile.environment = ["GREETING": "a b\nc", "PATH": "/usr/bin:/bin"]
            let home = isolation.paths(of: test.profile).home
            let variables = try await test.sandbox.run(["env", "-0"], in: test.profile).text.split(separator: "\0")
            #expect(
                variables.filter { !$0.hasPrefix("PWD=") }.sorted()
                    == ["GREETING=a b\nc", "HOME=\(home)", "LANG=C.UTF-8", "PATH=/usr/bin:/bin"])
        }
    }

    @Test func noDescriptorIsInherited() async throws {
        let leaking = open("/dev/null", O_RDONLY)
        defer { close(leaking) }
        for isolation in await Isolation.all() {
            let result = try await TestSandbox(isolation).run("ls /proc/$$/fd")
            #expect(result.text.split(separator: "\n") == ["0", "1", "2"])
        }
    }

    @Test func whatItPrintsToCanBeOpenedByName() async throws {
        for isolation in await Isolation.all() {
            let result = try await TestSandbox(isolation).run("echo out > /dev/stdout; echo error > /dev/stderr")
            #expect(result.text == "out\n")
            #expect(result.ending.errorText == "error\n")
        }
    }

    @Test func itWorksInItsWorkspaceAndHome() async throws {
        for isolation in await Isolation.all() {
            let test = try TestSandbox(isolation)
            #expect(try await test.run("echo work > file && echo home > ~/file").ending.isSuccess)
            #expect(test.contents(of: "workspace/file") == "work\n")
            #expect(test.contents(of: "home/file") == "home\n")
        }
    }

    @Test func itReadsAndChangesFurtherPathsWhereverTheyAre() async throws {
        for isolation in await Isolation.all() {
            var test = try TestSandbox(isolation)
            let hidden = test.surroundings.path + "/hidden"
            for name in ["read", "write"] {
                try FileManager.default.createDirectory(
                    atPath: "\(hidden)/\(name)", withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
                try Data("private".utf8).write(to: URL(fileURLWithPath: "\(hidden)/\(name)/file"))
                chmod("\(hidden)/\(name)/file", 0o600)
            }
            test.profile.readOnlyPaths = [hidden + "/read"]
            test.profile.writablePaths = [hidden + "/write"]
            let result = try await test.run("cat $1/read/file $1/write/file; echo changed > $1/write/file", hidden)
            #expect(result.text == "privateprivate")
            #expect(test.contents(of: "hidden/write/file") == "changed\n")
            if isolation != .none {
                #expect(try await !test.run("echo changed > $1/read/file", hidden).ending.isSuccess)
            }
        }
    }

    @Test func aProgramThatIsNotThereIsAnError() async throws {
        for isolation in await Isolation.all() {
            let test = try TestSandbox(isolation)
            let result = try? await test.sandbox.run(["no-such-program"], in: test.profile)
            #expect(result?.ending.isSuccess != true)
        }
    }

    @Test func aCancelledTaskEndsItsCommand() async throws {
        for isolation in await Isolation.all() {
            let test = try TestSandbox(isolation)
            let task = Task { try await test.run("touch started; sleep 1000") }
            try await eventually { test.contents(of: "workspace/started") != nil }
            task.cancel()
            #expect(try await task.value.ending.isSuccess == false)
        }
    }

    @Test func aCommandWaitsWhileNobodyReads() async throws {
        for isolation in await Isolation.all() {
            let test = try TestSandbox(isolation)
            let script = "head -c 10000000 /dev/zero; touch done"
            let ending = try await test.sandbox.withProcess(["sh", "-c", script], in: test.profile) { process in
                var count = 0
                while case let piece = await process.output(), !piece.isEmpty {
                    count += piece.count
                    // What is unread is more than pipes and readers hold: the command can't be done.
                    if count < 9_000_000, test.contents(of: "workspace/done") != nil { break }
                }
                #expect(count == 10_000_000)
                _ = await process.ending()
            }.ending
            #expect(ending.isSuccess)
        }
    }
}
