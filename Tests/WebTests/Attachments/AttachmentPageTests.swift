import HTTPTypes
import TestSupport
import Testing

/// Files on the pages, as a browser without scripts uses them.
struct AttachmentPageTests {
    private static func run(_ test: @Sendable (TestService, Team) async throws -> Void) async throws {
        try await TestService.run { service in try await test(service, try await service.makeTeam()) }
    }

    /// The fields of the files that a form shows as uploaded.
    private static func kept(_ answer: TestAnswer) -> [String] {
        answer.body.matches(of: /name="(attached\.att_[a-z0-9]+)" value="\d+" checked/).map { String($0.1) }
    }

    @Test func aSessionIsCreatedWithFilesAndShowsThem() async throws {
        try await Self.run { service, team in
            let path = "/organizations/\(team.id)/sessions/new"
            let form = try await service.visit(path, as: team.owner.cookie)
            #expect(form.body.contains(#"enctype="multipart/form-data""#))
            #expect(form.body.contains(#"<input type="file" id="attachments" name="attachments" multiple"#))
            let created = try await service.submitMultipart(
                path, as: team.owner.cookie,
                [
                    FormPart("initialMessage", "Look\r\nat it"), FormPart("repoUrl", ""),
                    FormPart("attachments", file: "shot <1>.png", SampleFile.png),
                    FormPart("attachments", file: "notes.html", Array("<script>".utf8)),
                    FormPart("attachments", file: "", []),
                ])
            #expect(created.status == 303, "\(created.pageText)")
            let page = try await service.visit(created.headers[.location] ?? "", as: team.owner.cookie)
            #expect(page.pageText.contains("shot <1>.png") && page.pageText.contains("notes.html"))
            #expect(page.body.contains(#"width="1" height="1" alt="" loading="lazy">"#))
            #expect(
                page.body.matches(of: /<a href="\/api\/attachments\/att_\w+\?organizationId=org_\w+" download>/).count
                    == 1)
            #expect(!page.body.contains("<script>"))
            let address = try #require(page.body.firstMatch(of: /<img src="(\/api\/attachments\/[^"]+)"/)?.1)
            let image = try await service.send(.get, String(address), as: team.owner.cookie)
            #expect(image.status == 200 && image.bytes == SampleFile.png)
        }
    }

    @Test func aRefusedFormKeepsItsFiles() async throws {
        try await Self.run { service, team in
            let path = "/organizations/\(team.id)/sessions/new"
            let refused = try await service.submitMultipart(
                path, as: team.owner.cookie,
                [FormPart("initialMessage", " "), FormPart("attachments", file: "a.png", SampleFile.png)])
            #expect(refused.status == 400 && refused.pageText.contains("a.png"))
            let kept = Self.kept(refused)
            #expect(kept.count == 1)
            let again = try await service.submitMultipart(
                path, as: team.owner.cookie,
                [
                    FormPart("initialMessage", ""), FormPart("attachments", file: "b.png", SampleFile.png),
                ] + kept.map { FormPart($0, "1") })
            #expect(Self.kept(again).count == 2)
            let fields = Dictionary(uniqueKeysWithValues: Self.kept(again).enumerated().map { ($1, "\($0)") })
            let created = try await service.submit(
                path, as: team.owner.cookie, fields.merging(["initialMessage": "Look"]) { $1 })
            #expect(created.status == 303)
            let page = try await service.visit(created.headers[.location] ?? "", as: team.owner.cookie)
            let shown = try #require(page.body.firstMatch(of: /(?s)<ul class="attachments">.*?<\/ul>/)?.0)
            #expect(shown.contains("a.png") && shown.contains("b.png"))
        }
    }

    @Test func aFileThatIsTooLargeIsSaidWithWhatWasTyped() async throws {
        try await Self.run { service, team in
            let session = try await service.createSession(in: team)
            let path = team.path(of: session) + "/messages"
            let large = [UInt8](repeating: 1, count: 20 * 1_048_576 + 1)
            let refused = try await service.submitMultipart(
                path, as: team.owner.cookie,
                [
                    FormPart("attachments", file: "large.bin", large),
                    FormPart("attachments", file: "empty.txt", []), FormPart("content", "And this too"),
                    FormPart("attachments", file: "small.txt", [1]),
                ])
            #expect(refused.status == 400)
            #expect(refused.pageText.contains("“large.bin” is larger than 20 MiB"))
            #expect(refused.pageText.contains("“empty.txt” is empty") && refused.body.contains("And this too"))
            #expect(Self.kept(refused).count == 1)
            let sent = try await service.submitMultipart(
                path, as: team.owner.cookie,
                [FormPart("content", "And this too")] + Self.kept(refused).map { FormPart($0, "1") })
            #expect(sent.status == 303)
            let messages = try await service.session(session, of: team)["messages"]?.elements
            #expect(messages?.last?["attachments"]?.elements.first?["filename"] == "small.txt")
        }
    }

    @Test func whatIsNoFormIsRefused() async throws {
        try await Self.run { service, team in
            let path = "/organizations/\(team.id)/sessions/new"
            for (type, body) in [
                ("multipart/form-data", "x"), ("multipart/form-data; boundary=a", "--b--"), ("text/plain", "x"),
                ("multipart/form-data; boundary=a", "--a\r\nContent-Disposition: form-data; name=a\r\n\r\n"),
            ] {
                let answer = try await service.send(
                    .post, path, as: team.owner.cookie, headers: [.testFetchSite: "same-origin", .accept: "text/html"],
                    contentType: type, bytes: Array(body.utf8))
                #expect(answer.status == (type == "text/plain" ? 415 : 400))
            }
            let text = String(repeating: "x", count: 1_600_000)
            let long = try await service.submitMultipart(
                path, as: team.owner.cookie, [FormPart("initialMessage", text)])
            #expect(long.status == 413)
            // Only where files belong.
            let other = try await service.submitMultipart(
                "/account/profile", as: team.owner.cookie, [FormPart("name", "X")])
            #expect([404, 415].contains(other.status))
        }
    }
}
