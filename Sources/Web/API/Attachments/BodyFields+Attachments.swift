import Domain

extension BodyFields {
    /// The ids of the files attached to a message, in order; empty when the field is absent or wrong.
    mutating func attachments() -> [AttachmentID] {
        let most = AttachmentLimits.images + AttachmentLimits.files
        return list("attachments") { ids throws(InvalidValue) in
            guard ids.count <= most else { throw InvalidValue("must name at most \(most) files") }
            return ids.map(AttachmentID.init(rawValue:))
        } ?? []
    }
}
