import Domain
import Synchronization

/// What a store said is on disk, and what it may hold besides: a write that it was at when it failed.
final class AnsweredWrites: Sendable {
    struct Transcript: Sendable {
        var titles: [String]
        var lines: [String] = []
        /// Of the write that failed: all of it is there or nothing.
        var doubtfulLines: [String] = []
        var doubtfulTitle: String?
    }

    private let transcripts = Mutex<[SessionID: Transcript]>([:])

    var all: [SessionID: Transcript] { transcripts.withLock { $0 } }

    func change(_ session: SessionID, _ change: @Sendable (inout Transcript) -> Void) {
        transcripts.withLock { change(&$0[session, default: Transcript(titles: [])]) }
    }
}
