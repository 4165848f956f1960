import Foundation
import Glibc
import Sandbox
import TestSupport
import Testing

/// An agent that means harm. Each trick is also tried without isolation, to see that the test would notice.
@Suite(.inTurns, .bubblewrap) struct HostileTests {
    private static let secret = "the-secret"

    /// - Returns: whether the trick did harm: got at the secret, or changed what isn't the agent's.
    private func harm(of script: String, with isolation: Isolation) async throws -> Bool {
        var test = try TestSandbox(isolation)
        test.profile.limits.duration = .seconds(600)
        let outside = test.surroundings.path
        for name in ["database", "other-workspace"] {
            try Data(Self.secret.utf8).write(to: URL(fileURLWithPath: "\(outside)/\(name)"))
        }
        let output = try await withServer(in: outside) { server in
            try await test.run(script, outside, "\(server)").text
        }
        let isUnchanged = ["database", "other-workspace"].allSatisfy { test.contents(of: $0) == Self.secret }
        let around = try FileManager.default.contentsOfDirectory(atPath: outside).sorted()
        return output.contains(Self.secret) || !isUnchanged
            || around != ["database", "home", "other-workspace", "pid", "workspace"]
    }

    /// Runs what looks like the server: with a token in its environment, and the database open.
    private func withServer(in directory: String, _ body: (Int) async throws -> String) async throws -> String {
        let profile = SandboxProfile(
            workspace: directory, home: directory, environment: ["LODESTONE_GITHUB_TOKEN": Self.secret])
        let command = ["sh", "-c", "exec 9< database; echo $$ > pid; exec sleep 1000"]
        return try await Sandbox(.none).withProcess(command, in: profile) { _ in
            var number: Int?
            try await eventually {
                number = (try? String(contentsOfFile: directory + "/pid", encoding: .utf8)).flatMap {
                    Int($0.dropLast())
                }
                return number != nil
            }
            return try await body(number ?? 0)
        }.value
    }

    private static let tricks = [
        "cat $1/database",
        "cat ../other-workspace",
        "ln -s $1/database link; cat link",
        "cat /proc/$2/environ",
        "cat /proc/$2/root$1/database",
        "cat /proc/$2/cwd/database",
        "cat /proc/$2/fd/9",
        "grep -ahs the-secret /proc/*/environ",
        "echo overwritten > $1/database",
        "echo new > $1/planted",
        "rm -f $1/database",
    ]

    /// Where not only root may, the kernel may keep neighbours from it as well, and the trick would show nothing.
    private static let tricksOfRoot = [
        """
        range=$(sed -n 's/ .*\\[stack\\]$//p' /proc/$2/maps)
        first=$((0x${range%-*} / 4096)); last=$((0x${range#*-} / 4096))
        dd if=/proc/$2/mem bs=4096 skip=$first count=$((last - first))
        """
    ]

    @Test(arguments: tricks + (geteuid() == 0 ? tricksOfRoot : []))
    func nothingOutsideIsReadOrChanged(script: String) async throws {
        let isolation = try #require(await Isolation.available())
        #expect(try await !harm(of: script, with: isolation))
        #expect(try await harm(of: script, with: .none), "this trick shows nothing")
    }

    /// The server's processes and files can't be found or reached from inside.
    @Test func theServerIsOutOfReach() async throws {
        let isolation = try #require(await Isolation.available())
        let test = try TestSandbox(isolation)
        let mark = "\(getpid())"
        let seen = try await test.run("ls -d /proc/[0-9]* | wc -l; kill -0 $1 2>&1 || echo unreachable", mark).text
        #expect(seen.hasSuffix("unreachable\n"))
        #expect(try #require(Int(seen.split(separator: "\n").first ?? "")) < 10)
        let powers = try await test.run("grep -E '^(CapEff|CapBnd|NoNewPrivs)' /proc/self/status").text
        #expect(powers == "CapEff:\t0000000000000000\nCapBnd:\t0000000000000000\nNoNewPrivs:\t1\n")
    }

    @Test func theSystemCannotBeChanged() async throws {
        let isolation = try #require(await Isolation.available())
        let script = """
            for path in /x /usr/x /etc/x /dev/x /run/x /proc/sys/kernel/domainname; do
                (echo x > $path) 2>/dev/null && echo wrote $path
            done
            mount -t tmpfs none /tmp 2>/dev/null && echo mounted
            unshare --user --map-root-user true 2>/dev/null && echo became root
            find /proc -path '/proc/[0-9]*' -prune -o -type f -writable -print 2>/dev/null
            ls /root /etc/shadow /etc/ssl/private /var/lib /sys 2>/dev/null
            """
        #expect(try await TestSandbox(isolation).run(script).text == "")
    }

    @Test func withoutNetworkThereIsOnlyLoopback() async throws {
        let isolation = try #require(await Isolation.available())
        var test = try TestSandbox(isolation)
        let script = "tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '"
        #expect(try await test.run(script).text == "lo\n")
        test.profile.network = .machine
        let host = try await TestSandbox(.none).run(script).text
        #expect(try await test.run(script).text == host)
    }

    @Test func temporaryFilesAreBounded() async throws {
        let isolation = try #require(await Isolation.available())
        var test = try TestSandbox(isolation)
        test.profile.limits.temporaryBytes = 1 << 20
        let result = try await test.run(
            "for d in /tmp /dev/shm; do head -c 9000000 /dev/zero > $d/x; wc -c < $d/x; done")
        #expect(result.text == "1048576\n1048576\n")
    }

    @Test func anEnvironmentMeantForTheAgentDoesNotReachBubblewrap() async throws {
        let isolation = try #require(await Isolation.available())
        var test = try TestSandbox(isolation)
        test.profile.environment = ["LD_PRELOAD": "/nowhere/evil.so", "SECRET": Self.secret]
        let result = try await test.run("tr '\\0' '\\n' < /proc/1/environ; tr '\\0' ' ' < /proc/1/cmdline")
        #expect(!result.text.contains("evil"))
        #expect(!result.text.contains(Self.secret))
    }
}
