import Domain
import TestSupport
import Titles

/// A session as the contract describes it, kept the plainest way.
struct ModelSession {
    struct Message {
        let text: String
        let isHuman: Bool
        let author: UserID?
        let time: Timestamp
    }

    struct PullRequest {
        var url: String
        var number: Int
        var status: String
        var mergedAt: Timestamp?
    }

    let id: String
    let author: Person
    let repository: String?
    let createdAt: Timestamp
    var updatedAt: Timestamp
    var title = "New session"
    var isTitleGiven = false
    var status = "active"
    var failure: String?
    var archivedAt: Timestamp?
    var messages: [Message] = []
    var pullRequests: [PullRequest] = []

    mutating func append(_ message: Message) {
        let isFirstPrompt = message.isHuman && !messages.contains(where: \.isHuman)
        if !isTitleGiven, isFirstPrompt || messages.isEmpty { title = SessionTitle.generate(from: message.text) }
        messages.append(message)
        updatedAt = message.time
    }

    /// The words that a search finds the session by.
    var words: Set<String> {
        Set(
            ([title] + messages.map(\.text)).flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber } }.map(
                String.init))
    }

    /// No agent works on the model's server.
    private var state: String {
        if let failure { return failure.hasPrefix("Stopped by") ? "stopped" : "failed" }
        return status != "active" ? status : messages.isEmpty ? "waiting" : "outside"
    }

    var json: JSONValue {
        var metadata: [String: JSONValue] = [:]
        if let repository { metadata["repository"] = .string(repository) }
        if let pullRequest = pullRequests.last {
            metadata["prNumber"] = .number(Double(pullRequest.number))
            metadata["prUrl"] = .string(pullRequest.url)
            metadata["prStatus"] = .string(pullRequest.status)
        }
        var fields: [String: JSONValue] = [
            "id": .string(id), "title": .string(title), "status": .string(status), "state": .string(state),
            "createdAt": .string(createdAt.description), "updatedAt": .string(updatedAt.description),
            "model": "claude-opus-4-6",
            "author": ["id": .string(author.user.id.rawValue), "name": .string(author.user.name)],
            "metadata": .object(metadata), "messageCount": .number(Double(messages.count)),
        ]
        if isTitleGiven { fields["titleSource"] = "given" }
        if let first = messages.first(where: \.isHuman) ?? messages.first {
            fields["firstMessagePreview"] = .string(MessagePreview.generate(from: first.text))
        }
        if messages.count > 1, let last = messages.last {
            fields["lastMessagePreview"] = .string(MessagePreview.generate(from: last.text))
        }
        if let failure { fields["error"] = .string(failure) }
        if let archivedAt { fields["archivedAt"] = .string(archivedAt.description) }
        return .object(fields)
    }
}
