import Testing

@testable import Domain

struct SessionStateTests {
    private func session(
        _ status: SessionStatus = .active, failure: String? = nil, messages: Int = 1, run: RunStage? = nil,
        place: Int? = nil, isAsking: Bool = false
    ) -> Session {
        Session(
            id: .make(at: .start), organizationID: OrganizationID(rawValue: "org_a"),
            author: Author(id: UserID(rawValue: "user_a"), name: "Alice", imageURL: nil), title: "Paint",
            titleSource: .generated, status: status, failure: failure, model: "m", repository: nil, branch: nil,
            pullRequest: nil, messageCount: messages, firstMessagePreview: nil, lastMessagePreview: nil,
            createdAt: .start, updatedAt: .start, archivedAt: nil,
            waitingFor: isAsking
                ? SessionWait(id: RequestID(rawValue: "req_a"), kind: .question, since: .start + .seconds(9)) : nil,
            run: run.map { SessionRun(stage: $0, since: .start + .seconds(5), place: place) })
    }

    @Test func anActiveSessionStandsAsItsRunDoes() {
        #expect(session(run: .queued, place: 2).state == .queued(place: 2))
        #expect(session(run: .cloning).state == .cloning && session(run: .preparing).state == .cloning)
        #expect(session(run: .working).state == .working && session(run: .publishing).state == .publishing)
        #expect(session(run: .working, isAsking: true).state == .waiting)
        #expect(session(run: .ended, isAsking: true).state == .waiting && session(run: .ended).state == .waiting)
        // An answered run goes back to the queue while another request is open.
        #expect(session(run: .queued, isAsking: true).state == .queued(place: nil))
    }

    @Test func withoutARunAnAgentElsewhereOrAPersonIsToAct() {
        #expect(session().state == .outside)
        #expect(session(messages: 0).state == .waiting && session(isAsking: true).state == .waiting)
    }

    @Test func anEndedSessionTellsWhoStoppedIt() {
        #expect(session(.completed, run: .publishing).state == .completed)
        #expect(session(.failed, failure: "No disk.").state == .failed)
        #expect(session(.failed, failure: "Stopped by Alice B.", run: .working).state == .stopped(by: "Alice B"))
        #expect(session(.failed, failure: "Marked as failed by Alice.").state == .failed)
        var summary = SessionSummary()
        #expect(summary.stop(by: "Uma") && SessionSummary.stopper(in: summary.failure) == "Uma")
    }

    @Test func theClockRunsFromWhereTheStateBegan() {
        #expect(session(run: .working).stateBegan == .start + .seconds(5))
        #expect(session(run: .working, isAsking: true).stateBegan == .start + .seconds(9))
        #expect(session(.completed, run: .ended).stateBegan == nil && session().stateBegan == nil)
    }
}

extension Timestamp {
    fileprivate static let start = Timestamp(milliseconds: 1_770_000_000_000)
}
