import Domain
import Storage

/// What `attachment-field.mustache` shows: where files are chosen, and those that were uploaded before.
struct AttachmentField {
    /// Where the page's script uploads files, and what comes before the id where it removes one.
    let address: String
    let organization: String
    let hint: String
    let error: String?
    let files: [File]

    struct File {
        let field: String
        let place: Int
        let filename: String
        let size: String
    }

    init(_ form: FormState, _ files: [Attachment] = [], in organization: OrganizationID) {
        address = "/api/attachments"
        self.organization = organization.rawValue
        hint =
            "Up to \(AttachmentLimits.images) images of 5 MiB and \(AttachmentLimits.files) other files of 20 MiB."
        error = form.field(FormFiles.field, "").error
        self.files = files.enumerated().map { place, file in
            File(
                field: FormFiles.prefix + file.id.rawValue, place: place + 1, filename: file.filename,
                size: ByteCount.words(file.bytes))
        }
    }
}

/// A number of bytes for people.
enum ByteCount {
    static func words(_ bytes: Int) -> String {
        switch bytes {
        case ..<1024: return "\(bytes) B"
        case ..<1_048_576: return "\((bytes + 512) / 1024) KiB"
        default:
            let tenths = (bytes * 10 + 524_288) / 1_048_576
            return "\(tenths / 10).\(tenths % 10) MiB"
        }
    }
}

extension AttachmentStore {
    /// The files that a form that was refused has uploaded.
    func kept(by form: FormState?, of person: Colleague, at time: Timestamp) async throws -> [Attachment] {
        guard let ids = form?.attachmentIDs, !ids.isEmpty else { return [] }
        return try await unused(
            Array(ids.prefix(AttachmentLimits.unused)), of: person.organization, by: person.browser.user.id, at: time)
    }
}

/// A file of a message, as the transcript shows it.
struct ShownAttachment {
    let address: String
    let filename: String
    let size: String
    /// Of an image that the page shows.
    let image: ImageDimensions?

    init(_ attachment: Attachment, in organization: OrganizationID) {
        address = "/api/attachments/\(attachment.id.rawValue)?organizationId=\(organization.rawValue)"
        filename = attachment.filename
        size = ByteCount.words(attachment.bytes)
        image = attachment.dimensions
    }
}
