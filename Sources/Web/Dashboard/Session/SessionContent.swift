import Domain

/// The content of `session.mustache`.
struct SessionContent {
    let id: String
    let path: String
    let status: String
    let eventsPath: String
    let commandsPath: String
    let position: Int
    let head: SessionHead
    let facts: SessionFacts
    let outcome: SessionOutcome?
    let side: SessionSide
    let transcript: TranscriptView
    let requests: [RequestCard]
    let queued: [QueuedMessage]
    let hasQueued: Bool
    let choices: SessionChoicesForm
    let interrupt: CheckField?
    let followUp: FormField
    let attachments: AttachmentField
    let problem: String?

    /// - Parameters:
    ///   - models: the models that the operator offers.
    ///   - wait: why a queued run doesn't begin.
    ///   - form: a form that was rejected.
    ///   - files: the files that were uploaded with it.
    init(
        _ excerpt: SessionExcerpt, _ place: TranscriptPosition, for reader: SessionReader, models: [ModelChoice],
        wait: String?, form: FormState?, files: [Attachment] = [], now: Timestamp
    ) {
        let session = excerpt.session
        id = session.id.rawValue
        path = session.organizationID.path(of: session.id)
        status = session.status.rawValue
        eventsPath = "\(path)/live"
        commandsPath = "/api/sessions/\(session.id.rawValue)/commands?organizationId=\(session.organizationID)"
        position = excerpt.position
        head = SessionHead(excerpt, for: reader, form: form, now: now)
        facts = SessionFacts(excerpt, now: now)
        outcome = SessionOutcome(excerpt, models: models, form: form)
        side = SessionSide(excerpt, isOwner: reader.role == .owner, wait: wait, now: now)
        transcript = TranscriptView(excerpt, place, now: now)
        requests = excerpt.requests.map { RequestCard($0, of: session, form: form, now: now) }
        // The first message can't be taken back.
        queued = excerpt.queued.filter { $0.sequence > 1 }.map {
            QueuedMessage($0, with: excerpt.attachments, of: session, for: reader)
        }
        hasQueued = !queued.isEmpty
        choices = SessionChoicesForm(session, models: models, form: form)
        interrupt = Self.interrupt(excerpt, form ?? FormState())
        followUp = (form ?? FormState()).field("content", "Follow-up", as: "message")
        attachments = AttachmentField(form ?? FormState(), files, in: session.organizationID)
        problem = form?.problem
    }

    /// Shown while the agent works or waits for an answer.
    private static func interrupt(_ excerpt: SessionExcerpt, _ form: FormState) -> CheckField? {
        let isWaiting = excerpt.run?.stage == .waiting
        guard isWaiting || excerpt.run?.stage == .working else { return nil }
        let label = isWaiting ? "Send now instead of answering" : "Interrupt the agent and send now"
        return CheckField(form.field("now", label, isRequired: false))
    }
}
