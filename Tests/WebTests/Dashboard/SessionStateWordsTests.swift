import Domain
import Testing

@testable import Web

struct SessionStateWordsTests {
    private static let now = Timestamp(milliseconds: 1_770_000_000_000)

    private func words(
        _ stage: RunStage?, place: Int? = nil, _ status: SessionStatus = .active, failure: String? = nil,
        after seconds: Int = 0
    ) -> SessionStateWords {
        let session = Session(
            id: .make(at: Self.now), organizationID: OrganizationID(rawValue: "org_a"),
            author: Author(id: UserID(rawValue: "user_a"), name: "Alice", imageURL: nil), title: "Paint",
            titleSource: .generated, status: status, failure: failure, model: "m", repository: nil, branch: nil,
            pullRequest: nil, messageCount: 1, firstMessagePreview: nil, lastMessagePreview: nil, createdAt: Self.now,
            updatedAt: Self.now, archivedAt: nil,
            run: stage.map { SessionRun(stage: $0, since: Self.now - .seconds(seconds), place: place) })
        return SessionStateWords(session, now: Self.now)
    }

    @Test func aStateIsAWordAToneAndAClock() {
        let working = words(.working, after: 192)
        #expect(working.label == "Working" && working.tone == "busy" && working.clock?.text == "3m 12s")
        #expect(words(.working, after: 3_789).clock?.text == "1h 3m")
        #expect(words(.preparing).label == "Setting up" && words(.cloning).label == "Cloning")
        #expect(words(nil).label == "Agent elsewhere" && words(nil).clock == nil)
        #expect(words(nil).updated?.text == "just now" && working.updated == nil)
    }

    @Test func thePlaceInTheQueueIsInWords() {
        #expect(words(.queued).sentence == "Queued")
        #expect(words(.queued, place: 1).sentence == "Queued · next in line")
        #expect(words(.queued, place: 2).sentence == "Queued · 2nd in line")
        #expect(words(.queued, place: 112).sentence == "Queued · 112th in line")
    }

    @Test func whatAPersonStoppedIsNoFailure() {
        let stopped = words(.ended, .failed, failure: "Stopped by Uma.")
        #expect(stopped.sentence == "Stopped by Uma" && stopped.tone == "neutral" && stopped.label == "Stopped")
        #expect(words(.ended, .failed, failure: "No disk.").tone == "bad")
    }
}
