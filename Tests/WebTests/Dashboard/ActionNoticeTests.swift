import HTTPTypes
import TestSupport
import Testing

extension TestAnswer {
    /// The page that a form's answer leads to, which says what was done; without that and the place on it.
    var sayingPath: String? { location?.firstMatch(of: /^([^?]*)\?said=\w+/).map { String($0.1) } }

    /// What the page says was done; empty if it says nothing.
    var said: String {
        let line = body.firstMatch(of: /(?s)<div id="page-status" role="status">(.*?)<\/div>/)?.1 ?? ""
        return line.firstMatch(of: /<span dir="auto">(.*?)<\/span>/).map { String($0.1) } ?? String(line)
    }

    /// The form that undoes it: its address and fields.
    var undo: (path: String, fields: [String: String])? {
        let line = body.firstMatch(of: /(?s)<div id="page-status" role="status">(.*?)<\/div>/)?.1 ?? ""
        guard let path = line.firstMatch(of: /<form method="post" action="([^"]+)"/)?.1 else { return nil }
        let fields = line.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)">/).map {
            (
                String($0.1),
                String($0.2).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
            )
        }
        return (String(path), Dictionary(fields) { first, _ in first })
    }
}

/// Pages say once what was done, and undo it, without any script.
struct ActionNoticeTests {
    @Test func archivingIsSaidOnceAndUndone() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let session = try await service.createSession(in: team)
            let path = team.path(of: session)
            let answer = try await service.submit("\(path)/archive", as: team.owner.cookie)
            #expect(answer.sayingPath == path && answer.location?.hasSuffix("#end") == true)
            let place = try #require(answer.location)
            #expect(try await service.visit(place, as: bob.cookie).said.isEmpty)
            let page = try await service.visit(place, as: team.owner.cookie)
            #expect(page.said == "Session archived.")
            #expect(try await service.visit(place, as: team.owner.cookie).said.isEmpty)
            let undo = try #require(page.undo)
            let undone = try await service.submit(undo.path, as: team.owner.cookie, undo.fields)
            let after = try await service.visit(undone.location ?? "", as: team.owner.cookie)
            #expect(after.said == "Session unarchived." && after.undo?.path == "\(path)/archive")
            #expect(after.body.contains("action=\"\(path)/archive\""))
        }
    }

    @Test func aTitleComesBack() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Paint the wall")
            let path = team.path(of: session)
            let before = "Paint & <sand>"
            for (title, was) in [(before, "Paint wall"), ("Other", before)] {
                let answer = try await service.submit(
                    "\(path)/title", as: team.owner.cookie, ["title": title, "was": was])
                let page = try await service.visit(answer.location ?? "", as: team.owner.cookie)
                #expect(page.said == "Session renamed.")
                let undo = try #require(page.undo)
                #expect(undo.path == "\(path)/title" && undo.fields == ["title": was, "was": title])
                if title == "Other" { try await service.submit(undo.path, as: team.owner.cookie, undo.fields) }
            }
            #expect(try await service.session(session, of: team)["title"]?.text == before)
            let page = try await service.visit(path, as: team.owner.cookie)
            #expect(page.body.contains(#"<input type="hidden" name="was" value="Paint &amp; &lt;sand&gt;">"#))
        }
    }

    @Test func aDeletedSessionIsSaidOnTheList() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let answer = try await service.submit("\(team.path(of: session))/delete", as: team.owner.cookie)
            let list = try await service.visit(answer.location ?? "", as: team.owner.cookie)
            #expect(list.status == 200 && list.said == "Session deleted." && list.undo == nil)
        }
    }

    @Test func aDeletedCommentComesBack() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let id = try #require(try await world.add(Commenting.body("Hmm & <why>")).json["comment"]?["id"]?.text)
            let before = try await world.comments()
            let delete = "\(world.page)/comments/\(id)/delete?view=split"
            let answer = try await service.submit(delete, as: world.team.owner.cookie)
            #expect(answer.location?.hasPrefix("\(world.page)?view=split&said=") == true)
            let page = try await service.visit(answer.location ?? "", as: world.team.owner.cookie)
            #expect(page.status == 200 && page.said == "Comment deleted.")
            #expect(try await world.comments().isEmpty)
            let undo = try #require(page.undo)
            let undone = try await service.submit(undo.path, as: world.team.owner.cookie, undo.fields)
            #expect(undone.status == 303 && undone.location?.hasPrefix("\(world.page)?view=split#cmt_") == true)
            let after = try await world.comments()
            #expect(after.count == 1 && after.first?["body"] == before.first?["body"])
            #expect(after.first?["quote"] == before.first?["quote"] && after.first?["line"] == before.first?["line"])
        }
    }

    @Test(arguments: ["said=x", "said=", "said=%FF", "said=1&said=2"])
    func aNameThatIsNoneSaysNothing(_ query: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let page = try await service.visit("\(team.path(of: session))?\(query)", as: team.owner.cookie)
            #expect(page.said.isEmpty)
        }
    }
}
