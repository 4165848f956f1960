/// What a session's row keeps of its transcript, brought up to date line by line, so that a list never reads messages.
package struct SessionSummary: Equatable, Sendable {
    /// Where a title comes from: only a placeholder is replaced by one made from a message.
    package enum TitleSource: String, Sendable {
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
    package var lastMessagePreview: String?

    package init() {}

    /// Takes the next line of the transcript.
    package mutating func append(_ line: TranscriptLine) {
        lastSequence += 1
        guard line.isMessage else { return }
        messageCount += 1
        if messageCount == 1 { firstMessagePreview = MessagePreview.generate(from: line.text ?? line.label) }
        if let text = line.text { append(text: text) }
        if let outcome = line.outcome { end(with: outcome) }
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

    private mutating func append(text: String) {
        textCount += 1
        if textCount > 1 { lastMessagePreview = MessagePreview.generate(from: text) }
        guard titleSource == .placeholder else { return }
        title = SessionTitle.generate(from: text)
        titleSource = .generated
    }

    private mutating func end(with outcome: RunOutcome) {
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
