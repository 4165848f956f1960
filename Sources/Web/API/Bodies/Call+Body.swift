import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// How large a body may be, in bytes.
enum BodyLimit {
    /// Enough for a prompt of 100,000 characters in any language.
    static let json = 1_572_864
    /// Enough for the names and the password of somebody who isn't signed in.
    static let stranger = 16_384
    /// Enough for the whole transcript of a long run.
    static let transcript = 32 * 1_048_576
    /// Enough for a pull request whose description of 65,536 characters was edited, each of them escaped.
    static let webhook = 4 * 1_048_576
    /// Enough for a page's form with all the files that a message may have, and what stands between them.
    static let files =
        AttachmentLimits.images * AttachmentLimits.imageBytes + AttachmentLimits.files * AttachmentLimits.fileBytes
        + 2 * json
}

extension Call {
    /// The body as a JSON object.
    ///
    /// - Throws: 415 for another content type, 413 above `bodyLimit`, and `DomainError.invalid` for what isn't JSON or
    ///   whose fields are wrong, all of them named.
    func body<Body: Decodable>(_ type: Body.Type) async throws -> Body {
        try await bodyAndText(type).body
    }

    /// The same, with the text it was made of.
    func bodyAndText<Body: Decodable>(_ type: Body.Type) async throws -> (body: Body, text: String) {
        try requireJSON()
        let text = try await bodyText(limit: bodyLimit)
        return (try Self.read(type, from: text), text)
    }

    /// The same of a request that may come without a body.
    func optionalBodyAndText<Body: Decodable>(_ type: Body.Type) async throws -> (body: Body?, text: String) {
        let text = try await bodyText(limit: bodyLimit)
        guard !text.isEmpty else { return (nil, "") }
        try requireJSON()
        return (try Self.read(type, from: text), text)
    }

    private func requireJSON() throws {
        guard MediaTypes.isJSON(request.headers[.contentType]) else {
            throw HTTPError(.unsupportedMediaType, message: "Send a JSON object with `Content-Type: application/json`.")
        }
    }

    private static func read<Body: Decodable>(_ type: Body.Type, from text: String) throws -> Body {
        if let problem = StrictJSON.problem(in: text) { throw DomainError.invalid(problem) }
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch is DecodingError {
            throw DomainError.invalid("The body is not a JSON object.")
        }
    }

    /// The body as it came.
    ///
    /// - Throws: 413 above the limit, and `DomainError.invalid` when it isn't UTF-8.
    func bodyText(limit: Int) async throws -> String {
        let buffer = try await bodyBuffer(limit: limit)
        guard let text = String(validating: buffer.readableBytesView, as: UTF8.self), !text.utf8.contains(0) else {
            throw DomainError.invalid("The body is not UTF-8 text.")
        }
        return text
    }

    /// The body byte for byte.
    ///
    /// - Throws: 413 above the limit.
    func bodyBytes(limit: Int) async throws -> [UInt8] {
        Array(try await bodyBuffer(limit: limit).readableBytesView)
    }

    /// The limit of a body that has no other, by what is known of the sender.
    var bodyLimit: Int { isStranger ? BodyLimit.stranger : BodyLimit.json }

    private var isStranger: Bool { Identity.self == Anyone.self }

    /// Memory for the body is taken as it comes, and given back with the call.
    private func bodyBuffer(limit: Int) async throws -> ByteBuffer {
        var body = ByteBuffer()
        try await readBody(limit: limit) { part in
            try memory.take(part.readableBytes, for: isStranger ? .stranger : .caller)
            body.writeImmutableBuffer(part)
        }
        return body
    }

    /// Hands on the body as it comes. What is kept of it is to be taken of `memory`.
    ///
    /// - Throws: `NIOTooManyBytesError` above the limit, and what `take` throws.
    func readBody(limit: Int, _ take: (ByteBuffer) async throws -> Void) async throws {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
            throw NIOTooManyBytesError(maxBytes: limit)
        }
        if request.headers[.expect] != nil {
            context.channel.triggerUserOutboundEvent(ConnectionSignal.bodyWanted, promise: nil)
        }
        var count = 0
        for try await part in request.body {
            count += part.readableBytes
            guard count <= limit else { throw NIOTooManyBytesError(maxBytes: limit) }
            try await take(part)
        }
    }
}
