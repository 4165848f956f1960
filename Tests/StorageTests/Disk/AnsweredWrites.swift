import Domain
import Synchronization

/// The acknowledged writes of a store, and the write that was in progress when it failed.
final class AnsweredWrites: Sendable {
    struct Transcript: Sendable {
        var titles: [String]
        var lines: [String] = []
        /// The failed write, of which everything or nothing may be stored.
        var doubtfulLines: [String] = []
        var doubtfulTitle: String?
    }

    private let transcripts = Mutex<[SessionID: Transcript]>([:])

    var all: [SessionID: Transcript] { transcripts.withLock { $0 } }

    func change(_ session: SessionID, _ change: @Sendable (inout Transcript) -> Void) {
        transcripts.withLock { change(&$0[session, default: Transcript(titles: [])]) }
    }
}
