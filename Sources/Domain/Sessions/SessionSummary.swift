/// What a session's row keeps of its transcript, brought up to date line by line, so that a list never reads messages.
package struct SessionSummary: Equatable, Sendable {
    /// Where a title comes from: only a placeholder is replaced by one made from a message.
    package enum TitleSource: String, Sendable, CaseIterable {
        case placeholder, generated, given
    }

    package var title = SessionTitle.placeholder
    package var titleSource = TitleSource.placeholder
    package var status = SessionStatus.active
    package var failure: String?
    package var lastSequence = 0
    package var messageCount = 0
    package var textCount = 0
    package var firstMessagePreview: String?
    /// The preview of the last message with text, once there are two. It is made when it is asked for: of the many
    /// messages that may come at once only one is shown.
    package var lastMessagePreview: String? {
        get { lastText.map(MessagePreview.generate) ?? knownLastPreview }
        set { (knownLastPreview, lastText) = (newValue, nil) }
    }

    private var knownLastPreview: String?
    private var lastText: String?

    package init() {}

    /// The summary of a session that is there already.
    package init(of session: Session, titleSource: TitleSource, lastSequence: Int, textCount: Int) {
        title = session.title
        self.titleSource = titleSource
        status = session.status
        failure = session.failure
        self.lastSequence = lastSequence
        messageCount = session.messageCount
        self.textCount = textCount
        firstMessagePreview = session.firstMessagePreview
        knownLastPreview = session.lastMessagePreview
    }

    /// Makes the preview of the last message now, for those who read it more than once.
    package mutating func settlePreview() {
        lastMessagePreview = lastMessagePreview
    }

    /// Takes the next line of the transcript.
    package mutating func append(_ line: TranscriptLine) {
        count(line)
        guard line.isMessage else { return }
        if let text = line.text { name(after: text) }
        if let outcome = line.outcome { end(with: outcome) }
    }

    /// Takes the next line of a transcript whose title and status are known already. The first text replaces the
    /// preview of messages before it that have nothing to show.
    package mutating func count(_ line: TranscriptLine) {
        lastSequence += 1
        guard line.isMessage else { return }
        messageCount += 1
        if messageCount == 1 { firstMessagePreview = MessagePreview.generate(from: line.text ?? line.label) }
        guard let text = line.text else { return }
        textCount += 1
        if textCount > 1 { lastText = text }
        if textCount == 1, firstMessagePreview == MessagePreview.placeholder {
            firstMessagePreview = MessagePreview.generate(from: text)
        }
    }

    /// Forgets a person's message, other than the first, that was taken back.
    ///
    /// - Parameter lastText: of the messages that are left, if it is known.
    package mutating func takeBack(lastText: String?) {
        messageCount -= 1
        textCount -= 1
        lastMessagePreview = textCount > 1 ? lastText.map(MessagePreview.generate) ?? firstMessagePreview : nil
    }

    /// A person's follow-up sets the session to work again.
    package mutating func resume() {
        status = .active
        failure = nil
    }

    /// Sets the status as told, with a reason where one is due.
    package mutating func set(_ status: SessionStatus, by actor: String) {
        guard status != self.status else { return }
        self.status = status
        failure = status == .failed ? "Marked as failed by \(actor)." : nil
    }

    /// Ends the session at somebody's request; false when it had ended.
    package mutating func stop(by actor: String) -> Bool {
        guard status == .active else { return false }
        end(with: .failed(reason: "Stopped by \(actor)."))
        return true
    }

    private mutating func name(after text: String) {
        guard titleSource == .placeholder else { return }
        title = SessionTitle.generate(from: text)
        titleSource = .generated
    }

    package mutating func end(with outcome: RunOutcome) {
        switch outcome {
        case .completed:
            status = .completed
            failure = nil
        case .failed(let reason):
            status = .failed
            failure = reason
        }
    }
}
