import Domain
import Testing

@testable import Sandbox

struct GitPartsTests {
    @Test(arguments: [
        ("Add input validation to signup form", "add-input-validation-to-signup-form"),
        ("Fix `parse()` — again…", "fix-parse-again"),
        ("../../etc; rm -rf /", "etc-rm-rf"),
        ("登录表单 校验", "登录表单-校验"),
        ("", "session"),
        (String(repeating: "long ", count: 30), "long-long-long-long-long-long-long-long-long-long"),
    ])
    func aTitleBecomesABranchName(title: String, slug: String) throws {
        #expect(AgentBranch.slug(of: title) == slug)
        #expect(throws: Never.self) { try BranchName("agent/\(slug)") }
    }

    @Test func progressIsRead() {
        var reader = GitProgressReader()
        let first = reader.read(Array("Cloning into bare\nremote: Counting objects:  50% (1/2)\rReceiving obj".utf8))
        #expect(first.map(\.stage) == ["Counting objects"])
        #expect(first.map(\.percent) == [50])
        let second = reader.read(
            Array("ects: 100% (2/2), 1.00 KiB\rReceiving objects: 100% (2/2)\nfatal: x: 5 %\n".utf8))
        #expect(second.map(\.stage) == ["Receiving objects"])
        #expect(reader.said == "Cloning into bare\nfatal: x: 5 %\n")
    }

    @Test func filesAreReadFromNumstat() {
        let bytes = Array("1\t2\ta\tb.txt\0-\t-\tpicture.png\0003\t0\t\0old\0new\0".utf8)
        let files = ChangedFile.list(fromNumstat: bytes)
        #expect(files.map(\.path) == ["a\tb.txt", "picture.png", "new"])
        #expect(files.map(\.oldPath) == [nil, nil, "old"])
        #expect(files.map(\.addedLines) == [1, nil, 3])
        #expect(files.map(\.removedLines) == [2, nil, 0])
    }

    @Test func aCredentialIsForItsHostOnlyAndInNoArgument() throws {
        let credential = GitCredential(host: "github.com", token: "ghp_secret")
        let ours = GitRemote.https(try RepositoryURL("https://github.com/acme/web"))
        let other = GitRemote.https(try RepositoryURL("https://example.com/a/b", allowedHosts: ["example.com"]))
        for remote in [other, .local(path: "/srv/repository")] {
            let environment = GitSettings.environment(remote: remote, credential: credential)
            #expect(!environment.values.contains { $0.contains("ghp_secret") })
        }
        let environment = GitSettings.environment(remote: ours, credential: credential)
        #expect(environment.filter { $0.value.contains("ghp_secret") }.keys.sorted() == ["GIT_TOKEN"])
        #expect(environment.values.contains("credential.https://github.com.helper"))
    }

    @Test func gitGetsTheCredentialOfTheHostThatItAsksFor() async throws {
        let remote = GitRemote.https(try RepositoryURL("https://github.com/acme/web"))
        let credential = GitCredential(host: "github.com", token: "ghp_secret")
        let script =
            #"for h in github.com example.com; do printf "protocol=https\nhost=$h\n\n" | git credential fill; done"#
        for isolation in await Isolation.all() {
            var test = try TestSandbox(isolation)
            test.profile.environment = GitSettings.environment(remote: remote, credential: credential)
            let result = try await test.run(script)
            #expect(
                result.text == "protocol=https\nhost=github.com\nusername=x-access-token\npassword=ghp_secret\n")
            #expect(result.ending.errorText.contains("https://example.com"))
        }
    }

    @Test func anIdentityCannotBreakOutOfItsLine() {
        let identity = GitIdentity(name: "Eve <x>\nSigned-off-by: Root", email: "a@b>\n")
        #expect(identity.text == "Eve xSigned-off-by: Root <a@b>")
    }
}
