import Domain
import GRDB

/// The columns of an attachment, from `AttachmentRow.tables`.
struct AttachmentColumns {
    private let id: SelectedColumn
    private let filename: SelectedColumn
    private let mediaType: SelectedColumn
    private let bytes: SelectedColumn
    private let width: SelectedColumn
    private let height: SelectedColumn

    init(_ list: inout ColumnList) {
        id = list.add("a.id")
        filename = list.add("a.filename")
        mediaType = list.add("a.media_type")
        bytes = list.add("b.bytes")
        width = list.add("a.width")
        height = list.add("a.height")
    }

    func attachment(from row: Row) throws -> Attachment {
        let dimensions = try (row[width] as Int?).flatMap { try ImageDimensions(width: $0, height: row[height]) }
        return try Attachment(
            id: row[id], filename: row[filename], mediaType: row[mediaType], bytes: row[bytes], dimensions: dimensions)
    }
}

extension AttachmentRow {
    /// The columns of a file with the state that decides about its use.
    struct FoundColumns {
        private let attachment: AttachmentColumns
        private let number: SelectedColumn
        private let blob: SelectedColumn
        private let uploader: SelectedColumn
        private let createdAt: SelectedColumn
        private let isSent: SelectedColumn
        private let isSessionThere: SelectedColumn
        private let isWhole: SelectedColumn

        init(_ list: inout ColumnList) {
            attachment = AttachmentColumns(&list)
            number = list.add("a.number")
            blob = list.add("a.blob_number")
            uploader = list.add("a.uploader_id")
            createdAt = list.add("a.created_at")
            isSent = list.add("a.session_number IS NOT NULL")
            isSessionThere = list.add("s.number IS NOT NULL")
            isWhole = list.add("b.digest IS NOT NULL")
        }

        func found(from row: Row) throws -> Found {
            try Found(
                number: row[number], blob: row[blob], attachment: attachment.attachment(from: row),
                uploader: row[uploader], createdAt: row[createdAt], isSent: row[isSent],
                isSessionThere: row[isSessionThere], isWhole: row[isWhole])
        }
    }

    /// The columns of a message's file.
    struct SentColumns {
        private let attachment: AttachmentColumns
        private let sequence: SelectedColumn
        private let blob: SelectedColumn

        init(_ list: inout ColumnList) {
            attachment = AttachmentColumns(&list)
            sequence = list.add("a.sequence")
            blob = list.add("a.blob_number")
        }

        func sent(from row: Row) throws -> (sent: SentAttachment, blob: Int64) {
            (
                SentAttachment(attachment: try attachment.attachment(from: row), sequence: try row[sequence]),
                try row[blob]
            )
        }
    }
}
