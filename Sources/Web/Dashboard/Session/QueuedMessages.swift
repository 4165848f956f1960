import Domain
import Hummingbird
import Storage

/// A message that is queued for the agent, or that reached none.
struct QueuedMessage {
    let text: String
    let author: String
    /// The names of its files; `nil` if it has none.
    let files: String?
    /// The address to take it back; `nil` if the reader may not.
    let takeBackPath: String?

    init(_ message: Message, with sent: [SentAttachment], of session: Session, for person: Colleague) {
        text = ((try? TranscriptLine(json: message.json, number: 1).text) ?? "").firstLine(to: 200)
        author = message.author?.name ?? ""
        let names = sent.filter { $0.sequence == message.sequence }.map(\.attachment.filename)
        files = names.isEmpty ? nil : names.joined(separator: ", ")
        let path = "\(session.organizationID.path(of: session.id))/messages/\(message.sequence)/take-back"
        let isOwn = message.author?.id == person.browser.user.id
        takeBackPath = isOwn || person.role == .owner ? path : nil
    }
}

extension FormState {
    /// The message form filled in with the text of a withdrawn message, to be changed and sent again.
    fileprivate init(_ taken: TakenBackMessage) {
        let files = taken.attachments.enumerated().map { ("\(FormFiles.prefix)\($1.rawValue)", String($0)) }
        self.init(["content": taken.text].merging(files) { $1 })
    }
}

extension SessionPages {
    /// `POST …/messages/{sequence}/take-back`: the page, with the message's text in the field for the next message.
    func takeBack(_ call: Call<Colleague>) async throws -> Response {
        let person = call.identity
        return try await call.submit { _ in
            let taken = try await services.store.sessions.takeBack(
                call.sequence, of: call.sessionID, in: person.organization, by: person.browser.user.id, as: person.role,
                at: services.clock.now())
            return try await page(at: .end, call, form: FormState(taken)).response()
        } refused: { form in
            try await page(at: .end, call, form: form)
        }
    }
}
