import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Handlers for the files that people attach to messages.
struct AttachmentHandlers: Sendable {
    let services: Services

    /// `POST /api/attachments?filename=…`: the body is the file itself.
    func upload(_ call: Call<Member>) async throws -> Response {
        let person = try Self.person(call)
        let type = call.request.headers[.contentType]
        guard !MediaTypes.isForm(type), !MediaTypes.isMultipartForm(type) else {
            throw HTTPError.notAFile
        }
        guard let filename = try call.query("filename") else {
            throw DomainError.noFilename
        }
        let uploads = AttachmentUploads(services: services, organization: call.identity.organization, user: person.id)
        do {
            let file = try await uploads.check(call.attachmentContent(named: filename), named: filename, type)
            // The digest distinguishes a repeated request from another upload.
            let digest = file.digest.bytes.hexadecimal
            return try await call.created(
                "\(filename)\n\(type ?? "")\n\(digest)", by: call.identity.caller,
                charging: try services.growth.attachment(by: person.id), from: services.growth
            ) { json, attachment in
                json.fields(of: attachment)
            } create: { once in
                try await uploads.store(file, once: once)
            }
        } catch let refusal as AttachmentRefusal {
            throw refusal.answer
        }
    }

    /// `GET /api/attachments/{attachment}`: the file. Only images are sent `inline`; any other file is a download, and
    /// nothing in it runs.
    func show(_ call: Call<Member>) async throws -> Response {
        var user: UserID?
        if case .browser(let browser) = call.identity.caller { user = browser.user.id }
        let file = try await services.store.attachments.file(
            call.attachmentID, of: call.identity.organization, for: user)
        let attachment = file.attachment
        let tag = EntityTag(of: ByteBuffer(string: attachment.id.rawValue))
        var headers: HTTPFields = [
            .contentSecurityPolicy: "sandbox; \(SecurityHeadersMiddleware.contentPolicy)",
            .cacheControl: "private, no-cache", .eTag: tag.text,
        ]
        headers[.crossOriginResourcePolicy] = "same-origin"
        guard !tag.isAmong(call.request.headers[.ifNoneMatch]) else {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = attachment.isImage ? attachment.mediaType : AttachmentDraft.unknownType
        headers[.contentDisposition] = attachment.disposition
        let store = services.store.attachments
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(contentLength: attachment.bytes) { writer in
                var (position, rest) = (0, attachment.bytes)
                while let piece = try await store.piece(position, of: file.blob) {
                    try await writer.write(ByteBuffer(bytes: piece))
                    position += 1
                    rest -= piece.count
                }
                // The file was deleted meanwhile: ending the connection is the only way to tell the reader.
                guard rest == 0 else { throw CancellationError() }
                try await writer.finish(nil)
            })
    }

    /// `DELETE /api/attachments/{attachment}` deletes a file that hasn't been sent.
    func remove(_ call: Call<Member>) async throws -> Response {
        try await services.store.attachments.remove(
            call.attachmentID, of: call.identity.organization, by: try Self.person(call).id)
        return Response(status: .noContent)
    }

    private static func person(_ call: Call<Member>) throws -> User {
        guard case .browser(let browser) = call.identity.caller else {
            throw DomainError.keysAddNoFiles
        }
        return browser.user
    }
}

extension AttachmentRefusal {
    /// The refusal as an error of the API.
    fileprivate var answer: any Error {
        switch reason {
        case .empty, .tooManyPixels: DomainError.invalid(sentence)
        case .tooLarge, .largeImage: HTTPError(.contentTooLarge, message: sentence)
        case .noImage: HTTPError(.unsupportedMediaType, message: sentence)
        }
    }
}

extension Attachment {
    /// The value of `Content-Disposition` (RFC 6266), with the name encoded as in RFC 8187.
    fileprivate var disposition: String {
        "\(isImage ? "inline" : "attachment"); filename*=UTF-8''\(filename.percentEncoded)"
    }
}

extension JSONWriter {
    mutating func fields(of attachment: Attachment) {
        field("id", attachment.id.rawValue)
        field("filename", attachment.filename)
        field("mediaType", attachment.mediaType)
        field("bytes", attachment.bytes)
        if let dimensions = attachment.dimensions {
            field("width", dimensions.width)
            field("height", dimensions.height)
        }
    }
}
