import Domain
import Storage

/// A message that is queued for the agent, or that reached none.
struct QueuedMessage {
    let text: String
    let author: String
    /// The names of its files; `nil` if it has none.
    let files: String?
    /// The address to take it back; `nil` if the reader may not.
    let withdrawalPath: String?

    init(_ message: Message, with sent: [SentAttachment], of session: Session, for reader: SessionReader) {
        text = ((try? TranscriptLine(json: message.json, number: 1).text) ?? "").firstLine(to: 200)
        author = message.author?.name ?? ""
        let names = sent.filter { $0.sequence == message.sequence }.map(\.attachment.filename)
        files = names.isEmpty ? nil : names.joined(separator: ", ")
        let path = "\(session.organizationID.path(of: session.id))/messages/\(message.sequence)/take-back"
        let isOwn = message.author?.id == reader.user
        withdrawalPath = isOwn || reader.role == .owner ? path : nil
    }
}

extension FormState {
    /// The message form filled in with the text of a withdrawn message, to be changed and sent again.
    init(_ message: WithdrawnMessage) {
        let files = message.attachments.enumerated().map { ("\(FormFiles.prefix)\($1.rawValue)", String($0)) }
        self.init(["content": message.text].merging(files) { $1 })
    }
}
