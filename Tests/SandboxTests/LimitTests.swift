import Foundation
import Sandbox
import TestSupport
import Testing

@Suite(.inTurns) struct LimitTests {
    private func breach(
        of script: String, isolation: Isolation, _ limit: (inout SandboxLimits) -> Void
    ) async throws -> LimitBreach? {
        var test = try TestSandbox(isolation)
        test.profile.limits.duration = .seconds(600)
        limit(&test.profile.limits)
        return try await test.run(script).ending.breach
    }

    @Test func whatTakesTooLongIsEnded() async throws {
        for isolation in await Isolation.all() {
            let breach = try await breach(of: "sleep 1000", isolation: isolation) { $0.duration = .milliseconds(300) }
            #expect(breach == .duration(.milliseconds(300)))
        }
    }

    @Test(arguments: ["yes", "yes >&2"])
    func whatPrintsWithoutEndIsEnded(script: String) async throws {
        for isolation in await Isolation.all() {
            let breach = try await breach(of: script, isolation: isolation) { $0.outputBytes = 1 << 20 }
            #expect(breach == .output(bytes: 1 << 20))
        }
    }

    /// Nobody reads the file.
    @Test func whatPrintsToAFileWithoutEndIsEnded() async throws {
        for isolation in await Isolation.all() {
            var test = try TestSandbox(isolation)
            test.profile.limits.outputBytes = 1 << 20
            let path = test.surroundings.path + "/output"
            let ending = try await test.sandbox.withProcess(["yes"], in: test.profile, outputPath: path) { process in
                await process.ending()
            }.value
            #expect(ending.breach == .output(bytes: 1 << 20))
        }
    }

    @Test func whatFillsTheDiskIsEnded() async throws {
        let script = "while :; do head -c 3000000 /dev/zero > f$((n = n + 1)) && sleep 0.05; done"
        for isolation in await Isolation.all() {
            let breach = try await breach(of: script, isolation: isolation) { $0.diskBytes = 20_000_000 }
            #expect(breach == .disk(bytes: 20_000_000))
        }
    }

    @Test func whatFillsTheDiskWithFilesThatAreDeletedIsEnded() async throws {
        let script = """
            perl -e 'for (1..2) { open my $f, ">", "f"; print $f "x" x 1500000; push @f, $f; unlink "f" } sleep 1000'
            """
        for isolation in await Isolation.all() {
            let breach = try await breach(of: script, isolation: isolation) { $0.diskBytes = 2_000_000 }
            #expect(breach == .disk(bytes: 2_000_000))
        }
    }

    @Test func noFileIsLargerThanTheDiskMayBe() async throws {
        for isolation in await Isolation.all() {
            var test = try TestSandbox(isolation)
            test.profile.limits.diskBytes = 5_000_000
            _ = try await test.run("head -c 9000000 /dev/zero > large")
            #expect((test.contents(of: "workspace/large") ?? "").utf8.count <= 5_000_000)
        }
    }

    @Test func whatMakesFilesWithoutEndIsEnded() async throws {
        let script = "while :; do : > f$((n = n + 1)); done"
        for isolation in await Isolation.all() {
            let breach = try await breach(of: script, isolation: isolation) { $0.files = 100 }
            #expect(breach == .files(100))
        }
    }

    @Test func whatHidesFilesDeeperThanPathsReachIsEnded() async throws {
        let script = #"perl -e 'for (1..30) { mkdir "d" x 200; chdir "d" x 200 } sleep 1000'"#
        for isolation in await Isolation.all() {
            let breach = try await breach(of: script, isolation: isolation) { _ in }
            #expect(breach == .hiddenFiles)
        }
    }

    /// At a pace that leaves the machine alive where only the server looks: nothing here may double by itself.
    @Test func whatForksWithoutEndIsEnded() async throws {
        let script = "bomb() { sleep 1000 & sleep 0.01; bomb; }; bomb & bomb & bomb"
        for isolation in await Isolation.all() {
            let breach = try await breach(of: script, isolation: isolation) { $0.processes = 30 }
            // Where the kernel enforces the limit, the shell may end itself before the server looks.
            #expect(breach == .processes(30) || isolation != .none && breach == nil)
        }
    }

    /// Unlike the server, the kernel is never too late. One after the other: nothing here may double by itself.
    @Test(.bubblewrap) func theKernelAllowsNoMoreProcesses() async throws {
        let isolation = try #require(await Isolation.available())
        var test = try TestSandbox(isolation)
        test.profile.limits.processes = 40
        let script = """
            perl -MErrno=EAGAIN -e 'for (1..90) {
                my $child = fork;
                if (!defined $child) { $refused++ if $! == EAGAIN } elsif ($child) { $started++ } else { sleep 1000 }
            } print "$started $refused"'
            """
        let result = try await test.run(script)
        let counts = result.text.split(separator: " ").compactMap { Int($0) }
        try #require(counts.count == 2)
        #expect((30..<40).contains(counts[0]))
        #expect(counts[0] + counts[1] == 90)
        #expect(result.ending.breach == nil)
    }

    @Test func whatFillsTheMemoryIsEnded() async throws {
        for isolation in await Isolation.all() {
            let breach = try await breach(of: #"perl -e '$x = "x" x 100000000; sleep 1000'"#, isolation: isolation) {
                $0.memoryBytes = 60 << 20
            }
            #expect(breach == .memory(bytes: 60 << 20))
        }
    }
}
