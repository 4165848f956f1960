import Domain
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// A response of GitHub's API with its whole body.
struct GitHubAnswer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]
    let token: HiddenText

    /// - Throws: `GitHubError.unexpectedResponse` for a body that doesn't match GitHub's documentation.
    func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(body))
        } catch {
            throw GitHubError.unexpectedResponse(reason: "it doesn't match GitHub's documentation")
        }
    }

    /// The response's ETag; `nil` if there is none or it is longer than 200 bytes.
    var etag: String? {
        headers.first(name: "etag").flatMap { $0.utf8.count <= 200 ? $0 : nil }
    }

    /// The messages in the body of an error, without the token, or else the status.
    var reason: String {
        let body = try? JSONDecoder().decode(ErrorBody.self, from: Data(body))
        let said = [body?.message ?? "it answered \(status)"] + (body?.errors ?? []).compactMap(\.text)
        return said.joined(separator: ": ").quoted(without: token)
    }

    /// The error that this response means for a request about a repository.
    func error(in repository: RepositoryURL) -> GitHubError {
        if let end = rateLimitEnd { return .rateLimited(until: end) }
        return switch status {
        case 401: .tokenRefused(reason: reason)
        case 403: .forbidden(repository: repository.fullName, reason: reason)
        case 404, 410: .notFound(repository: repository.fullName)
        case 422: .refused(reason: reason)
        case 500...: .unreachable(reason: "it answered \(status)")
        default: .unexpectedResponse(reason: reason)
        }
    }

    /// When GitHub will accept requests again, per its "Best practices for using the REST API"; `nil` when the request
    /// wasn't refused for its rate limit.
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
    /// On one line of at most 300 characters, with the token masked and without the final period.
    func quoted(without token: HiddenText) -> String {
        let line = replacing(token.text, with: token.description).split(whereSeparator: \.isNewline).joined(
            separator: " ")
        let short = line.unicodeScalars.filter { $0.value >= 0x20 }.prefix(300)
        return String(String.UnicodeScalarView(short.last == "." ? short.dropLast() : short))
    }
}

/// The body of an error response.
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

    /// A sentence, or an object that names the invalid field.
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
