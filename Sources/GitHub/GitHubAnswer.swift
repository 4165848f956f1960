import Domain
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// An answer of GitHub's API, read whole.
struct GitHubAnswer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]
    let token: HiddenText

    /// - Throws: `GitHubError.misunderstood`
    func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(body))
        } catch {
            throw GitHubError.misunderstood(reason: "it isn't what its documentation says")
        }
    }

    /// The answer's tag, if it is one that can be kept.
    var etag: String? {
        headers.first(name: "etag").flatMap { $0.utf8.count <= 200 ? $0 : nil }
    }

    /// What the body of an error says.
    var reason: String {
        let body = try? JSONDecoder().decode(ErrorBody.self, from: Data(body))
        let said = [body?.message ?? "it answered \(status)"] + (body?.errors ?? []).compactMap(\.text)
        return said.joined(separator: ": ").quoted(without: token)
    }

    /// The error that it is, about a repository.
    func error(in repository: RepositoryURL) -> GitHubError {
        if let end = rateLimitEnd { return .rateLimited(until: end) }
        return switch status {
        case 401: .tokenRefused(reason: reason)
        case 403: .forbidden(repository: repository.fullName, reason: reason)
        case 404, 410: .notFound(repository: repository.fullName)
        case 422: .refused(reason: reason)
        case 500...: .unreachable(reason: "it answered \(status)")
        default: .misunderstood(reason: reason)
        }
    }

    /// Until when GitHub takes no requests, by its "Best practices for using the REST API"; `nil` when that isn't why it
    /// refused this one.
    private var rateLimitEnd: Timestamp? {
        guard status == 429 || status == 403 else { return nil }
        if let seconds = number("retry-after") { return .now + .seconds(seconds) }
        if number("x-ratelimit-remaining") == 0, let reset = number("x-ratelimit-reset") {
            return Timestamp(milliseconds: Int64(reset) * 1000)
        }
        return status == 429 || reason.contains("rate limit") ? .now + .seconds(60) : nil
    }

    private func number(_ name: String) -> Int? {
        headers.first(name: name).flatMap(Int.init).flatMap { (0...1_000_000_000_000).contains($0) ? $0 : nil }
    }
}

extension String {
    /// On one line, short enough to be read, without the token and the full stop.
    func quoted(without token: HiddenText) -> String {
        let line = replacing(token.text, with: token.description).split(whereSeparator: \.isNewline).joined(
            separator: " ")
        let short = line.unicodeScalars.filter { $0.value >= 0x20 }.prefix(300)
        return String(String.UnicodeScalarView(short.last == "." ? short.dropLast() : short))
    }
}

/// What GitHub says in place of what was asked for.
private struct ErrorBody: Decodable {
    let message: String?
    let errors: [Detail]?

    enum CodingKeys: CodingKey {
        case message, errors
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        message = try? fields.decode(String.self, forKey: .message)
        errors = try? fields.decode([Detail].self, forKey: .errors)
    }

    /// A sentence, or the field that is wrong.
    struct Detail: Decodable {
        let text: String?

        enum CodingKeys: CodingKey {
            case message, field, code
        }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                self.text = text
                return
            }
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            let code = [CodingKeys.field, .code].compactMap { try? fields.decode(String.self, forKey: $0) }
            text = (try? fields.decode(String.self, forKey: .message)) ?? code.joined(separator: " ")
        }
    }
}
