import Domain
import Storage

/// The content of `attachment-field.mustache`: a field for files, and the files that were uploaded before.
struct AttachmentField {
    /// The address for uploads by the page's script; to remove a file, the script appends its id.
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

/// Formats a number of bytes.
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
    /// The files that were uploaded with a rejected form.
    func kept(by form: FormState?, of person: Colleague, at time: Timestamp) async throws -> [Attachment] {
        guard let ids = form?.attachmentIDs, !ids.isEmpty else { return [] }
        return try await unused(
            Array(ids.prefix(AttachmentLimits.unused)), of: person.organization, by: person.browser.user.id, at: time)
    }
}

/// A message's file in the transcript.
struct ShownAttachment {
    let address: String
    let filename: String
    let size: String
    /// The size of an image that the page shows; `nil` for any other file.
    let image: ImageDimensions?

    init(_ attachment: Attachment, in organization: OrganizationID) {
        address = "/api/attachments/\(attachment.id.rawValue)?organizationId=\(organization.rawValue)"
        filename = attachment.filename
        size = ByteCount.words(attachment.bytes)
        image = attachment.dimensions
    }
}
