import Domain
import NIOCore
import Storage

/// The files of a form: new ones, which a browser without scripts sends with the form and which are stored while they
/// arrive, and files that were uploaded before, each in a field of its own.
struct FormFiles: Sendable {
    /// The name of the field for new files.
    static let field = "attachments"
    /// The prefix of the name of a field for a file that was uploaded before; the file's id follows. The field's value
    /// is the file's position.
    static let prefix = "attached."
    /// The maximum number of new files in a form, including rejected ones.
    private static let most = 100

    let uploads: AttachmentUploads

    /// The state of a form that is being read.
    struct Reading {
        var values: [String: String] = [:]
        /// The errors of the files.
        var problem: String?
        fileprivate var head: MultipartHead?
        fileprivate var text: [UInt8] = []
        fileprivate var textBytes = 0
        fileprivate var content = AttachmentContent()
        fileprivate var isTooLarge = false
        fileprivate var files = 0
    }

    /// - Throws: `NIOTooManyBytesError` when the fields other than files exceed `limit` bytes in total, and
    ///   `DomainError.invalid` for a malformed form.
    func take(_ event: MultipartParser.Event, _ reading: inout Reading, limit: Int, memory: BodyMemory) async throws {
        switch event {
        case .begin(let head):
            reading.head = head
            reading.text = []
        case .content(let bytes):
            guard reading.head?.filename == nil else { return try add(bytes, &reading, memory) }
            reading.textBytes += bytes.readableBytes
            guard reading.textBytes <= limit else { throw NIOTooManyBytesError(maxBytes: limit) }
            try memory.charge(bytes.readableBytes, for: .caller)
            reading.text.append(contentsOf: bytes.readableBytesView)
        case .end:
            guard let head = reading.head else { return }
            if let filename = head.filename {
                defer {
                    memory.release(reading.content.count)
                    reading.content = AttachmentContent()
                    reading.isTooLarge = false
                }
                // No file was chosen.
                guard !filename.isEmpty || reading.content.count > 0 else { return }
                try await store(filename, head.contentType, &reading)
            } else {
                guard let text = String(validating: reading.text, as: UTF8.self), !reading.text.contains(0),
                    reading.values.updateValue(text.replacing("\r\n", with: "\n"), forKey: head.name) == nil
                else { throw DomainError.unreadableForm }
            }
        }
    }

    private func add(_ bytes: ByteBuffer, _ reading: inout Reading, _ memory: BodyMemory) throws {
        guard !reading.isTooLarge else { return }
        guard reading.content.count + bytes.readableBytes <= AttachmentLimits.fileBytes else {
            // The rest is read and discarded, so that the form can be shown again with its text.
            reading.isTooLarge = true
            return
        }
        try memory.charge(bytes.readableBytes, for: .caller)
        reading.content.append(bytes.readableBytesView)
    }

    private func store(_ filename: String, _ type: String?, _ reading: inout Reading) async throws {
        reading.files += 1
        guard reading.files <= Self.most else { throw DomainError.unreadableForm }
        do {
            guard !reading.isTooLarge else { throw AttachmentRefusal(.tooLarge, AttachmentName.shown(filename)) }
            let file = try await uploads.check(reading.content, named: filename, type)
            let charge = try uploads.services.growth.attachment(by: uploads.user)
            let stored = try await uploads.services.growth.charging(charge) { try await uploads.store(file, once: nil) }
            guard case .now(let attachment) = stored else { return }
            // After the files that were uploaded before.
            reading.values[Self.prefix + attachment.id.rawValue] = String(1000 + reading.files)
        } catch let refusal as AttachmentRefusal {
            reading.problem = [reading.problem, refusal.sentence].compactMap(\.self).joined(separator: " ")
        } catch let error as DomainError where error.code != .forbidden {
            reading.problem = [reading.problem, error.detail].compactMap(\.self).joined(separator: " ")
        }
    }
}

extension SubmittedForm {
    /// The files of the message.
    ///
    /// - Throws: `DomainError.invalid` naming the field when a new file was rejected.
    func attachments() throws -> [AttachmentID] {
        if let fileProblem {
            throw DomainError.invalid(fields: [FieldError(FormFiles.field, fileProblem)])
        }
        return attachmentIDs
    }

    /// The ids of the uploaded files, in their order.
    var attachmentIDs: [AttachmentID] {
        values.filter { $0.key.hasPrefix(FormFiles.prefix) }
            .sorted { (Int($0.value) ?? 0, $0.key) < (Int($1.value) ?? 0, $1.key) }
            .map { AttachmentID(rawValue: String($0.key.dropFirst(FormFiles.prefix.count))) }
    }
}

extension FormFiles {
    /// Takes the files of a form that this person sends.
    init(of person: Colleague, _ services: Services) {
        self.init(
            uploads: AttachmentUploads(
                services: services, organization: person.organization, user: person.browser.user.id))
    }
}
