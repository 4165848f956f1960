import Domain
import TestSupport

/// An organization as the contract describes it: everything is looked at for every answer.
struct Model {
    let team: Team
    let people: [Person]
    var sessions: [ModelSession] = []

    /// Newest first; sessions of the same millisecond by id.
    var ordered: [ModelSession] {
        sessions.sorted { ($1.createdAt, $0.id) < ($0.createdAt, $1.id) }
    }

    func stats(at now: Timestamp) -> JSONValue {
        let week = now - .seconds(7 * 86_400)
        let minutes = now - .seconds(300)
        func isIn(_ time: Timestamp, since start: Timestamp) -> Bool { time > start && time <= now }
        func senders(since start: Timestamp) -> Int {
            Set(sessions.flatMap(\.messages).filter { isIn($0.time, since: start) }.compactMap(\.author)).count
        }
        let merged = sessions.flatMap(\.pullRequests).filter { $0.mergedAt.map { isIn($0, since: week) } ?? false }
        let authors = sessions.filter { isIn($0.createdAt, since: week) }.map(\.author.user.id)
        return [
            "mergesPastWeek": .number(Double(Set(merged.map(\.url)).count)),
            "authorsPastWeek": .number(Double(Set(authors).count)),
            "humansPastWeek": .number(Double(senders(since: week))),
            "humansPromptingNow": .number(Double(senders(since: minutes))),
        ]
    }

    /// A filter, and its condition.
    struct Filter {
        var query = ""
        var passes: (ModelSession) -> Bool = { _ in true }
        var word: String?
    }

    func list(_ filter: Filter) -> [ModelSession] {
        let passing = ordered.filter(filter.passes)
        guard let word = filter.word else { return passing }
        let found = passing.filter { $0.words.contains(word) }
        let inTitle = found.filter { session in
            session.title.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0 == word }
        }
        return inTitle + found.filter { session in !inTitle.contains { $0.id == session.id } }
    }
}
