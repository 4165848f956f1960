import HTTPTypes
import TestSupport
import Testing

/// `baseBranch` follows `git check-ref-format --branch`, since git is given it as an argument.
struct BaseBranchTests {
    @Test(arguments: [
        "main", "release/2.0", "feature/a-b_c", "a.b", "@a", "a@b", "a@", "{a}", "a.lock.b", "ünï/ço∂e", "日本", "v1.0#2",
        "HEAD/x", "a-", "%41", "$(id)",
    ])
    func aNameThatGitAcceptsIsTaken(_ name: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let body = """
                {"organizationId":"\(team.id)","repoUrl":"https://github.com/acme/web-app","baseBranch":"\(name)"}
                """
            let answer = try await service.send(.post, "/api/sessions", as: team.owner.cookie, body: body)
            #expect(answer.status == 201, "\(answer.body)")
            #expect(answer.json["session"]?["metadata"] == ["repository": "acme/web-app"])
        }
    }

    static let options = ["--upload-pack=x", "-", "-b", "--", "-main"]
    static let revisions = [
        "a..b", "..", "a...b", "main~1", "main^", "main^{commit}", "@{u}", "a@{1}", "@", ":/fix", "HEAD",
    ]
    static let shapes = [
        "", "/main", "main/", "a//b", ".main", "a/.b", "a.lock", "a.lock/b", "main.", "a/", "/", ".", "a/..",
        "refs/../x",
    ]
    static let characters = [
        "a b", "a?b", "a*b", "a[b", "a:b", #"a\\b"#, #"a\tb"#, #"a\nb"#, #"a\u007fb"#, #"a\u0001b"#, " main", "main ",
    ]

    @Test(arguments: [options, revisions, shapes, characters])
    func aNameThatGitRefusesIsRefused(_ names: [String]) async throws {
        try await RefusalWorld.run { world in
            for name in names {
                let answer = try await world.send(
                    BodyRoute.createSession.body(in: world, ["baseBranch": "\"\(name)\""]), to: .createSession)
                expectProblem(answer, 400, pointers: ["/baseBranch"])
                // An invalid value is refused even if it would not be used.
                let alone = try await world.send(
                    BodyRoute.createSession.body(in: world, ["baseBranch": "\"\(name)\"", "repoUrl": ""]),
                    to: .createSession)
                expectProblem(alone, 400, pointers: ["/baseBranch"])
            }
        }
    }
}
