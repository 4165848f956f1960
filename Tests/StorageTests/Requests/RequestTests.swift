import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

/// Stored requests of agents.
struct RequestTests {
    private static func asked(
        _ name: String, _ kind: AgentRequest.Kind = .question, tool: String = "AskUserQuestion"
    ) -> AskedRequest {
        AskedRequest(
            name: name, toolUseID: "tool-\(name)", kind: kind, tool: tool,
            input: #"{"questions": [{"question": "Which?", "options": [{"label": "A"}]}]}"#)
    }

    private static let answer = RequestAnswer(answers: ["Which?": .one("A")])

    /// A session whose agent is at work.
    private struct Work {
        let test: TestStore
        let session: SessionID
        let run: ClaimedRun

        init() async throws {
            test = try await TestStore(queuesRuns: true)
            session = try await test.createSession().id
            run = try #require(try await test.store.runs.claim(at: test.clock.now))
            try await test.store.runs.set(.working, of: run.number, at: test.clock.now)
            _ = try await test.store.runs.startOutput(of: run.number)
        }

        @discardableResult
        func print(_ control: [ControlLine], _ lines: String = "", upTo end: Int = 10) async throws -> [RunPrompt]? {
            try await test.store.runs.append(
                lines.isEmpty ? [] : TranscriptLines.parse(lines), control, of: run.number,
                answering: run.prompts.first ?? .none, upTo: end, at: test.clock.now)
        }

        var requests: [AgentRequest] {
            get async throws { try await test.store.sessions.requests(of: session, in: test.organization.id) }
        }

        var detail: SessionDetail {
            get async throws { try await test.store.sessions.detail(of: session, in: test.organization.id) }
        }

        func answer(
            _ id: RequestID, with answer: RequestAnswer = RequestTests.answer, by person: Author? = nil
        )
            async throws
        {
            _ = try await test.store.sessions.answer(
                id, of: session, in: test.organization.id, with: answer, by: person ?? test.author,
                at: test.clock.now, once: nil)
        }
    }

    @Test func whatIsMetTwiceIsAskedOnce() async throws {
        let work = try await Work()
        try await work.print([.asks(Self.asked("1"))])
        try await work.print([.asks(Self.asked("1")), .asks(Self.asked("2"))])
        let requests = try await work.requests
        #expect(requests.map(\.asked.name) == ["1", "2"])
        let wait = try await work.detail.session.waitingFor
        #expect(wait == SessionWait(id: requests[0].id, kind: .question, since: work.test.clock.now))
        #expect(try await work.detail.run?.stage == .waiting)
        // Another process may give its requests the same names.
        _ = try await work.test.store.runs.startOutput(of: work.run.number)
        try await work.print([.asks(Self.asked("1"))])
        #expect(try await work.requests.count == 3)
    }

    @Test func anAnswerIsGivenOnce() async throws {
        let work = try await Work()
        try await work.print([.asks(Self.asked("1"))])
        let id = try #require(try await work.requests.first?.id)
        let results = await withTaskGroup(of: DomainError?.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        try await work.answer(id)
                        return nil
                    } catch { return error as? DomainError }
                }
            }
            return await group.reduce(into: [DomainError?]()) { $0.append($1) }
        }
        #expect(results.filter { $0 == nil }.count == 1)
        for error in results.compactMap(\.self) {
            #expect(error.code == .conflict && error.detail.contains(work.test.author.name))
            #expect(error.detail.contains(work.test.clock.now.description))
        }
        let request = try #require(try await work.requests.first)
        #expect(request.state == .answered && request.answer == Self.answer)
        #expect(request.answeredBy?.id == work.test.author.id && request.endedAt == work.test.clock.now)
        #expect(try await work.detail.session.waitingFor == nil)
        #expect(try await work.detail.session.messageCount == 1)
    }

    @Test func theNextInLineIsWaitedForThen() async throws {
        let work = try await Work()
        try await work.print([.asks(Self.asked("1")), .asks(Self.asked("2", .permission, tool: "Bash"))])
        let requests = try await work.requests
        try await work.answer(requests[0].id)
        #expect(try await work.detail.session.waitingFor?.id == requests[1].id)
        await #expect(throws: DomainError.self) { try await work.answer(requests[1].id) }
        try await work.answer(requests[1].id, with: RequestAnswer(decision: .deny))
        #expect(try await work.detail.session.waitingFor == nil)
        await #expect(throws: DomainError.self) { try await work.answer(RequestID(rawValue: "req_none")) }
    }

    @Test func whatNobodyNeedsAnyMoreIsWithdrawn() async throws {
        let work = try await Work()
        try await work.print([.asks(Self.asked("1")), .asks(Self.asked("2"))])
        try await work.print([.cancels("1"), .cancels("unknown")])
        #expect(try await work.requests.map(\.state) == [.withdrawn, .pending])
        _ = try await work.test.store.sessions.stop(
            work.session, of: work.test.organization.id, by: "Alice", at: work.test.clock.now)
        let requests = try await work.requests
        #expect(requests.map(\.state) == [.withdrawn, .withdrawn])
        #expect(try await work.detail.session.waitingFor == nil)
        await #expect(throws: DomainError.self) { try await work.answer(requests[1].id) }
        // The last text of a stopped agent answers nobody.
        try await work.print([.asks(Self.asked("3"))])
        #expect(try await work.requests.count == 2)
    }

    @Test func aParkedRunGoesOnOnceAllIsAnswered() async throws {
        let work = try await Work()
        let runs = work.test.store.runs
        try await work.print([.asks(Self.asked("1")), .asks(Self.asked("2"))])
        _ = try await runs.deliver(
            try #require(work.run.prompts.first), to: work.run.number, at: work.test.clock.now)
        #expect(
            try await runs.park(
                work.run.number, outcome: .completed, seen: 1, note: nil, at: work.test.clock.now))
        #expect(try await work.detail.session.status == .active)
        #expect(try await work.detail.run?.stage == .waiting)
        #expect(try await runs.claim(at: work.test.clock.now) == nil)
        // Messages written in the meantime wait too.
        _ = try await work.test.store.sessions.followUp(
            "And hurry", in: work.session, of: work.test.organization.id, by: work.test.author.id,
            at: work.test.clock.now, once: nil)
        #expect(try await runs.claim(at: work.test.clock.now) == nil)
        let requests = try await work.requests
        try await work.answer(requests[0].id)
        #expect(try await runs.claim(at: work.test.clock.now) == nil)
        try await work.answer(requests[1].id)
        let again = try #require(try await runs.claim(at: work.test.clock.now))
        #expect(try await runs.settleRequests(of: again.number, at: work.test.clock.now))
        let prompts = try await runs.current(again.number)?.prompts ?? []
        #expect(prompts.count == 1)
        let text = try #require(prompts.first?.text)
        #expect(text.contains("And hurry") && text.components(separatedBy: "> Which?\n\nA").count == 3)
        #expect(!text.contains("Fix the login page"))
        // Once is enough.
        #expect(try await runs.settleRequests(of: again.number, at: work.test.clock.now))
        #expect(try await runs.current(again.number)?.prompts == prompts)
    }

    @Test func answersThatAProcessGotTogetherAreRepeatedTogether() async throws {
        let work = try await Work()
        let (runs, run) = (work.test.store.runs, work.run.number)
        _ = try await runs.deliver(try #require(work.run.prompts.first), to: run, at: work.test.clock.now)
        try await work.print([.asks(Self.asked("1")), .asks(Self.asked("2"))])
        for request in try await work.requests { try await work.answer(request.id) }
        #expect(try await runs.settleRequests(of: run, at: work.test.clock.now))
        let prompt = try #require(try await runs.current(run)?.prompts.first)
        #expect(prompt.text.components(separatedBy: "> Which?").count == 3)
        // The process gets them, and ends before it has said anything.
        _ = try await runs.deliver(prompt, to: run, at: work.test.clock.now)
        _ = try await runs.deliver(prompt, to: run, at: work.test.clock.now)
        let again = try #require(try await runs.current(run)?.prompts.first)
        #expect(again.text == prompt.text && again.isDelivered && !again.isReceived)
        try await work.print([], #"{"type":"assistant","message":{"content":[{"type":"text","text":"I see."}]}}"#)
        let takenUp = try #require(try await runs.current(run)?.prompts.first)
        #expect(takenUp.text == prompt.text && takenUp.isReceived)
        // What is said after that is not mixed with it, and nothing comes again once it is answered.
        _ = try await work.test.store.sessions.followUp(
            "And hurry", in: work.session, of: work.test.organization.id, by: work.test.author.id,
            at: work.test.clock.now, once: nil)
        #expect(try await runs.current(run)?.prompts.map(\.text) == [prompt.text, "And hurry"])
        let result = try TranscriptLines.parse(
            #"{"type":"result","subtype":"success","is_error":false,"result":"Done."}"#)
        let rest = try await runs.append(result, of: run, answering: takenUp, upTo: 20, at: work.test.clock.now)
        #expect(rest?.map(\.text) == ["And hurry"])
        // What the agent said before it got that doesn't show that it has read it.
        _ = try await runs.deliver(try #require(rest?.first), to: run, at: work.test.clock.now)
        #expect(try await runs.current(run)?.prompts.map(\.isReceived) == [false])
        try await work.print([], #"{"type":"assistant","message":{"content":[{"type":"text","text":"Quick."}]}}"#)
        #expect(try await runs.current(run)?.prompts.map(\.isReceived) == [true])
    }

    @Test func anAnswerThatComesWhileTheProcessEndsQueuesTheRun() async throws {
        let work = try await Work()
        try await work.print([.asks(Self.asked("1"))])
        try await work.answer(try #require(try await work.requests.first).id)
        #expect(try await work.test.store.runs.isUnsettled(work.run.number))
        _ = try await work.test.store.runs.park(
            work.run.number, outcome: .completed, seen: 1, note: nil, at: work.test.clock.now)
        #expect(try await work.test.store.runs.claim(at: work.test.clock.now) != nil)
    }

    @Test func whatFollowsTheToolsResultShowsThatTheAgentHasTheAnswer() async throws {
        let work = try await Work()
        try await work.print([.asks(Self.asked("1"))])
        try await work.answer(try #require(try await work.requests.first).id)
        try await work.print(
            [], #"{"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"tool-1","content":"A"}]}}"#)
        // It may forget it if it ends now.
        #expect(try await work.test.store.runs.isUnsettled(work.run.number))
        try await work.print([], #"{"type":"assistant","message":{"content":[{"type":"text","text":"I see."}]}}"#)
        #expect(try await !work.test.store.runs.isUnsettled(work.run.number))
    }

    @Test func approvingAPlanLetsTheAgentWorkByItself() async throws {
        let work = try await Work()
        let sessions = work.test.store.sessions
        let edit = SessionEdit(choices: AgentChoices(mode: .plan))
        let edited = try await sessions.apply(
            edit, to: work.session, of: work.test.organization.id, by: "Alice", at: work.test.clock.now)
        #expect(edited.mode == .plan)
        try await work.print(
            [.asks(Self.asked("1", .plan, tool: "ExitPlanMode"))],
            #"{"type":"assistant","message":{"content":[{"type":"text","text":"First look, then leap."}]}}"#)
        let request = try #require(try await work.requests.first)
        #expect(request.asked.plan == "First look, then leap.")
        try await work.answer(request.id, with: RequestAnswer(decision: .revise, message: "Leap first"))
        #expect(try await work.detail.session.mode == .plan)
        try await work.print([.asks(Self.asked("2", .plan, tool: "ExitPlanMode"))])
        let second = try #require(try await work.requests.last)
        try await work.answer(second.id, with: RequestAnswer(decision: .approve))
        #expect(try await work.detail.session.mode == .auto)
    }

    @Test func whatIsSaidAtOnceTakesThePlaceOfTheRest() async throws {
        let work = try await Work()
        try await work.print([.asks(Self.asked("1"))])
        let prompt = try #require(work.run.prompts.first)
        for (text, isUrgent) in [("Later", false), ("Now", true)] {
            _ = try await work.test.store.sessions.followUp(
                text, isUrgent: isUrgent, in: work.session, of: work.test.organization.id, by: work.test.author.id,
                at: work.test.clock.now, once: nil)
        }
        #expect(try await work.requests.map(\.state) == [.withdrawn])
        let runs = work.test.store.runs
        #expect(try await !runs.isWanted(work.run.number, for: prompt))
        #expect(try await runs.isRedirected(work.run.number))
        #expect(try await runs.current(work.run.number)?.prompts.map(\.text) == ["Fix the login page\n\nLater\n\nNow"])
    }

    @Test func theLogTellsOfThem() async throws {
        let work = try await Work()
        let events = work.test.store.events
        let start = try await events.position()
        try await work.print([.asks(Self.asked("1")), .asks(Self.asked("2"))])
        try await work.answer(try #require(try await work.requests.first).id)
        try await work.print([.cancels("2")])
        let scope = EventScope(organization: work.test.organization.id, session: work.session)
        let batch = try #require(try await events.events(after: start, of: scope, at: work.test.clock.now))
        #expect(
            batch.events.map(\.type).filter { $0.rawValue.hasPrefix("request.") }
                == [.requestCreated, .requestCreated, .requestAnswered, .requestWithdrawn])
        #expect(batch.events.map(\.type).contains(.sessionUpdated))
    }

    @Test func listsFindThoseThatWait() async throws {
        let work = try await Work()
        _ = try await work.test.createSession("Another")
        try await work.print([.asks(Self.asked("1"))])
        for (isWaiting, count) in [(true, 1), (false, 1), (nil, 2)] {
            var filter = SessionFilter()
            filter.isWaiting = isWaiting
            let page = try await work.test.store.sessions.page(
                of: work.test.organization.id, filter, after: .start, limit: 10)
            #expect(page.sessions.count == count)
            if isWaiting == true { #expect(page.sessions.first?.session.id == work.session) }
        }
    }
}
