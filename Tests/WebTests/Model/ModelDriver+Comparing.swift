import Domain
import HTTPTypes
import TestSupport
import Testing

extension ModelDriver {
    /// Compares a random filtered list, in pages of a random size, and the stats.
    mutating func compare() async throws {
        let model = pick(models)
        let filter = makeFilter(model)
        let limit = pick([1, 3, 50])
        var listed: [JSONValue] = []
        var cursor = ""
        let expected = model.list(filter)
        repeat {
            let answer = try await service.send(
                .get, "/api/sessions?limit=\(limit)\(filter.query)\(cursor)", as: model.team.key)
            #expect(answer.json["stats"] == model.stats(at: service.clock.now))
            listed += answer.json["sessions"]?.elements ?? []
            cursor = answer.json["nextCursor"]?.text.map { "&cursor=\($0)" } ?? ""
        } while !cursor.isEmpty && listed.count < 12
        let seen = cursor.isEmpty ? expected : Array(expected.prefix(listed.count))
        #expect(listed.map { $0.without("match") } == seen.map(\.json), "\(filter.query)")
    }

    mutating func compareEverything() async throws {
        for model in models {
            let answer = try await service.send(.get, "/api/sessions", as: model.team.key)
            #expect(
                answer.json == [
                    "sessions": .array(model.ordered.map(\.json)), "stats": model.stats(at: service.clock.now),
                ])
            for session in model.sessions {
                let answer = try await service.send(.get, "/api/sessions/\(session.id)", as: model.team.key)
                let texts = answer.json["session"]?["messages"]?.elements.map(\.shownText)
                #expect(texts == session.messages.map(\.text))
            }
        }
    }

    private mutating func makeFilter(_ model: Model) -> Model.Filter {
        var filter = Model.Filter(query: "&archived=any")
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            filter.query = ""
            filter.passes = { $0.archivedAt == nil }
        case 1:
            filter.query = "&archived=true"
            filter.passes = { $0.archivedAt != nil }
        case 2:
            let status = pick(["active", "completed", "failed"])
            filter.query += "&status=\(status)"
            filter.passes = { $0.status == status }
        case 3:
            let person = pick(model.people)
            filter.query += "&author=\(person.user.id)"
            filter.passes = { $0.author.user.id == person.user.id }
        case 4:
            let repository = pick(Self.repositories)
            filter.query += "&repository=\(repository)"
            filter.passes = { $0.repository == repository }
        default:
            break
        }
        if Bool.random(using: &random) {
            let word = pick(Self.words)
            filter.query += "&q=\(word)"
            filter.word = word
        }
        return filter
    }
}

extension JSONValue {
    fileprivate func without(_ key: String) -> JSONValue {
        guard case .object(var fields) = self else { return self }
        fields[key] = nil
        return .object(fields)
    }

    /// The text of a message that people see.
    fileprivate var shownText: String? {
        self["result"]?.text ?? self["message"]?["content"]?.text ?? self["message"]?["content"]?[0]?["text"]?.text
    }
}
