import Domain

extension BodyFields {
    /// The files that go with a message.
    mutating func attachments() -> [AttachmentID] {
        let most = AttachmentLimits.images + AttachmentLimits.files
        return list("attachments") { ids throws(InvalidValue) in
            guard ids.count <= most else { throw InvalidValue("must name at most \(most) files") }
            return ids.map(AttachmentID.init(rawValue:))
        } ?? []
    }
}
