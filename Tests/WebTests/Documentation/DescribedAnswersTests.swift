import HTTPTypes
import TestSupport
import Testing

struct DescribedAnswersTests {
    @Test func answersAreDescribedAndHaveTheFormOfTheExamples() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let session = "/api/sessions/\(id)"
            let keys = "/api/organizations/\(team.id)/api-keys"
            let description = AnswerDescription(document: try await service.send(.get, "/openapi.json").json)
            func expectDescribed(
                _ method: HTTPRequest.Method, _ path: String, as credential: Credential, body: String? = nil,
                _ schema: String
            ) async throws {
                let answer = try await service.send(method, path, as: credential, body: body)
                #expect(answer.json != .null && description.strangers(in: answer.json, of: schema) == [], "\(path)")
            }
            let plan =
                #"{"type":"assistant","message":{"content":[{"type":"tool_use","name":"TodoWrite","id":"1","#
                + #""input":{"todos":[{"content":"One","status":"pending","activeForm":"One"}]}}]}}"#
            let pullRequest = #"{"number":1,"url":"https://github.com/a/b/pull/1","status":"merged"}"#
            try await expectDescribed(.post, "\(session)/messages", as: team.key, body: plan, "AppendedAnswer")
            try await expectDescribed(.put, "\(session)/pull-request", as: team.key, body: pullRequest, "SessionAnswer")
            try await expectDescribed(.post, "\(session)/stop", as: team.key, "SessionAnswer")
            try await expectDescribed(.post, "\(session)/archive", as: team.key, "SessionAnswer")
            let environments = "/api/organizations/\(team.id)/environments"
            let environment =
                #"{"name":"a","isDefault":true,"repoUrl":"https://github.com/a/b","setupScript":"x","variables":{"A":"b"},"runnerLabels":["c"]}"#
            try await expectDescribed(
                .post, environments, as: team.owner.cookie, body: environment, "EnvironmentAnswer")
            try await expectDescribed(.get, environments, as: team.owner.cookie, "EnvironmentList")
            let new = try await service.createSession(in: team)
            try await expectDescribed(.get, "/api/sessions/\(new)", as: team.key, "SessionDetailAnswer")
            try await expectDescribed(.get, session, as: team.key, "SessionDetailAnswer")
            try await expectDescribed(.get, "\(session)/messages", as: team.key, "MessagePage")
            try await expectDescribed(.get, "/api/sessions?q=login&limit=1&archived=any", as: team.key, "SessionList")
            try await service.saveChanges(of: id, "a.txt", "@@ -1,2 +1,2 @@\n-one\n+two\n same\n")
            let comment = #"{"path":"a.txt","side":"new","line":1,"endLine":2,"body":"Why?"}"#
            try await expectDescribed(
                .post, "\(session)/comments", as: team.owner.cookie, body: comment, "CommentAnswer")
            try await expectDescribed(.get, "\(session)/comments", as: team.key, "CommentList")
            try await expectDescribed(
                .post, "\(session)/comments/send", as: team.owner.cookie, body: "{}", "AppendedAnswer")
            try await expectDescribed(.get, "\(session)/comments", as: team.key, "CommentList")
            try await expectDescribed(.get, "/api/me", as: team.owner.cookie, "Identity")
            try await expectDescribed(.get, keys, as: team.owner.cookie, "APIKeyList")
            try await expectDescribed(.post, keys, as: team.owner.cookie, body: #"{"name":"a"}"#, "NewAPIKeyAnswer")
            try await expectDescribed(.post, keys, as: team.owner.cookie, body: "{}", "Problem")
            let tokens = "/api/organizations/\(team.id)/runner-tokens"
            try await expectDescribed(
                .post, tokens, as: team.owner.cookie, body: #"{"name":"a","labels":["b"]}"#, "NewRunnerTokenAnswer")
            try await expectDescribed(.get, tokens, as: team.owner.cookie, "RunnerTokenList")
        }
    }
}

private struct AnswerDescription {
    let document: JSONValue

    /// The fields of an answer that its schema doesn't have, and the values whose form isn't that of the examples.
    func strangers(in answer: JSONValue, of schema: String) -> [String] {
        let schema = document["components"]?["schemas"]?[schema] ?? .null
        return strangers(in: answer, of: schema, at: "")
    }

    private func strangers(in value: JSONValue, of schema: JSONValue, at place: String) -> [String] {
        if case .array(let elements) = value {
            let items = resolve(schema)["items"] ?? .null
            return elements.flatMap { strangers(in: $0, of: items, at: "\(place)[]") }
        }
        if let example = resolve(schema)["examples"]?.elements.first, !value.hasForm(of: example) {
            return ["\(place): \(value) instead of \(example)"]
        }
        return value.keys.sorted().flatMap { name -> [String] in
            guard let property = property(name, of: schema) else { return ["\(place).\(name)"] }
            // The lines of a transcript have whatever the agent wrote.
            return name == "messages" ? [] : strangers(in: value[name] ?? .null, of: property, at: "\(place).\(name)")
        }
    }

    private func property(_ name: String, of schema: JSONValue) -> JSONValue? {
        let schema = resolve(schema)
        return schema["properties"]?[name]
            ?? schema["allOf"]?.elements.lazy.compactMap { property(name, of: $0) }.first
            ?? schema["additionalProperties"]
    }

    private func resolve(_ schema: JSONValue) -> JSONValue {
        guard let name = schema["$ref"]?.text?.split(separator: "/").last else { return schema }
        return document["components"]?["schemas"]?[String(name)] ?? .null
    }
}

extension JSONValue {
    /// Whether this could stand for the example: a value of the same type, an ID of the same kind and length.
    fileprivate func hasForm(of example: JSONValue) -> Bool {
        switch (self, example) {
        case (.null, _): return true
        case (.string(let text), .string(let example)):
            guard let kind = example.wholeMatch(of: /([a-z]+_)[0-9a-z]{16}/)?.1 else { return true }
            return text.hasPrefix(kind) && text.utf8.count == example.utf8.count
        case (.number, .number), (.bool, .bool), (.array, .array), (.object, .object): return true
        default: return false
        }
    }
}
