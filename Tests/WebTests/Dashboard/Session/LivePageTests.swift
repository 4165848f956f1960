import Domain
import Storage
import TestSupport
import Testing

/// The stream that keeps a session's page up to date.
@Suite(.timeLimit(.minutes(15)))
struct LivePageTests {
    private static func lines(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { Line.agent(Line.text("number \($0).")) }.joined(separator: "\n")
    }

    /// A team with a session that a member started, which has one message.
    private struct Watched {
        let team: Team
        let author: Person
        let session: String
        let path: String

        init(_ service: TestService) async throws {
            team = try await service.makeTeam()
            author = try await service.join(team, "Bob Author")
            session = try await service.createSession(in: team, by: author, "Count")
            path = "\(team.path(of: session))/live"
        }
    }

    @Test func aPageGetsTheRestOfTheTranscriptAfterEachChange() async throws {
        try await TestService.runLive { service in
            let watched = try await Watched(service)
            var stream = try await service.follow("\(watched.path)?shown=1", as: watched.team.owner.cookie)
            try await service.report(Self.lines(2...3), to: watched.session, of: watched.team)
            let first = try #require(try await stream.next())
            #expect(first.type == "page.updated" && first.data["after"] == 1)
            let html = try #require(first.data["html"]?.text)
            #expect(html.contains("number 2.") && html.contains("number 3.") && !html.contains(">Count</p>"))
            #expect(html.contains("data-live=\"head\"") && !html.contains("<html"))
            // Another session's changes are none of this page's.
            _ = try await service.createSession(in: watched.team, "Something else")
            try await service.report(Self.lines(4...4), to: watched.session, of: watched.team)
            let second = try #require(try await stream.next())
            #expect(second.data["after"] == 3)
            #expect(second.data["html"]?.text?.contains("number 4.") == true)
            #expect(second.data["html"]?.text?.contains("number 3.") == false)
            try await service.deleteSession(watched.session, of: watched.team)
            #expect(try await stream.rest().map(\.type) == ["session.deleted"])
        }
    }

    @Test func aPageOfAnEarlierPartGetsOnlyTheState() async throws {
        try await TestService.runLive { service in
            let watched = try await Watched(service)
            var stream = try await service.follow(watched.path, as: watched.team.owner.cookie)
            try await service.report(Self.lines(2...3), to: watched.session, of: watched.team)
            let part = try #require(try await stream.next())
            let html = try #require(part.data["html"]?.text)
            #expect(part.data["after"] == nil && !html.contains("number 2.") && html.contains("data-live=\"side\""))
        }
    }

    /// The script sees the gap by the message after which the next part begins, and fetches what is in it.
    @Test func moreThanAPageHoldsIsLeftToTheScript() async throws {
        try await TestService.runLive { service in
            let watched = try await Watched(service)
            var stream = try await service.follow("\(watched.path)?shown=1", as: watched.team.owner.cookie)
            try await service.report(Self.lines(2...250), to: watched.session, of: watched.team)
            let first = try #require(try await stream.next())
            #expect(first.data["after"] == 1 && first.data["html"]?.text?.contains("Newer messages") == true)
            try await service.report(Self.lines(251...251), to: watched.session, of: watched.team)
            let second = try #require(try await stream.next())
            #expect(second.data["after"] == 250 && second.data["html"]?.text?.contains("number 251.") == true)
        }
    }

    @Test func allWhoWatchGetTheChangeAndEachTheirOwnActions() async throws {
        try await TestService.runLive { service in
            let watched = try await Watched(service)
            let other = try await service.join(watched.team, "Carol Reader")
            let people = [watched.team.owner, watched.author, other, other]
            var streams: [EventConnection] = []
            for person in people {
                streams.append(try await service.follow("\(watched.path)?shown=1", as: person.cookie))
            }
            for number in 2...5 {
                try await service.report(Self.lines(number...number), to: watched.session, of: watched.team)
                var parts: [String] = []
                for index in streams.indices {
                    parts.append(try #require(try await streams[index].next()?.data["html"]?.text))
                }
                #expect(parts.allSatisfy { $0.contains("number \(number).") })
                #expect(parts.map { $0.contains("data-dialog=\"delete\"") } == [true, true, false, false])
            }
        }
    }

    @Test func aMessageThatIsTakenBackIsRemovedAndItsFormToo() async throws {
        try await TestService.runLive(queuesRuns: true) { service in
            let watched = try await Watched(service)
            let messages = "\(watched.team.path(of: watched.session))/messages"
            var stream = try await service.follow("\(watched.path)?shown=1", as: watched.author.cookie)
            _ = try await service.submit(messages, as: watched.author.cookie, ["content": "In blue"])
            let sent = try #require(try await stream.next())
            #expect(sent.data["html"]?.text?.contains("messages/2/take-back") == true)
            _ = try await service.submit("\(messages)/2/take-back", as: watched.author.cookie, [:])
            let events = try await stream.next(2)
            #expect(events.map(\.type) == ["message.withdrawn", "page.updated"])
            #expect(events[1].data["html"]?.text?.contains("messages/2/take-back") == false)
        }
    }

    @Test func aNewRoleCountsAtOnce() async throws {
        try await TestService.runLive { service in
            let watched = try await Watched(service)
            let other = try await service.join(watched.team, "Carol Reader")
            var stream = try await service.follow("\(watched.path)?shown=1", as: other.cookie)
            _ = try await service.store.members.assign(
                .owner, to: other.user.id, in: watched.team.organization.id, at: service.clock.now)
            try await service.report(Self.lines(2...2), to: watched.session, of: watched.team)
            let html = try #require(try await stream.next()?.data["html"]?.text)
            #expect(html.contains("data-dialog=\"delete\""))
        }
    }

    @Test func whatIsWatchedIsSeen() async throws {
        try await TestService.runLive { service in
            let watched = try await Watched(service)
            _ = try await service.visit(watched.team.path(of: watched.session), as: watched.author.cookie)
            var stream = try await service.follow("\(watched.path)?shown=1", as: watched.author.cookie)
            service.clock.advance(by: .seconds(60))
            for number in 2...4 {
                try await service.report(Self.lines(number...number), to: watched.session, of: watched.team)
                _ = try await stream.next()
            }
            service.clock.advance(by: .seconds(60))
            try await service.report(#"{"type":"result","subtype":"success","result":"Done."}"#, to: watched.session, of: watched.team)
            _ = try await stream.next()
            try await eventually {
                let list = "/organizations/\(watched.team.id)/sessions?view=unread"
                return try await !service.visit(list, as: watched.author.cookie).body.contains("session-row")
            }
        }
    }

    @Test(arguments: ["shown=-1", "shown=x", "after=x"])
    func aPlaceThatIsNoneIsRefused(query: String) async throws {
        try await TestService.run { service in
            let watched = try await Watched(service)
            let answer = try await service.visit("\(watched.path)?\(query)", as: watched.team.owner.cookie)
            #expect(answer.status == 400)
        }
    }
}
