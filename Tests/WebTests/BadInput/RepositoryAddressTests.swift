import HTTPTypes
import TestSupport
import Testing

/// Addresses of repositories: only those on allowed hosts, without hidden parts, are accepted.
struct RepositoryAddressTests {
    @Test(arguments: [
        "https://github.com/acme/web-app", "https://github.com/acme/web-app/", "https://github.com/acme/web-app.git",
        "https://github.com/acme/web-app.git/", "HTTPS://GitHub.com/acme/web-app",
    ])
    func everySpellingOfAnAddressIsTheSameRepository(_ address: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let body = #"{"organizationId":"\#(team.id)","repoUrl":"\#(address)"}"#
            let answer = try await service.send(.post, "/api/sessions", as: team.owner.cookie, body: body)
            #expect(answer.status == 201)
            #expect(answer.json["session"]?["metadata"] == ["repository": "acme/web-app"])
        }
    }

    static let credentials = [
        "https://user:secret@github.com/acme/web-app", "https://token@github.com/acme/web-app",
        "https://github.com@evil.example/acme/web-app", "https://:@github.com/acme/web-app",
    ]
    static let schemes = [
        "http://github.com/acme/web-app", "git://github.com/acme/web-app", "ssh://git@github.com/acme/web-app",
        "git@github.com:acme/web-app.git", "file:///etc/passwd", "ext::sh -c id", "github.com/acme/web-app",
        "//github.com/acme/web-app", "javascript:alert(1)", "https:github.com/acme/web-app",
    ]
    static let paths = [
        "/srv/git/web-app", "./web-app", "../web-app", "~/web-app", "C:\\\\web-app", "--upload-pack=touch /tmp/x",
        "https://github.com/../web-app", "https://github.com/acme/..", "https://github.com/acme/../../etc",
        "https://github.com/acme/%2e%2e", "https://github.com/./web-app", "https://github.com/acme/.",
        "https://github.com/acme/.git", "https://github.com/-acme/web-app", "https://github.com/acme/-web-app",
        "https://github.com/acme", "https://github.com/acme/", "https://github.com/", "https://github.com",
        "https://github.com//web-app", "https://github.com/acme//web-app", "https://github.com/acme/web-app//",
        "https://github.com/acme/web-app/tree/main", "https://github.com/acme/web app", "https://github.com/acme/wéb",
        "https://github.com\\\\acme\\\\web-app",
    ]
    static let hosts = [
        "https://127.0.0.1/acme/web-app", "https://localhost/acme/web-app", "https://10.0.0.1/acme/web-app",
        "https://169.254.169.254/acme/web-app", "https://[::1]/acme/web-app", "https://2130706433/acme/web-app",
        "https://gitlab.com/acme/web-app", "https://github.com.evil.example/acme/web-app",
        "https://evilgithub.com/acme/web-app", "https://github.com./acme/web-app", "https://gіthub.com/acme/web-app",
        "https://www.github.com/acme/web-app", "https:///acme/web-app",
    ]
    static let extras = [
        "https://github.com:443/acme/web-app", "https://github.com:22/acme/web-app",
        "https://github.com/acme/web-app?ref=main", "https://github.com/acme/web-app#readme",
        "https://github.com/acme/web-app?", "https://github.com/acme/web-app\\n", " https://github.com/acme/web-app",
        "https://github.com/acme/web-app ",
    ]

    @Test(arguments: [credentials, schemes, paths, hosts, extras])
    func anyOtherAddressIsRefused(_ addresses: [String]) async throws {
        try await RefusalWorld.run { world in
            for address in addresses {
                let answer = try await world.send(
                    BodyRoute.createSession.body(in: world, ["repoUrl": "\"\(address)\""]), to: .createSession)
                expectProblem(answer, 400, pointers: ["/repoUrl"])
                #expect(!answer.body.contains("secret"), "\(address)")
            }
        }
    }
}
