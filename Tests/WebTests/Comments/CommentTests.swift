import Domain
import GRDB
import HTTPTypes
import Storage
import TestSupport
import Testing

/// Comments on a session's changes over HTTP.
struct CommentTests {
    private let key = HTTPField.Name("Idempotency-Key")

    @Test func aCommentIsMadeChangedAndDeleted() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let made = try await world.add(Commenting.body("Why <both>?", endLine: 3))
            #expect(made.status == 201, "\(made.body)")
            let comment = try #require(made.json["comment"])
            #expect(comment["state"] == "draft" && comment["path"] == "a.txt" && comment["side"] == "new")
            #expect(comment["line"] == 2 && comment["endLine"] == 3 && comment["quote"] == "zwei\nzweieinhalb")
            #expect(comment["author"]?["name"]?.text == world.team.owner.user.name)
            #expect(comment["isOutdated"] == false && comment["sentAt"] == nil)
            let place = "\(world.path)/\(comment["id"]?.text ?? "")"
            service.clock.advance(by: .seconds(1))
            let edited = try await service.send(
                .patch, place, as: world.team.owner.cookie, body: #"{"body":"Why not?","line":1}"#)
            #expect(edited.status == 200 && edited.json["comment"]?["body"] == "Why not?")
            #expect(edited.json["comment"]?["line"] == 2)
            #expect(edited.json["comment"]?["updatedAt"]?.text == service.clock.now.description)
            #expect(try await world.comments(as: world.team.key).count == 1)
            let deleted = try await world.delete(place)
            #expect(deleted.status == 204)
            #expect(try await world.comments().isEmpty)
            #expect(try await world.delete(place).status == 404)
        }
    }

    @Test func whatIsWrongIsRefusedByName() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let long = String(repeating: "x", count: 10_001)
            for (body, field) in [
                (Commenting.body(line: 9), "/line"), (Commenting.body(endLine: 9), "/endLine"),
                (Commenting.body(line: 3, endLine: 2), "/endLine"), (Commenting.body(path: "b.txt"), "/path"),
                (Commenting.body(path: "../../etc/passwd"), "/path"), (Commenting.body(side: "both"), "/side"),
                (Commenting.body(side: "old", line: 4), "/line"), (Commenting.body(line: 0), "/line"),
                (Commenting.body(" "), "/body"), (Commenting.body(long), "/body"),
                (Commenting.body("a\\u0000"), "/body"),
                (#"{"side":"new","line":1,"body":"x"}"#, "/path"), (#"{"path":"a.txt","line":1,"body":"x"}"#, "/side"),
                (#"{"path":"a.txt","side":"new","body":"x"}"#, "/line"),
                (#"{"path":"a.txt","side":"new","line":1}"#, "/body"),
                (#"{"path":"a.txt","side":"new","line":"1","body":"x"}"#, "/line"),
                (#"{"path":"a.txt","side":"new","line":1.5,"body":"x"}"#, "/line"),
                (#"{"path":"a.txt","side":"new","line":99999999999999999999,"body":"x"}"#, "/line"),
            ] {
                let answer = try await world.add(body)
                #expect(answer.status == 400, "\(body.prefix(80)): \(answer.body)")
                #expect(answer.json["errors"]?.elements.first?["pointer"]?.text == field, "\(body.prefix(80))")
            }
            #expect(try await world.add("[]").status == 400)
            #expect(try await world.add("nonsense").status == 400)
            #expect(try await world.comments().isEmpty)
        }
    }

    @Test func onlyPeopleOfTheOrganizationCommentAndOnlyTheAuthorChangesAndSends() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let (bob, stranger) = (
                try await service.join(world.team, "Bob Roy"), try await service.makeTeam("Umbrella", owner: "Mallory")
            )
            let id = try #require(try await world.add(Commenting.body("Mine")).json["comment"]?["id"]?.text)
            let place = "\(world.path)/\(id)"
            #expect(try await world.comments(as: bob.cookie).first?["body"] == "Mine")
            for (credential, status) in [
                (bob.cookie, 403), (world.team.key, 403), (stranger.owner.cookie, 403), (stranger.key, 403),
                (Credential.none, 401),
            ] {
                let edited = try await service.send(.patch, place, as: credential, body: #"{"body":"Not yours"}"#)
                #expect(edited.status == status && !edited.body.contains("Mine"), "\(edited.body)")
                #expect(try await world.delete(place, as: credential).status == status)
            }
            for (credential, status) in [
                (world.team.key, 403), (stranger.owner.cookie, 403), (stranger.key, 403), (Credential.none, 401),
            ] {
                #expect(try await world.add(as: credential).status == status)
                #expect(try await world.send(as: credential).status == status)
            }
            for credential in [stranger.owner.cookie, stranger.key] {
                #expect(try await service.send(.get, world.path, as: credential).status == 403)
            }
            #expect(try await world.send(as: bob.cookie).status == 409)
            #expect(try await world.comments().map { $0["body"] } == ["Mine"])
            for path in ["/api/sessions/cnowhere/comments", "/api/sessions/cnowhere/comments/send"] {
                let answer = try await service.send(
                    .post, path, as: world.team.owner.cookie, body: Commenting.body())
                #expect(answer.status == 404, "\(answer.body)")
            }
            let bare = try await service.createSession(in: world.team)
            let none = try await service.send(
                .post, "/api/sessions/\(bare)/comments", as: world.team.owner.cookie, body: Commenting.body())
            #expect(none.status == 404 && none.body.contains("no changes"))
            let elsewhere = try await service.send(
                .patch, "/api/sessions/\(bare)/comments/\(id)", as: world.team.owner.cookie, body: #"{"body":"x"}"#)
            #expect(elsewhere.status == 404)
        }
    }

    @Test func draftsAreSentAsOneMessage() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let bob = try await service.join(world.team, "Bob Roy")
            _ = try await world.add(Commenting.body("First", side: "old"))
            _ = try await world.add(Commenting.body("Bob's"), as: bob.cookie)
            _ = try await world.add(Commenting.body("Second", line: 1, endLine: 4))
            let tooLong = String(repeating: "x", count: 20_001)
            #expect(try await world.send(#"{"message":"\#(tooLong)"}"#).status == 400)
            let sent = try await world.send(#"{"message":"Nearly."}"#)
            #expect(sent.status == 201, "\(sent.body)")
            #expect(sent.json["session"]?["messageCount"] == 2 && sent.json["lastSequence"] == 2)
            let message = try #require(try await world.messages().last)
            let text = message["message"]?["content"]?.text ?? ""
            #expect(
                text == """
                    Nearly.

                    2 comments on your changes:

                    a.txt:2 (as it was before your changes)
                    > two

                    First

                    a.txt:1-4
                    > one
                    > zwei
                    > zweieinhalb
                    > three <b>

                    Second
                    """)
            #expect(message["diffComments"]?["comments"]?.elements.count == 2)
            let comments = try await world.comments()
            #expect(comments.map { $0["state"] } == ["sent", "sent", "draft"])
            #expect(comments.first?["sequence"] == 2)
            #expect(comments.first?["sentAt"]?.text == service.clock.now.description)
            let again = try await world.send()
            #expect(again.status == 409 && again.body.contains("no unsent comments"))
            let id = comments.first?["id"]?.text ?? ""
            for method in [HTTPRequest.Method.patch, .delete] {
                let late = try await service.send(
                    method, "\(world.path)/\(id)", as: world.team.owner.cookie, body: #"{"body":"Late"}"#)
                #expect(late.status == 409 && late.body.contains("sent"), "\(late.body)")
            }
            #expect(try await world.send(as: bob.cookie).status == 201)
        }
    }

    /// Two tabs send at the same time, and again and again while comments are made: no comment is lost or said twice.
    @Test func eachDraftIsSentOnce() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let statuses = try await withThrowingTaskGroup(of: [Int].self) { group in
                for tab in 0..<4 {
                    group.addTask {
                        var statuses: [Int] = []
                        for number in 0..<10 {
                            _ = try await world.add(Commenting.body("Comment \(tab)-\(number)."))
                            statuses.append(try await world.send().status)
                        }
                        return statuses
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            _ = try await world.send()
            #expect(statuses.allSatisfy { $0 == 201 || $0 == 409 })
            let texts = try await world.messages().compactMap { $0["message"]?["content"]?.text }
            for tab in 0..<4 {
                for number in 0..<10 {
                    let count = texts.reduce(0) { $0 + $1.ranges(of: "Comment \(tab)-\(number).").count }
                    #expect(count == 1, "\(tab)-\(number)")
                }
            }
            #expect(try await world.comments().allSatisfy { $0["state"] == "sent" })
        }
    }

    @Test func repetitionsWithAKeyHaveOneEffect() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let headers: HTTPFields = [try #require(key): "k"]
            let first = try await world.add(headers: headers)
            // Also when the line has gone meanwhile.
            try await service.saveChanges(of: world.session, "b.txt", Commenting.hunks)
            let again = try await world.add(headers: headers)
            #expect(first.status == 201 && again.status == 201 && again.body == first.body)
            #expect(try await world.comments().count == 1)
            #expect(try await world.add(Commenting.body("Other"), headers: headers).status == 422)
            let sent = try await world.send("{}", headers: headers)
            let repeated = try await world.send("{}", headers: headers)
            #expect(sent.status == 201 && repeated.status == 201 && repeated.body == sent.body)
            #expect(try await world.messages().count == 2)
        }
    }

    @Test func otherChangesMakeACommentOutdatedButKeepIt() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let version = try #require(try await world.add().json["comment"]?["version"]?.text)
            _ = try await world.add(Commenting.body("Stays", line: 1))
            try await service.saveChanges(of: world.session, "a.txt", "@@ -1,2 +1,2 @@\n one\n-two\n+deux\n")
            let comments = try await world.comments()
            #expect(comments.map { $0["isOutdated"] } == [true, false])
            #expect(comments.first?["quote"] == "zwei")
            let stale = try await world.add(
                #"{"path":"a.txt","side":"new","line":2,"body":"Stale","version":"\#(version)"}"#)
            #expect(stale.status == 409 && stale.body.contains("changes are different now"), "\(stale.body)")
            let id = comments.first?["id"]?.text ?? ""
            let edited = try await service.send(
                .patch, "\(world.path)/\(id)", as: world.team.owner.cookie, body: #"{"body":"Still"}"#)
            #expect(edited.json["comment"]?["isOutdated"] == true)
            #expect(try await world.send().status == 201)
            let text = try #require(try await world.messages().last?["message"]?["content"]?.text)
            #expect(text.contains("a.txt:2 (the lines have changed since)\n> zwei\n\nStill"))
            #expect(text.contains("a.txt:1\n> one\n\nStays"))
        }
    }

    @Test func onlySoMuchWaitsToBeSent() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            for _ in 1...CommentLimits.draftsOfPerson { #expect(try await world.add().status == 201) }
            let more = try await world.add()
            #expect(more.status == 409 && more.body.contains("100 unsent comments"), "\(more.body)")
            #expect(try await world.comments().count == 100)
            let bob = try await service.join(world.team, "Bob Roy")
            let long = Commenting.body(String(repeating: "x", count: 9_900))
            for _ in 1...8 { #expect(try await world.add(long, as: bob.cookie).status == 201) }
            let longer = try await world.add(long, as: bob.cookie)
            #expect(longer.status == 409 && longer.body.contains("as long as a message"), "\(longer.body)")
            #expect(try await world.send().status == 201)
            #expect(try await world.send(as: bob.cookie).status == 201)
            #expect(try await world.add().status == 201)
        }
    }

    @Test func aMessageOfCommentsWaitsForTheAgentLikeAnyOther() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let runs = service.store.runs
            let run = try #require(try await runs.claim(at: service.clock.now)).number
            let files = [ChangedFile(path: "a.txt", oldPath: nil, addedLines: 2, removedLines: 1)]
            let patch = Array("diff --git a/a.txt b/a.txt\n\(Commenting.hunks)".utf8)
            try await runs.save(
                SessionChanges(files: files, patch: patch, isCut: false), since: "c0ffee", of: run,
                at: service.clock.now)
            let path = "/api/sessions/\(session)/comments"
            let made = try await service.send(.post, path, as: team.owner.cookie, body: Commenting.body())
            #expect(made.status == 201 && made.json["comment"]?["version"]?.text?.count == 64)
            let sent = try await service.send(.post, "\(path)/send", as: team.owner.cookie, body: "{}")
            #expect(sent.status == 201 && sent.json["session"]?["status"] == "active")
            let prompts = try await runs.current(run)?.prompts.map(\.text) ?? []
            #expect(prompts.last?.contains("a.txt:2\n> zwei\n\nWhy?") == true, "\(prompts)")
        }
    }

    @Test func commentsGoWithTheirSession() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            _ = try await world.add()
            let export = try await service.send(.get, "/api/sessions/\(world.session)/export", as: world.team.key)
            #expect(!export.body.contains("Why?"))
            _ = try await world.send()
            let later = try await service.send(.get, "/api/sessions/\(world.session)/export", as: world.team.key)
            #expect(later.body.contains("diffComments") && later.body.contains("Why?"))
            _ = try await world.add()
            try await service.deleteSession(world.session, of: world.team)
            #expect(try await service.send(.get, world.path, as: world.team.key).status == 404)
            let database = try DatabaseQueue(path: service.directory.dataDirectory.databasePath)
            #expect(try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM comments") } == 0)
        }
    }
}
