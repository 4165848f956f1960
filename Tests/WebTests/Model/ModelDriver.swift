import Domain
import HTTPTypes
import TestSupport
import Testing

/// Does the same to the service and to the model.
struct ModelDriver {
    let service: TestService
    var random: SeededGenerator
    var models: [Model]
    private let json: HTTPFields = [.contentType: "application/json"]
    static let words = [
        "login", "cache", "parser", "release", "branch", "export", "digest", "router", "index", "survey",
    ]
    static let repositories = ["acme/web", "acme/api"]

    init(service: TestService, seed: UInt64) async throws {
        self.service = service
        random = SeededGenerator(seed: seed)
        models = []
        var teams: [Team] = []
        for name in ["Acme", "Umbrella"] {
            teams.append(try await service.makeTeam(name, owner: "Owner of \(name)"))
        }
        // After the teams: to make the second changes the rights of somebody in the first, and so the cookie.
        for team in teams {
            let owner = try await service.join(team, "Olga", as: .owner)
            let people = [owner, try await service.join(team, "Bob"), try await service.join(team, "Carol")]
            models.append(Model(team: team, people: people))
        }
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &random)]
    }

    /// Says which organization is meant, for people who belong to several.
    private func scope(_ index: Int) -> String { "organizationId=\(models[index].team.id)" }

    private mutating func text() -> String {
        let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in pick(Self.words) }
        return "Fix " + words.joined(separator: " ") + pick(["", ".", ". Then test it.", "?"])
    }

    mutating func change() async throws {
        // Usually minutes, sometimes hours: two weeks in total, so that no cookie expires.
        let isLongBreak = Int.random(in: 0..<40, using: &random) == 0
        service.clock.advance(by: .milliseconds(isLongBreak ? 40_000_000 : pick([0, 1, 1000, 200_000, 300_000])))
        let index = Int.random(in: models.indices, using: &random)
        guard !models[index].sessions.isEmpty, Int.random(in: 0..<5, using: &random) > 0 else {
            return try await create(in: index)
        }
        let session = Int.random(in: models[index].sessions.indices, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2: try await followUp(index, session)
        case 3...4: try await report(index, session)
        case 5: try await rename(index, session)
        case 6: try await archive(index, session)
        case 7: try await stop(index, session)
        case 8: try await pullRequest(index, session)
        default: try await delete(index, session)
        }
    }

    private mutating func create(in index: Int) async throws {
        let model = models[index]
        let person = pick(model.people)
        let prompt = pick([nil, text(), text(), text()])
        let repository = pick([nil] + Self.repositories)
        let body =
            #"{"organizationId": "\#(model.team.id)""# + (prompt.map { #", "initialMessage": "\#($0)""# } ?? "")
            + (repository.map { #", "repoUrl": "https://github.com/\#($0)""# } ?? "") + "}"
        let answer = try await service.send(.post, "/api/sessions", as: person.cookie, body: body)
        let now = service.clock.now
        var session = ModelSession(
            id: try #require(answer.json["session"]?["id"]?.text), author: person, repository: repository,
            createdAt: now, updatedAt: now)
        if let prompt { session.append(.init(text: prompt, isHuman: true, author: person.user.id, time: now)) }
        models[index].sessions.append(session)
        #expect(answer.json["session"] == session.json)
    }

    private mutating func followUp(_ index: Int, _ session: Int) async throws {
        let person = pick(models[index].people)
        let text = text()
        let id = models[index].sessions[session].id
        let answer = try await service.send(
            .post, "/api/sessions/\(id)/messages?\(scope(index))", as: person.cookie, body: #"{"content": "\#(text)"}"#)
        let message = ModelSession.Message(
            text: text, isHuman: true, author: person.user.id, time: service.clock.now)
        models[index].sessions[session].append(message)
        models[index].sessions[session].status = "active"
        models[index].sessions[session].failure = nil
        #expect(answer.json["session"] == models[index].sessions[session].json)
    }

    /// The agent's side: a text, and perhaps its end.
    private mutating func report(_ index: Int, _ session: Int) async throws {
        let text = text()
        let ending = pick(["none", "completed", "failed"])
        var lines = [#"{"type":"system","subtype":"init"}"#]
        lines.append(#"{"type":"assistant","message":{"content":[{"type":"text","text":"\#(text)"}]}}"#)
        if ending != "none" {
            lines.append(#"{"type":"result","is_error":\#(ending == "failed"),"result":"\#(text)"}"#)
        }
        let answer = try await service.send(
            .post, "/api/sessions/\(models[index].sessions[session].id)/messages", as: models[index].team.key,
            headers: [.contentType: "application/x-ndjson"], body: lines.joined(separator: "\n"))
        let message = ModelSession.Message(text: text, isHuman: false, author: nil, time: service.clock.now)
        models[index].sessions[session].append(message)
        if ending != "none" {
            models[index].sessions[session].append(message)
            models[index].sessions[session].status = ending
            models[index].sessions[session].failure = ending == "failed" ? text : nil
        }
        #expect(answer.json["session"] == models[index].sessions[session].json)
    }

    private mutating func rename(_ index: Int, _ session: Int) async throws {
        let title = text()
        _ = try await service.send(
            .patch, "/api/sessions/\(models[index].sessions[session].id)", as: models[index].team.key,
            body: #"{"title": "\#(title)"}"#)
        if models[index].sessions[session].title != title || !models[index].sessions[session].isTitleGiven {
            models[index].sessions[session].updatedAt = service.clock.now
        }
        models[index].sessions[session].title = title
        models[index].sessions[session].isTitleGiven = true
    }

    private mutating func archive(_ index: Int, _ session: Int) async throws {
        let isArchived = models[index].sessions[session].archivedAt != nil
        let action = isArchived ? "unarchive" : "archive"
        _ = try await service.send(
            .post, "/api/sessions/\(models[index].sessions[session].id)/\(action)", as: models[index].team.key)
        models[index].sessions[session].archivedAt = isArchived ? nil : service.clock.now
        models[index].sessions[session].updatedAt = service.clock.now
    }

    private mutating func stop(_ index: Int, _ session: Int) async throws {
        let person = pick(models[index].people)
        _ = try await service.send(
            .post, "/api/sessions/\(models[index].sessions[session].id)/stop?\(scope(index))", as: person.cookie,
            headers: json)
        guard models[index].sessions[session].status == "active" else { return }
        models[index].sessions[session].status = "failed"
        models[index].sessions[session].failure = "Stopped by \(person.user.name)."
        models[index].sessions[session].updatedAt = service.clock.now
    }

    private mutating func pullRequest(_ index: Int, _ session: Int) async throws {
        let number = Int.random(in: 1...6, using: &random)
        let url = "https://github.com/acme/web/pull/\(number)"
        let status = pick(["draft", "open", "merged", "merged", "closed"])
        _ = try await service.send(
            .put, "/api/sessions/\(models[index].sessions[session].id)/pull-request", as: models[index].team.key,
            body: #"{"number": \#(number), "url": "\#(url)", "status": "\#(status)"}"#)
        let earlier = models[index].sessions[session].pullRequests.first { $0.url == url }
        let mergedAt = status == "merged" ? earlier?.mergedAt ?? service.clock.now : nil
        models[index].sessions[session].pullRequests.removeAll { $0.url == url }
        models[index].sessions[session].pullRequests.append(
            .init(url: url, number: number, status: status, mergedAt: mergedAt))
        models[index].sessions[session].updatedAt = service.clock.now
    }

    private mutating func delete(_ index: Int, _ session: Int) async throws {
        let id = models[index].sessions[session].id
        let answer = try await service.send(
            .delete, "/api/sessions/\(id)?\(scope(index))", as: models[index].people[0].cookie, headers: json)
        #expect(answer.status == 204)
        models[index].sessions.remove(at: session)
    }
}
