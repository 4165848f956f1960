import Domain
import GRDB

/// The sessions of an organization that match all terms of a search, each in the title, the facts or one of the
/// messages.
///
/// A bounded number of positions is read, the newest sessions' first, so that the cost doesn't grow with the number of
/// messages. Older sessions may be missed; `limit` reports that.
struct SessionSearch {
    /// The sessions whose title and facts have every term.
    private(set) var titles: Set<Int64> = []
    /// All found sessions, with the newest message that has the first term; 0 where no message has it.
    private(set) var sessions: [Int64: Int] = [:]
    /// Why sessions may be missing.
    private(set) var limit: SearchLimit?

    /// The positions found for one term.
    private struct Found {
        let titleExpression: SearchExpression
        let messageExpression: SearchExpression
        let titles: TermPositions
        let messages: TermPositions

        var isCut: Bool { titles.isCut || messages.isCut }
        var hasMoreWords: Bool { titleExpression.isCut || messageExpression.isCut }
        var sessions: Set<Int64> { Set(titles.sequences.keys).union(messages.sequences.keys) }

        /// The newest message with the term, 0 for the title; `nil` when the session doesn't have the term.
        func sequence(in session: Int64, _ db: Database) throws -> Int? {
            if let known = messages.sequences[session] { return known }
            if messages.isCut,
                let found = try TermPositions.sequence(of: messageExpression.text, in: .messages, session: session, db)
            {
                return found
            }
            if titles.sequences[session] != nil { return 0 }
            guard titles.isCut else { return nil }
            return try TermPositions.sequence(of: titleExpression.text, in: .titles, session: session, db)
        }
    }

    init(_ query: SearchQuery, in organization: OrganizationID, _ db: Database) throws {
        let isComplete = try SearchState.fetch(db)?.isComplete ?? true
        if !isComplete { limit = .indexIncomplete }
        guard let mark = try SearchIndex.mark(of: organization, db) else { return }
        let members = try MemberStore.members(of: organization, db).map(\.user)
        let terms = try query.terms.map { term in
            let authors = members.filter { term.occurs(in: $0.name) }.map(\.id)
            let titleExpression = try SearchExpression(term, by: authors, mark, in: .titles, db)
            let messageExpression = try SearchExpression(term, mark, in: .messages, db)
            return Found(
                titleExpression: titleExpression, messageExpression: messageExpression,
                titles: try TermPositions(of: titleExpression.text, in: .titles, db),
                messages: try TermPositions(of: messageExpression.text, in: .messages, db))
        }
        guard let first = terms.first else { return }
        let inTitles =
            terms.count == 1
            ? first.titles
            : try TermPositions(of: terms.map(\.titleExpression.text).joined(separator: " AND "), in: .titles, db)
        titles = Set(inTitles.sequences.keys)
        // The rarest term decides in which sessions the others are looked up.
        func rarity(_ term: Found) -> (Int, Int) { (term.isCut ? 1 : 0, term.sessions.count) }
        let rarest = terms.min { rarity($0) < rarity($1) } ?? first
        let isCut = inTitles.isCut || rarest.isCut || terms.contains { $0.hasMoreWords }
        if isComplete, isCut { limit = .tooMuchToSearch }
        for session in titles.union(rarest.sessions) {
            var places: [Int] = []
            for term in terms {
                guard let place = try term.sequence(in: session, db) else { break }
                places.append(place)
            }
            if places.count == terms.count { sessions[session] = places.first }
        }
    }
}
