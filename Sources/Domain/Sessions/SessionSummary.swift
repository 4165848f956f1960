import Titles

/// What a session's row keeps of its transcript, brought up to date line by line, so that a list never reads messages.
package struct SessionSummary: Equatable, Sendable {
    /// Where a title comes from, the weakest first: none is replaced by a weaker one.
    package enum TitleSource: String, Sendable, CaseIterable {
        /// There is nothing yet to make one from.
        case placeholder
        /// Made from the first thing that a person said, or that the agent did where no person had said anything.
        case generated
        /// A program of the operator's made it from the conversation's beginning.
        case command
        /// The agent's own name for the conversation, replaced by a later one.
        case agent
        /// A person's name for it in the agent's program, replaced by a later one.
        case transcript
        /// A person or a program gave it here; it stays.
        case given
    }

    package var title = SessionTitle.placeholder
    package var titleSource = TitleSource.placeholder
    package var status = SessionStatus.active
    package var failure: String?
    package var lastSequence = 0
    package var messageCount = 0
    package var textCount = 0
    /// Of the messages, what people said.
    package var promptCount = 0
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
    package init(of session: Session, lastSequence: Int, textCount: Int, promptCount: Int) {
        title = session.title
        titleSource = session.titleSource
        status = session.status
        failure = session.failure
        self.lastSequence = lastSequence
        messageCount = session.messageCount
        self.textCount = textCount
        self.promptCount = promptCount
        firstMessagePreview = session.firstMessagePreview
        knownLastPreview = session.lastMessagePreview
    }

    /// Makes the preview of the last message now, for those who read it more than once.
    package mutating func settlePreview() {
        lastMessagePreview = lastMessagePreview
    }

    /// Takes the next line of the transcript.
    package mutating func append(_ line: TranscriptLine) {
        appendWithoutNaming(line)
        if let title = line.title { adopt(title) }
        guard line.isMessage else { return }
        if let text = line.text { name(after: line, text) }
        if let outcome = line.outcome { end(with: outcome) }
    }

    /// Takes the next line of a transcript whose title and status are known already. The first preview is of the first
    /// thing that a person said; until there is one, of the first message, or of the first text if that has nothing to
    /// show.
    package mutating func appendWithoutNaming(_ line: TranscriptLine) {
        lastSequence += 1
        guard line.isMessage else { return }
        messageCount += 1
        if messageCount == 1 { firstMessagePreview = MessagePreview.generate(from: line.text ?? line.label) }
        guard let text = line.text else { return }
        textCount += 1
        // What a sub-agent says is no news of the conversation, but better than none.
        if textCount > 1, !line.isSubAgents || lastMessagePreview == nil { lastText = text }
        let isFirstPrompt = line.isCounted && promptCount == 0
        if isFirstPrompt || textCount == 1 && firstMessagePreview == MessagePreview.placeholder {
            firstMessagePreview = MessagePreview.generate(from: text)
        }
        if line.isCounted { promptCount += 1 }
    }

    /// Removes a person's message, other than the first, that was withdrawn.
    ///
    /// - Parameter lastText: of the messages that are left, if it is known.
    package mutating func withdrawMessage(lastText: String?) {
        messageCount -= 1
        textCount -= 1
        promptCount = max(0, promptCount - 1)
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
        end(with: .failed(reason: "\(Self.stopped)\(actor)."))
        return true
    }

    private static let stopped = "Stopped by "

    /// Who stopped a session, as the reason for its end tells; `nil` for any other reason.
    package static func stopper(in failure: String?) -> String? {
        guard let failure, failure.hasPrefix(stopped), failure.hasSuffix(".") else { return nil }
        return String(failure.dropFirst(stopped.count).dropLast())
    }

    /// What a person said first names the session, also when the agent said something before; pictures do until
    /// there are words. What the agent says names only what no person has said anything in.
    private mutating func name(after line: TranscriptLine, _ text: String) {
        if line.isCounted {
            guard titleSource == .placeholder || titleSource == .generated && promptCount == 1 else { return }
            title = line.origin.isPicturesOnly ? text : SessionTitle.generate(from: text)
            titleSource = line.origin.isPicturesOnly ? .placeholder : .generated
        } else if titleSource == .placeholder, promptCount == 0, line.type != "user", !line.isSubAgents {
            title = SessionTitle.generate(from: text)
            titleSource = .generated
        }
    }

    /// Whether nobody but the server has named it.
    package var isNamedByServer: Bool { titleSource <= .generated }

    /// Takes a name that the conversation was given, unless it has a stronger one.
    package mutating func adopt(_ name: LineTitle) {
        guard name.source >= titleSource else { return }
        title = name.text
        titleSource = name.source
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

extension SessionSummary.TitleSource: Comparable {
    package static func < (one: Self, other: Self) -> Bool { one.strength < other.strength }

    private var strength: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// As the API tells it, to which it is all one where a person gave a title; `nil` for a title that the server made.
    package var toldName: String? {
        switch self {
        case .placeholder, .generated: nil
        case .command, .agent: rawValue
        case .transcript, .given: Self.given.rawValue
        }
    }
}

extension TranscriptLine {
    /// Whether it is something that a person said to the agent.
    fileprivate var isCounted: Bool { origin.isPrompt && !origin.isCommand }
}
