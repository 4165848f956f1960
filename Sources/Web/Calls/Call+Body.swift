import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// The size limits of request bodies, in bytes.
enum BodyLimit {
    /// Enough for a prompt of 100,000 characters in any language.
    static let json = 1_572_864
    /// Enough for the names and the password of somebody who isn't signed in.
    static let stranger = 16_384
    /// Enough for the whole transcript of a long run.
    static let transcript = 32 * 1_048_576
    /// Enough for the event of an edited pull request whose description has 65,536 characters, all of them escaped.
    static let webhook = 4 * 1_048_576
    /// Enough for a page's form with as many files as a message may have, and the parts between them.
    static let files =
        AttachmentLimits.images * AttachmentLimits.imageBytes + AttachmentLimits.files * AttachmentLimits.fileBytes
        + 2 * json
}

extension Call {
    /// The body as a JSON object.
    ///
    /// - Throws: 415 for another content type, 413 above `bodyLimit`, and `DomainError.invalid` for malformed JSON or
    ///   wrong fields, with all of their names.
    func body<Body: Decodable>(_ type: Body.Type) async throws -> Body {
        try await bodyAndText(type).body
    }

    /// Like `body`, with the text that it was parsed from.
    func bodyAndText<Body: Decodable>(_ type: Body.Type) async throws -> (body: Body, text: String) {
        try requireJSON()
        let text = try await bodyText(limit: bodyLimit)
        return (try Self.read(type, from: text), text)
    }

    /// Like `bodyAndText`, for a request that may have no body.
    func optionalBodyAndText<Body: Decodable>(_ type: Body.Type) async throws -> (body: Body?, text: String) {
        let text = try await bodyText(limit: bodyLimit)
        guard !text.isEmpty else { return (nil, "") }
        try requireJSON()
        return (try Self.read(type, from: text), text)
    }

    private func requireJSON() throws {
        guard MediaTypes.isJSON(request.headers[.contentType]) else {
            throw HTTPError.notJSON
        }
    }

    private static func read<Body: Decodable>(_ type: Body.Type, from text: String) throws -> Body {
        if let problem = StrictJSON.problem(in: text) { throw DomainError.invalid(problem) }
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch is DecodingError {
            throw DomainError.notAnObject
        }
    }

    /// The body as text, unchanged.
    ///
    /// - Throws: 413 above the limit, and `DomainError.invalid` when it isn't UTF-8 or contains NUL.
    func bodyText(limit: Int) async throws -> String {
        let buffer = try await bodyBuffer(limit: limit)
        guard let text = String(validating: buffer.readableBytesView, as: UTF8.self), !text.utf8.contains(0) else {
            throw DomainError.notText
        }
        return text
    }

    /// The body byte for byte.
    ///
    /// - Throws: 413 above the limit.
    func bodyBytes(limit: Int) async throws -> [UInt8] {
        Array(try await bodyBuffer(limit: limit).readableBytesView)
    }

    /// The limit of a body without a limit of its own: lower for a stranger than for a caller with credentials.
    var bodyLimit: Int { isStranger ? BodyLimit.stranger : BodyLimit.json }

    private var isStranger: Bool { Identity.self == Anyone.self }

    /// Memory for the body is charged as the body arrives, and returned with the call.
    private func bodyBuffer(limit: Int) async throws -> ByteBuffer {
        var body = ByteBuffer()
        try await readBody(limit: limit) { part in
            try memory.charge(part.readableBytes, for: isStranger ? .stranger : .caller)
            body.writeImmutableBuffer(part)
        }
        return body
    }

    /// Passes on the body as it arrives. The closure must charge `memory` for the bytes that it keeps.
    ///
    /// - Throws: `NIOTooManyBytesError` above the limit, and the errors of `take`.
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

    /// The body, read as one file; its bytes are charged to `memory`.
    ///
    /// - Throws: `AttachmentRefusal` for a body that is larger than any file may be.
    func attachmentContent(named filename: String) async throws -> AttachmentContent {
        var content = AttachmentContent()
        do {
            try await readBody(limit: AttachmentLimits.fileBytes) { part in
                try memory.charge(part.readableBytes, for: .caller)
                content.append(part.readableBytesView)
            }
        } catch is NIOTooManyBytesError {
            throw AttachmentRefusal(.tooLarge, AttachmentName.shown(filename))
        }
        return content
    }
}
