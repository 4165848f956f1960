import Domain
import NIOCore
import Storage
import Synchronization

/// Cached session lists of organizations without a filter, as bytes ready to be sent: the response that is requested
/// most often, and rarely changes between two requests.
///
/// A list is cached with the position in the event log up to which it is valid. If nothing was logged since, which the
/// store knows without reading the database, and the statistics can't have changed by time alone, the list is sent as
/// it is. Otherwise only the sessions that the log names are read and written anew. Lists of `maximumCount` or more
/// sessions aren't cached.
final class SessionListCache: Sendable {
    static let maximumCount = 500
    private static let capacity = 100
    private static let capacityOfTooLong = 10_000
    /// How long a list that was found too long isn't checked again.
    private static let recheckInterval: Duration = .seconds(60)

    private let sessions: SessionStore
    private struct State {
        var lists = OldestFirst<OrganizationID, CachedList>(capacity: SessionListCache.capacity)
        /// When each list was found too long; it rarely gets shorter again.
        var tooLong = OldestFirst<OrganizationID, Timestamp>(capacity: SessionListCache.capacityOfTooLong)

        func isTooLong(_ organization: OrganizationID, at now: Timestamp) -> Bool {
            tooLong[organization].map { $0 <= now && now < $0 + recheckInterval } ?? false
        }
    }

    private let state = Mutex(State())

    init(_ sessions: SessionStore) {
        self.sessions = sessions
    }

    /// - Returns: `nil` for a list that is too long to be cached.
    func list(of organization: OrganizationID, at now: Timestamp) async throws -> CachedList? {
        let (known, isTooLong) = state.withLock { ($0.lists[organization], $0.isTooLong(organization, at: now)) }
        guard !isTooLong else { return nil }
        if let known, sessions.isCurrent(known.mark, of: organization, at: now) { return known }
        let changes = try await sessions.changes(
            of: organization, since: known?.mark, limit: Self.maximumCount, at: now)
        let renewed = changes.map { CachedList(known, $0) }
        return state.withLock { state in
            guard let renewed, renewed.count < Self.maximumCount else {
                state.lists[organization] = nil
                state.tooLong[organization] = now
                return nil
            }
            state.tooLong[organization] = nil
            state.lists[organization] = renewed
            return renewed
        }
    }
}

/// An organization's list of sessions as it is sent, with the pieces of which it consists.
struct CachedList: Sendable {
    private struct Piece {
        let id: SessionID
        let createdAt: Timestamp
        let json: [UInt8]

        init(_ session: Session) {
            id = session.id
            createdAt = session.createdAt
            var writer = JSONWriter()
            writer.session(session)
            json = writer.bytes
        }

        /// The order of the list: the newest first; sessions of the same millisecond by id.
        static func < (left: Self, right: Self) -> Bool {
            (right.createdAt, left.id) < (left.createdAt, right.id)
        }
    }

    let mark: SessionListMark
    let body: CachedBody
    private let pieces: [Piece]

    var count: Int { pieces.count }

    init(_ known: CachedList?, _ changes: SessionListChanges) {
        mark = changes.mark
        switch changes.change {
        case .all(let sessions):
            pieces = sessions.map(Piece.init)
        case .some(let changes):
            var kept = known?.pieces.filter { changes[$0.id] == nil } ?? []
            for piece in changes.values.compactMap({ $0.map(Piece.init) }) {
                kept.insert(piece, at: kept.firstIndex { piece < $0 } ?? kept.endIndex)
            }
            pieces = kept
        }
        var json = JSONWriter()
        json.reserve(pieces.reduce(200) { $0 + $1.json.count + 1 })
        let pieces = pieces
        let stats = mark.stats.stats
        json.object { json in
            json.field("sessions") { $0.array(pieces) { $0.raw($1.json) } }
            json.field("stats") { $0.stats(stats) }
        }
        body = CachedBody(ByteBuffer(bytes: json.bytes))
    }
}
