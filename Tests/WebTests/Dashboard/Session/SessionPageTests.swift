import HTTPTypes
import TestSupport
import Testing

struct SessionPageTests {
    @Test func itShowsTheTranscriptAndWhatTheSessionIs() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Please add a plan.")
            try await service.report(try TranscriptFile.tasks.text, to: session, of: team)
            _ = try await service.send(
                .put, "/api/sessions/\(session)/pull-request", as: team.key,
                body: #"{"number":7,"url":"https://github.com/acme/app/pull/7","status":"merged"}"#)
            let page = try await service.visit(team.path(of: session), as: team.owner.cookie)
            #expect(page.status == 200 && page.body.contains("<title>Completed: Add plan · Lodestone</title>"))
            for text in [
                "Please add a plan.", "Alice Chen", "Plan 1 of 2 done", "Add email validation (done)", "(not done)",
                "#7 merged", "claude-opus-4-6", "Finished under a second · 6 turns",
                "Email validation is done; password validation is under way.",
            ] {
                #expect(page.pageText.contains(text), "\(text)")
            }
            #expect(!page.pageText.contains("TaskCreate"))
            #expect(page.body.contains("data-events=\"\(team.path(of: session))/live\""))
        }
    }

    @Test func aLongTranscriptShowsItsEndAndLeadsToTheRest() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Count")
            try await service.report(
                (2...250).map { Line.agent(Line.text("number \($0).")) }.joined(separator: "\n"), to: session, of: team)
            let path = team.path(of: session)
            let end = try await service.visit(path, as: team.owner.cookie)
            #expect(end.body.contains("number 151.") && end.body.contains("number 250."))
            #expect(!end.body.contains("number 150.") && !end.body.contains("Newer messages"))
            #expect(end.body.contains("href=\"\(path)?before=151\">Older messages"))
            let middle = try await service.visit("\(path)?before=151", as: team.owner.cookie)
            #expect(middle.body.contains("number 51.") && middle.body.contains("number 150."))
            #expect(!middle.body.contains("number 50.") && !middle.body.contains("number 151."))
            #expect(middle.body.contains("?before=51\">Older") && middle.body.contains("?after=150\">Newer"))
            let start = try await service.visit("\(path)?before=51", as: team.owner.cookie)
            #expect(start.body.contains("Count") && !start.body.contains("Older messages"))
            let after = try await service.visit("\(path)?after=200", as: team.owner.cookie)
            #expect(after.body.contains("number 201.") && !after.body.contains("number 200."))
            #expect(after.body.contains("?before=201\">Older") && !after.body.contains("Newer messages"))
        }
    }

    @Test func aPartIsWhatThePageHasWithoutWhatIsAroundIt() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Count")
            try await service.report(Line.agent(Line.call("Bash")), to: session, of: team)
            try await service.report(Line.user(Line.result("out", isError: true)), to: session, of: team)
            let part = try await service.visit("\(team.path(of: session))/transcript?after=2", as: team.owner.cookie)
            #expect(
                part.status == 200 && !part.body.contains("<html") && !part.body.contains("<form class=\"follow-up"))
            #expect(part.body.contains(#"data-result="toolu_1" data-state="failed""#))
            #expect(part.body.contains(#"data-first="3" data-last="3""#) && part.body.contains("data-live=\"side\""))
            let none = try await service.visit("\(team.path(of: session))/transcript?after=3", as: team.owner.cookie)
            #expect(none.body.contains(#"data-first="3" data-last="3""#) && !none.body.contains("<li"))
        }
    }

    @Test(arguments: ["before=0", "before=x", "after=-1", "before=3&after=1"])
    func aPlaceThatIsNoneIsRefused(_ query: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let page = try await service.visit("\(team.path(of: session))?\(query)", as: team.owner.cookie)
            #expect(page.status == 400 && page.body.contains("<h1>"))
        }
    }

    @Test func anEmptySessionSaysSo() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, nil)
            let page = try await service.visit(team.path(of: session), as: team.owner.cookie)
            #expect(page.pageText.contains("No messages yet."))
            let place = "\(team.path(of: session))?after=9"
            #expect(try await service.visit(place, as: team.owner.cookie).status == 200)
        }
    }

    @Test func aFailureSaysWhy() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            try await service.report(try TranscriptFile.maxTurns.text, to: session, of: team)
            let page = try await service.visit(team.path(of: session), as: team.owner.cookie)
            #expect(page.pageText.contains("Failed: Reached maximum number of turns"))
            #expect(page.pageText.ranges(of: "Reached maximum number of turns").count == 1)
            // There is nothing to retry here, but the same can be tried anew.
            let duplicate = "\(team.path(of: session))/duplicate"
            #expect(page.body.contains("<a class=\"button primary\" href=\"\(duplicate)\">Edit and start again"))
        }
    }

    @Test func aPromptIsMarkdownAndALongOneIsFolded() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let short = try await service.createSession(in: team, "Make **this**:\\n- one\\n- two")
            let page = try await service.visit(team.path(of: short), as: team.owner.cookie)
            #expect(page.body.contains("<strong>this</strong>") && page.body.contains("<li>two</li>"))
            #expect(!page.body.contains("Show all"))
            let lines = (1...13).map { "Line \($0)" }.joined(separator: "\\n")
            let long = try await service.createSession(in: team, lines)
            #expect(try await service.visit(team.path(of: long), as: team.owner.cookie).body.contains("Show all"))
        }
    }

    @Test func eachMessageHasALinkToItself() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Count")
            try await service.report(Line.agent(Line.text("one")), to: session, of: team)
            let page = try await service.visit(team.path(of: session), as: team.owner.cookie)
            for id in ["m1", "m2"] {
                #expect(page.body.contains("id=\"\(id)\"") && page.body.contains("class=\"permalink\" href=\"#\(id)\""))
            }
        }
    }

    @Test func onlyAnEndedSessionHasAnOutcome() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Count")
            try await service.report(Line.agent(Line.text("one")), to: session, of: team)
            #expect(
                !(try await service.visit(team.path(of: session), as: team.owner.cookie)).body.contains(
                    "id=\"outcome\""))
            try await service.report(
                [Line.agent(Line.text("two")), Line.end("two")].joined(separator: "\n"), to: session, of: team)
            let page = try await service.visit(team.path(of: session), as: team.owner.cookie)
            let item = page.body.split(separator: "<li class=\"item").first { $0.contains("id=\"outcome\"") }
            #expect(item?.contains("<p>two</p>") == true)
        }
    }

    @Test func aDuplicateBeginsWithTheSameFields() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(
                .post, "/api/sessions", as: team.owner.cookie,
                body: """
                    {"organizationId":"\(team.id)","initialMessage":"Fix it & go","repoUrl":"https://github.com/acme/app",\
                    "baseBranch":"dev"}
                    """)
            let session = try #require(answer.json["session"]?["id"]?.text)
            let copy = try await service.visit("\(team.path(of: session))/duplicate", as: team.owner.cookie)
            #expect(copy.status == 303)
            let address = "/organizations/\(team.id)/sessions/new?repository=https%3A//github.com/acme/app&branch=dev"
            #expect(copy.headers[.location]?.hasPrefix(address) == true)
            #expect(copy.headers[.location]?.hasSuffix("&message=Fix%20it%20%26%20go") == true)
        }
    }

    @Test func aStrangerSeesNothing() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let stranger = try await service.makeTeam("Other", owner: "Sam Stranger")
            let session = try await service.createSession(in: team, "A secret plan")
            for path in [team.path(of: session), stranger.path(of: session)] {
                for place in ["", "/transcript", "/delete", "/duplicate"] {
                    let page = try await service.visit(path + place, as: stranger.owner.cookie)
                    #expect(page.status == 403 && !page.body.contains("ecret plan"), "\(path)\(place)")
                }
            }
            let none = try await service.visit(team.path(of: "cnothing"), as: team.owner.cookie)
            #expect(none.status == 404 && none.body.contains("Page not found"))
            let signedOut = try await service.visit(team.path(of: session))
            #expect(signedOut.status == 303 && signedOut.headers[.location]?.hasPrefix("/sign-in?next=") == true)
        }
    }
}
