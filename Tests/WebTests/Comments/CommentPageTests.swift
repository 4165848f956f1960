import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// Comments on the page of a session's changes, as a browser without script uses it.
struct CommentPageTests {
    private func page(
        _ world: Commenting, _ query: String = "", as credential: Credential? = nil
    ) async throws -> String {
        let answer = try await world.service.visit(world.page + query, as: credential ?? world.team.owner.cookie)
        #expect(answer.status == 200, "\(answer.body)")
        return answer.body
    }

    private func submit(
        _ world: Commenting, _ place: String, as credential: Credential? = nil, _ fields: [String: String]
    ) async throws -> TestAnswer {
        try await world.service.submit(
            "\(world.page)/comments\(place)", as: credential ?? world.team.owner.cookie, fields)
    }

    /// The fields of the form at a line.
    private func fields(of page: String) -> [String: String] {
        let form = page.components(separatedBy: #"id="comment-form""#).dropFirst().first ?? ""
        let inputs = form.prefix { $0 != "§" }.components(separatedBy: "</form>").first ?? ""
        let pairs = inputs.matches(of: /name="(\w+)"(?: type="\w+" min="1")? value="([^"]*)"/).map {
            (String($0.1), String($0.2))
        }
        return Dictionary(pairs) { first, _ in first }
    }

    @Test func eachLineLeadsToAFormThere() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let page = try await page(world)
            let links = page.matches(of: /href="\?at=(d[0-9a-f]{8}[no]\d+)#comment-form"/).map { String($0.1) }
            #expect(links.map { String($0.dropFirst(9)) } == ["n1", "o2", "n2", "n3", "n4"])
            #expect(page.contains("three &lt;b&gt;") && !page.contains("<b>"))
            #expect(!page.contains("<tr class=\"said\">") && page.contains("No comments to send."))
            let open = try await self.page(world, "?at=\(links[1])")
            #expect(open.contains("<tr class=\"said\">"))
            let fields = fields(of: open)
            #expect(fields["path"] == "a.txt" && fields["side"] == "old" && fields["line"] == "2")
            #expect(fields["endLine"] == "2" && fields["version"]?.count == 64)
            let several = try await self.page(world, "?at=\(links[0])-3")
            #expect(several.contains(#"name="endLine" type="number" min="1" value="3""#))
            let lost = try await self.page(world, "?at=d00000000n1")
            #expect(lost.contains("That line is no longer shown here."))
            for wrong in ["x", "d00000000n0", "\(links[0])-0", "d00000000n99999999999999999999"] {
                let answer = try await service.visit("\(world.page)?at=\(wrong)", as: world.team.owner.cookie)
                #expect(answer.status == 400)
            }
        }
    }

    @Test func aDraftStandsUnderItsLineAndIsChangedSentAndShownInTheTranscript() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let link = try #require(try await page(world).firstMatch(of: /at=(d[0-9a-f]{8}n2)#/)?.1)
            var fields = fields(of: try await page(world, "?at=\(link)"))
            fields["body"] = "<script>alert(1)</script>\r\nWhy?"
            fields["endLine"] = "3"
            let made = try await submit(world, "", fields)
            #expect(made.status == 303, "\(made.body)")
            let id = try #require(made.location?.components(separatedBy: "#").last)
            #expect(made.location == "\(world.page)#\(id)" && id.hasPrefix("cmt_"))
            let shown = try await page(world)
            let row = try #require(shown.components(separatedBy: "\(link.dropLast())3\"").dropFirst().first)
            let below = try #require(row.components(separatedBy: "</tr>").dropFirst().first)
            #expect(below.contains(id) && below.contains("Lines 2–3") && below.contains("&lt;script&gt;alert(1)"))
            #expect(!shown.contains("<script>alert") && shown.contains("Send 1 comment</button>"))
            #expect(shown.contains(#"action="\#(world.page)/comments/\#(id)/delete""#))

            let edited = try await submit(world, "/\(id)", ["comment": id, "body": "Because?"])
            #expect(edited.location == "\(world.page)#\(id)")
            let refused = try await submit(world, "/\(id)", ["comment": id, "body": " "])
            #expect(refused.status == 400 && refused.error(at: id) == "The comment must not be blank.")
            #expect(refused.body.contains("<details open>"))
            let sent = try await submit(world, "/send", ["message": "Look & see"])
            #expect(sent.status == 303 && sent.location == "\(world.team.path(of: world.session))#end")
            let session = try await service.visit(world.team.path(of: world.session), as: world.team.owner.cookie)
            #expect(session.body.contains("<details class=\"sent-comment\">"))
            #expect(session.body.contains("Look &amp; see"))
            #expect(session.body.contains("a.txt:2-3") && session.body.contains("Because?"))
            #expect(session.body.contains("href=\"\(world.page)#\(link.dropLast())3\">Lines 2–3 in the changes"))
            #expect(!session.body.contains("comments on your changes:"))
            let after = try await page(world)
            let kept = try #require(after.components(separatedBy: "id=\"\(id)\"").dropFirst().first)
            #expect(kept.contains("Because?") && kept.contains(">Sent</a>") && !after.contains("Not sent"))
            #expect(kept.contains("href=\"\(world.team.path(of: world.session))?after=0#m"))
            #expect(!after.contains("/comments/\(id)") && after.contains("No comments to send."))
            #expect(!after.contains("class=\"past\""))
            let again = try await submit(world, "/send", [:])
            #expect(again.status == 409 && again.body.contains("You have no unsent comments"))
        }
    }

    /// An agent, or anybody with a key, may write any line.
    @Test(arguments: [
        #"{"path":"a","side":"new","line":0,"endLine":9223372036854775807,"quote":"","body":""}"#,
        #"{"path":"a","side":"new","line":-9223372036854775808,"quote":"","body":""}"#,
        #"{"path":"a","side":"new","line":2,"endLine":1,"quote":"","body":""}"#,
        #"{"path":"\u0000","side":"old","line":1,"quote":"","body":""}"#,
    ])
    func aLineThatOnlyLooksLikeCommentsIsShownAsItIs(_ comment: String) async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let line = #"{"type":"user","message":{"content":"Look"},"diffComments":{"comments":[\#(comment)]}}"#
            _ = try await service.report(line, to: world.session, of: world.team)
            let page = try await service.visit(world.team.path(of: world.session), as: world.team.owner.cookie)
            #expect(page.status == 200 && page.body.contains("Look") && !page.body.contains("sent-comment"))
        }
    }

    @Test func whatWasTypedIsKeptWhenItIsRefused() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let right = ["path": "a.txt", "side": "new", "line": "2", "body": "Typed <text>"]
            for (field, value, status, words) in [
                ("body", "  ", 400, "The comment must not be blank."),
                ("endLine", "1", 400, "The last line must be `line` or one of the 199"),
                ("endLine", "9", 400, "The last line is not in the diff"),
                ("endLine", "two", 400, "The last line must be the number of a line."),
                ("version", "old", 409, "are different now"),
                ("path", "b.txt", 400, "The path is not a file of the diff."),
                ("line", "9", 400, "The line is not in the diff"),
            ] {
                let answer = try await submit(world, "", right.merging([field: value]) { $1 })
                #expect(answer.status == status, "\(field)=\(value)")
                #expect(answer.body.contains(words), "\(field)=\(value): \(answer.pageText)")
                #expect(field == "body" || answer.body.contains("Typed &lt;text&gt;</textarea>"), "\(field)")
            }
            for fields in [[:], ["side": "up"], ["line": "x", "side": "new"]] {
                #expect(try await submit(world, "", fields).status == 400)
            }
            #expect(try await world.comments().isEmpty)
        }
    }

    @Test func othersReadADraftButDoNotTouchIt() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let bob = try await service.join(world.team, "Bob Roy")
            let id = try #require(try await world.add(Commenting.body("Hmm")).json["comment"]?["id"]?.text)
            let page = try await page(world, as: bob.cookie)
            #expect(page.contains("Hmm") && page.contains(world.team.owner.user.name))
            #expect(!page.contains("/comments/\(id)") && page.contains("No comments to send."))
            for place in ["/\(id)", "/\(id)/delete"] {
                #expect(try await submit(world, place, as: bob.cookie, ["body": "Ha"]).status == 403)
            }
            #expect(try await submit(world, "/send", as: bob.cookie, [:]).status == 409)
            let back = try #require(page.firstMatch(of: /id="(d[0-9a-f]{8}n2)"/)?.1)
            let deleted = try await submit(world, "/\(id)/delete", ["back": String(back)])
            #expect(
                deleted.location?.hasPrefix("\(world.page)?said=") == true
                    && deleted.location?.hasSuffix("#\(back)") == true)
            let gone = try await submit(world, "/\(id)/delete", ["back": "//evil.example"])
            #expect(gone.status == 404)
        }
    }

    @Test func outdatedAndUnseenCommentsAreShownWithTheirLines() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            _ = try await world.add(Commenting.body("About zwei"))
            _ = try await world.add(Commenting.body("About one", line: 1))
            try await service.saveChanges(of: world.session, "a.txt", "@@ -1,2 +1,2 @@\n one\n-two\n+deux\n")
            let page = try await page(world)
            let others = try #require(page.components(separatedBy: "<div class=\"other-comments\">").dropFirst().first)
            #expect(others.contains("About zwei") && others.contains(">zwei</pre>") && others.contains("Outdated"))
            #expect(!others.contains("About one") && page.contains("Send 2 comments"))

            try await service.saveChanges(of: world.session, "b.txt", "@@ -1 +1 @@\n-x\n+y\n")
            let lost = try await self.page(world)
            #expect(lost.contains("Comments on files that are no longer changed") && lost.contains("About one"))

            let lines = (1...1500).map { "+line \($0)\n" }.joined()
            try await service.saveChanges(of: world.session, "a.txt", "@@ -0,0 +1,1500 @@\n\(lines)")
            _ = try await world.add(Commenting.body("Far down", line: 1400))
            let long = try await self.page(world)
            #expect(long.contains("501 more lines are in the patch.") && long.contains(">line 1400</pre>"))
            #expect(long.contains("Far down"))
        }
    }

    @Test func sentCommentsStayAndAreFoldedOnceTheirLinesHaveChanged() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            _ = try await world.add(Commenting.body("About zwei"))
            _ = try await world.add(Commenting.body("About one", line: 1))
            #expect(try await world.send().status == 201)
            _ = try await world.add(Commenting.body("A draft"))
            try await service.saveChanges(of: world.session, "a.txt", "@@ -1,2 +1,2 @@\n one\n-two\n+deux\n")
            let page = try await page(world)
            let past = try #require(page.components(separatedBy: "<details class=\"past\">").dropFirst().first)
            let folded = try #require(past.components(separatedBy: "</details>").first)
            #expect(folded.contains("1 comment on lines that have changed since") && folded.contains("About zwei"))
            #expect(folded.contains(">zwei</pre>") && folded.contains("Outdated"))
            #expect(!folded.contains("About one") && !folded.contains("A draft"))
            #expect(page.contains("About one") && page.contains("Send 1 comment<"))

            try await service.saveChanges(of: world.session, "b.txt", "@@ -1 +1 @@\n-x\n+y\n")
            let gone = try await self.page(world)
            #expect(gone.contains("2 comments on files that are no longer changed") && gone.contains("A draft"))
        }
    }

    @Test func hostilePathsAndCutPatchesAreShown() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let path = #"\"><script>alert(1)</script>\n\u202e"#
            let header = #"a/\"><script>alert(1)</script>\n\342\200\256"#
            try await service.saveChanges(
                of: world.session,
                #"[{"path":"\#(path)","addedLines":1,"removedLines":0},{"path":"cut.txt","addedLines":9,"removedLines":0}]"#,
                patch: "diff --git \"\(header)\" \"\(header.replacing("a/", with: "b/", maxReplacements: 1))\"\n"
                    + "@@ -0,0 +1 @@\n+x\ndiff --git a/cut.txt b/cut.txt\n@@ -0,0 +1,9 @@\n+whole\n+ha", isCut: true)
            let made = try await world.add(Commenting.body(path: path, line: 1))
            #expect(made.status == 201, "\(made.body)")
            #expect(try await world.add(Commenting.body(path: "cut.txt", line: 1)).status == 201)
            #expect(try await world.add(Commenting.body(path: "cut.txt", line: 2)).status == 400)
            let page = try await page(world)
            #expect(!page.contains("<script>alert") && page.contains("too long to store completely"))
            #expect(page.contains("Send 2 comments"))
            let sent = try await world.send()
            #expect(sent.status == 201)
            let text = try #require(try await world.messages().last?["message"]?["content"]?.text)
            #expect(text.contains(#""><script>alert(1)</script>\u{A}\u{202E}:1"#))
            let session = try await service.visit(world.team.path(of: world.session), as: world.team.owner.cookie)
            #expect(!session.body.contains("<script>alert"))
        }
    }

    @Test func aSessionWithoutChangesSaysSoOnItsOwnPage() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let bare = try await service.createSession(in: world.team)
            let page = "\(world.team.path(of: bare))/changes"
            let answer = try await service.visit(page, as: world.team.owner.cookie)
            let session = try #require(answer.location)
            #expect(answer.status == 303 && session.hasPrefix("\(world.team.path(of: bare))?"))
            let shown = try await service.visit(session, as: world.team.owner.cookie)
            #expect(shown.status == 200 && shown.body.contains("This session has no changes yet."))
            let missing = try await service.visit(
                "\(world.team.path(of: "nosuchsession"))/changes", as: world.team.owner.cookie)
            #expect(missing.status == 404)
        }
    }

    @Test func thereIsNothingToCommentOnWithoutChanges() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let bare = try await service.createSession(in: world.team)
            let page = "\(world.team.path(of: bare))/changes"
            let answer = try await service.submit(
                "\(page)/comments", as: world.team.owner.cookie,
                ["path": "a", "side": "new", "line": "1", "body": "x"])
            #expect(answer.status == 404)
        }
    }
}
