import Domain
import Foundation
import Sandbox
import Storage
import TestSupport
import Testing

@testable import Runs

/// Agents that ask, and people who answer.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct AskingTests {
    /// `ask NAME` sends a request, `read_line` reads the next input into `$reply`, `took NAME` reports the outcome.
    static let words = #"""
        ask() { line '"type":"control_request","request_id":"'"$1"'","request":{"subtype":"can_use_tool","tool_name":"AskUserQuestion","tool_use_id":"tool-'"$1"'","input":{"questions":[{"question":"Which?","options":[{"label":"A"},{"label":"B"}]}]}}'; }
        read_line() { IFS= read -r reply; }
        took() { line '"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"tool-'"$1"'","content":"ok"}]}'; }
        heard() { case "$reply" in *'"Which?": "A"'*) answer "Heard A";; *'"Which?": "B"'*) answer "Heard B";; *) answer "Heard nothing";; esac; }

        """#

    /// Asks, and answers with the reply; after a restart, it answers with its prompt.
    private static let asksOnce =
        words + #"""
            begin; read_prompt
            case "$prompt" in
            *"Continue where"*) answer "Asked again";;
            *'> Which?'*A*) answer "Told A";;
            *) case "$*" in *--resume*) answer "Told nothing";; *) say Asking; ask 1; read_line; took 1; heard;; esac;;
            esac
            """#

    private static let answer = RequestAnswer(answers: ["Which?": .one("A")])

    func requests(_ id: SessionID, in home: RunHome) async throws -> [AgentRequest] {
        try await home.store.sessions.requests(of: id, in: home.organization)
    }

    /// Waits until this number of requests is open.
    @discardableResult
    func waiting(_ id: SessionID, for count: Int = 1, in home: RunHome) async throws -> [AgentRequest] {
        try await eventually {
            try await requests(id, in: home).filter { $0.state == .pending }.count == count
        }
        return try await requests(id, in: home)
    }

    private func answer(
        _ request: AgentRequest?, of id: SessionID, in home: RunHome, with answer: RequestAnswer = answer
    ) async throws {
        _ = try await home.store.sessions.answer(
            try #require(request).id, of: id, in: home.organization, with: answer, by: home.author,
            at: home.clock.now, once: nil)
    }

    func say(now prompt: String, in id: SessionID, _ home: RunHome) async throws {
        _ = try await home.store.sessions.followUp(
            prompt, isUrgent: true, in: id, of: home.organization, by: home.author.id, at: home.clock.now, once: nil)
    }

    /// Waits until the run of a session that waits has no process any more.
    func parked(_ id: SessionID, in home: RunHome) async throws {
        try await eventually { try await home.detail(id).run?.attempts.last?.outcome == .waiting }
    }

    @Test func anAgentThatAsksGoesOnWithTheAnswer() async throws {
        let home = try await RunHome(agent: Self.asksOnce)
        try await home.working {
            let id = try await home.create("Go")
            let request = try await waiting(id, in: home).first
            let detail = try await home.detail(id)
            #expect(detail.session.status == .active && detail.session.waitingFor?.id == request?.id)
            #expect(detail.run?.stage == .waiting)
            try await answer(request, of: id, in: home)
            let end = try await home.end(of: id)
            #expect(end.session.status == .completed && end.session.waitingFor == nil)
            // Neither the question nor its answer is a message.
            #expect(try await home.texts(id) == ["Go", "Asking", "Heard A"])
        }
    }

    @Test func othersWorkWhileOneWaits() async throws {
        let script =
            Self.words
            + #"read_prompt; begin; case "$prompt" in *Ask*) ask 1; read_line; took 1; heard;; *) answer Done;; esac"#
        let home = try await RunHome(agent: script) { $0.concurrency = 1 }
        try await home.working(runners: 3) {
            let first = try await home.create("Ask")
            let second = try await home.create("Ask too")
            let requests = try await (waiting(first, in: home), waiting(second, in: home))
            let third = try await home.create("Go")
            #expect(try await home.end(of: third).session.status == .completed)
            try await answer(requests.0.first, of: first, in: home)
            try await answer(requests.1.first, of: second, in: home)
            for id in [first, second] {
                _ = try await home.end(of: id)
                #expect(try await home.texts(id).last == "Heard A")
            }
            let fourth = try await home.create("Go")
            #expect(try await home.end(of: fourth).session.status == .completed)
        }
    }

    @Test func severalMayBeOpenAtOnce() async throws {
        // Both answers may come at once, and then in the order of their requests.
        let script =
            Self.words + #"""
                read_first() { read_line; case "$reply" in *'"request_id": "1"'*) first=$reply;; esac; }
                read_prompt; begin; ask 1; ask 2; read_first; read_first; took 2; took 1; reply=$first; heard
                """#
        let home = try await RunHome(agent: script)
        try await home.working {
            let id = try await home.create("Go")
            let requests = try await waiting(id, for: 2, in: home)
            try await answer(requests[1], of: id, in: home)
            #expect(try await home.detail(id).session.waitingFor?.id == requests[0].id)
            try await answer(requests[0], of: id, in: home, with: RequestAnswer(answers: ["Which?": .one("B")]))
            _ = try await home.end(of: id)
            #expect(try await home.texts(id).last == "Heard B")
        }
    }

    @Test(arguments: [true, false])
    func anAgentThatHasEndedIsToldLater(keepsWorkspace: Bool) async throws {
        let home = try await RunHome(agent: Self.asksOnce) { $0.answerTimeout = .zero }
        try await home.working {
            let id = try await home.create("Go")
            let request = try await waiting(id, in: home).first
            try await parked(id, in: home)
            #expect(try await home.detail(id).session.status == .active)
            #expect(try await home.detail(id).run?.stage == .waiting)
            if !keepsWorkspace {
                let path = home.workspace(of: id)
                let isForgotten = try await home.store.runs.forgetWorkspace(of: id) {
                    try FileManager.default.removeItem(atPath: path)
                }
                #expect(isForgotten)
            }
            try await answer(request, of: id, in: home)
            let end = try await home.end(of: id)
            #expect(end.session.status == .completed)
            let texts = try await home.texts(id)
            #expect(texts.count == 4 && texts[2].contains("> Which?\n\nA"))
            #expect(texts.last == "Told A")
            #expect(try await requests(id, in: home).map(\.state) == [.answered])
        }
    }

    @Test(arguments: [true, false])
    func aServerThatEndsForgetsNoQuestion(isRead: Bool) async throws {
        // What nobody has read of a runner's output is dropped with the runner's work.
        guard isRead || RunPlace.current == .server else { return }
        let home = try await RunHome(agent: Self.asksOnce)
        let id = try await home.create("Go")
        try await home.working { try await waiting(id, in: home) }
        if !isRead {
            // The last that it printed, which nobody had read: another question, and that it took both back.
            let path = "\(home.configuration.directory)/\(id)/output-1.ndjson"
            let file = try #require(FileHandle(forWritingAtPath: path))
            try file.seekToEnd()
            let lines = [
                #"{"type":"control_request","request_id":"2","request":{"subtype":"can_use_tool","tool_name":"Bash","#
                    + #""tool_use_id":"tool-2","input":{"command":"true"}}}"#,
                #"{"type":"control_cancel_request","request_id":"1"}"#,
                #"{"type":"control_cancel_request","request_id":"2"}"#,
            ]
            try file.write(contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
            try file.close()
        }
        for _ in 0..<2 { try await home.working { try await parked(id, in: home) } }
        let open = try await waiting(id, for: isRead ? 1 : 2, in: home)
        try await answer(open.first, of: id, in: home)
        try await home.working {
            if !isRead { try await answer(open.last, of: id, in: home, with: RequestAnswer(decision: .allow)) }
            _ = try await home.end(of: id)
            #expect(try await home.texts(id).last == "Told A")
            #expect(try await home.texts(id).filter { $0.contains("> Which?") }.count == 1)
        }
    }

    @Test func anAnswerThatNoAgentHasGotIsToldToTheNext() async throws {
        // It reads the answer, and exits before that is recorded.
        let script =
            Self.words + #"""
                begin; read_prompt
                case "$*" in *--resume*) case "$prompt" in *'> Which?'*A*) answer "Told A";; *) answer "Told nothing";; esac;; *) ask 1; read_line;; esac
                """#
        let home = try await RunHome(agent: script)
        try await home.working {
            let id = try await home.create("Go")
            try await answer(waiting(id, in: home).first, of: id, in: home)
            _ = try await home.end(of: id)
            #expect(try await home.texts(id).last == "Told A")
        }
    }

    @Test func aStopWithdrawsTheQuestion() async throws {
        let home = try await RunHome(agent: Self.asksOnce)
        try await home.working {
            let id = try await home.create("Go")
            let request = try await waiting(id, in: home).first
            _ = try await home.store.sessions.stop(id, of: home.organization, by: "Alice", at: home.clock.now)
            let end = try await home.end(of: id)
            #expect(end.session.failure == "Stopped by Alice." && end.session.waitingFor == nil)
            #expect(try await requests(id, in: home).map(\.state) == [.withdrawn])
            await #expect(throws: DomainError.self) { try await answer(request, of: id, in: home) }
        }
    }

    @Test(.onServerOnly("On a runner, the place of a run is free for it."))
    func aStopDoesNotWaitForAPlaceAsAnAnswerDoes() async throws {
        let script =
            Self.words
                + #"""
                read_prompt; begin
                case "$prompt" in *Ask*) ask 1; read_line; took 1; heard;; *) say Working; read_line; answer Done;; esac
                """#
        let home = try await RunHome(agent: script) { $0.concurrency = 1 }
        try await home.working {
            let first = try await home.create("Ask")
            let request = try await waiting(first, in: home).first
            let second = try await home.create("Go")
            try await eventually { try await home.texts(second).last == "Working" }
            try await answer(request, of: first, in: home)
            for id in [first, second] {
                _ = try await home.store.sessions.stop(id, of: home.organization, by: "Alice", at: home.clock.now)
                #expect(try await home.end(of: id).session.failure == "Stopped by Alice.")
            }
        }
    }

    @Test func ofTooManyThatWaitTheFirstLosesItsProcess() async throws {
        let home = try await RunHome(agent: Self.asksOnce) { $0.waitingAgents = 1 }
        try await home.working(runners: 2) {
            let first = try await home.create("Go")
            let request = try await waiting(first, in: home).first
            let second = try await home.create("Go")
            let other = try await waiting(second, in: home).first
            try await parked(first, in: home)
            #expect(try await home.detail(second).run?.attempts.isEmpty == true)
            try await answer(request, of: first, in: home)
            try await answer(other, of: second, in: home)
            for (id, words) in [(first, "Told A"), (second, "Heard A")] {
                _ = try await home.end(of: id)
                #expect(try await home.texts(id).last == words)
            }
        }
    }

    @Test func whatWasTakenBackIsNotSaid() async throws {
        let script =
            Self.words + #"""
                begin; read_prompt; say Working; until test -e said; do sleep 0.05; done; answer First
                while read_prompt; do case "$prompt" in *Third*) answer "Heard the third";; *) answer "Heard it";; esac; done
                """#
        let home = try await RunHome(agent: script)
        @Sendable func withdraw(_ sequence: Int, in id: SessionID) async throws {
            _ = try await home.store.sessions.withdraw(
                sequence, of: id, in: home.organization, by: home.author.id, as: .member, at: home.clock.now)
        }
        try await home.working {
            let id = try await home.create("Go")
            try await eventually { try await home.texts(id).contains("Working") }
            try await home.say("Second", in: id)
            try await home.say("Third", in: id)
            let queued = try #require(try await home.detail(id).run?.queued)
            try await withdraw(queued[0], in: id)
            try home.write(to: "workspace/said", of: id)
            let detail = try await home.end(of: id)
            #expect(try await home.texts(id).suffix(3) == ["Third", "First", "Heard the third"])
            #expect(detail.session.status == .completed && detail.run?.pending == [])
        }
    }

    @Test func whatNobodyCanDoIsRefused() async throws {
        let script =
            Self.words + #"""
                begin; read_prompt; line '"type":"control_request","request_id":"9","request":{"subtype":"hook_callback"}'; read_line
                case "$reply" in *'"error"'*'"9"'*) answer Refused;; *) answer "Told something else";; esac
                """#
        let home = try await RunHome(agent: script)
        try await home.working {
            let id = try await home.create("Go")
            _ = try await home.end(of: id)
            #expect(try await home.texts(id).last == "Refused")
        }
    }
}
