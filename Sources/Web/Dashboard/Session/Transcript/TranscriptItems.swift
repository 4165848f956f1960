import Domain

/// Converts messages to the items of a transcript: calls are joined with their results, and repeated text is left out.
struct TranscriptItems {
    private(set) var items: [TranscriptItem] = []
    private let tasks: [String: String]
    private let undelivered: Set<Int>
    private var results: [String: ToolResultItem] = [:]
    private var calls: Set<String> = []
    /// The calls whose results the plan shows, including those before the shown messages.
    private var planCalls: Set<String> = []
    private var lastAnswer: String?
    /// The end of the last turn of the current attempt.
    private var turn: RunEndItem?
    /// Whether a person has interrupted the turn.
    private var isInterrupted = false
    /// The number of the last item within its message, from 1.
    private var place = 0
    /// Whether the message is only context, for which no items are made.
    private var isContext = false

    /// - Parameters:
    ///   - messages: in their order.
    ///   - shown: the sequence number of the last message that the page already shows; messages up to it are only
    ///     context.
    ///   - tasks: the session's plan.
    ///   - undelivered: the sequence numbers of people's messages that reached no agent.
    static func make(
        of messages: [Message], after shown: Int = 0, tasks: [AgentTask] = [], undelivered: [Int] = []
    ) -> [TranscriptItem] {
        var maker = TranscriptItems(tasks: tasks, undelivered: undelivered)
        let lines = messages.map { message in (message, Result { try LineContent.reading(message.json) }) }
        for (message, line) in lines where message.sequence > shown { maker.keepResults(of: try? line.get(), message) }
        for (message, line) in lines {
            maker.isContext = message.sequence <= shown
            maker.add(message, line)
        }
        return maker.items
    }

    private init(tasks: [AgentTask], undelivered: [Int]) {
        self.undelivered = Set(undelivered)
        self.tasks = Dictionary(tasks.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    }

    private mutating func keepResults(of line: LineContent?, _ message: Message) {
        for case .toolResult(let result) in line?.blocks ?? [] where results[result.callID] == nil {
            results[result.callID] = ToolResultItem(result, in: message.sequence)
        }
    }

    private mutating func add(_ message: Message, _ line: Result<LineContent?, any Error>) {
        switch line {
        case .failure:
            append(message, "remark") { $0.remark = "This message can't be shown. The export has the original." }
        case .success(let content?):
            if case .attempt(let attempt) = content.kind {
                let mark = AttemptItem(attempt, after: turn)
                turn = nil
                if let mark { append(message, "attempt") { $0.attempt = mark } }
            } else if case .answer(let mark) = content.kind {
                append(message, "answered") { $0.answered = AnsweredItem(mark) }
            } else if case .end(let end) = content.kind {
                let item = RunEndItem(end, lastAnswer: lastAnswer, isInterrupted: isInterrupted)
                isInterrupted = false
                turn = item
                append(message, item.isFailure ? "end failed" : "end") { $0.end = item }
            } else {
                if case .interruption = content.kind { isInterrupted = true }
                // The same process has begun another turn.
                if case .agent = content.kind { turn = nil }
                for block in content.blocks { add(block, of: content, message) }
                // A person's answer to a request is shown by a mark of its own.
                if let reply = content.reply, let author = message.author {
                    append(message, "prompt") { $0.prompt = PromptItem(reply, by: author) }
                }
            }
        case .success(nil): break
        }
    }

    private mutating func add(_ block: LineBlock, of line: LineContent, _ message: Message) {
        let isSubAgents = line.isSubAgents
        switch (block, line.kind) {
        case (.text(let text), _) where text.isBlank: break
        case (.text(let text), .prompt) where QuotedAnswer.isQuoted(in: text):
            // The mark of the answer shows it to people.
            append(message, "folded") { $0.folded = FoldedItem("Told to the next agent", text) }
        case (.text(let text), .prompt):
            let isUndelivered = undelivered.contains(message.sequence)
            append(message, "prompt") {
                $0.prompt = PromptItem(text, line.comments, by: message.author)
                $0.prompt?.isUndelivered = isUndelivered
            }
        case (.text(let text), .agent):
            if !isSubAgents { lastAnswer = text }
            append(message, "answer", isSubAgents) { $0.answer = AnswerItem(text) }
        case (.text(let text), _) where isSubAgents:
            append(message, "folded", true) { $0.folded = FoldedItem("Prompt for a sub-agent", text) }
        case (.text(let text), _):
            append(message, "remark") { $0.remark = text.firstLine(to: 1000) }
        case (.thinking(let text?), _) where !text.isBlank:
            append(message, "folded", isSubAgents) { $0.folded = FoldedItem("Thought", text) }
        case (.thinking, _): break
        case (.toolCall(let call), _):
            if !isContext { calls.insert(call.id) }
            if ToolSummary.planTools.contains(call.name) { planCalls.insert(call.id) }
            let (tasks, result) = (tasks, results[call.id])
            append(message, "call", isSubAgents) {
                $0.call = ToolCallItem(id: call.id, summary: ToolSummary(call, tasks: tasks), result: result)
            }
        case (.toolResult(let result), _):
            guard !calls.contains(result.callID), result.isError || !planCalls.contains(result.callID) else { break }
            append(message, "call", isSubAgents) { $0.result = ToolResultItem(result, in: message.sequence) }
        case (.agentMessage(let text), _):
            append(message, "folded", isSubAgents) { $0.folded = FoldedItem("Message from another agent", text) }
        case (.image(let image), let kind):
            add(ShownImage(image, in: message.sequence), isPersons: kind.isPrompt, isSubAgents, message)
        case (.other(let type), _):
            append(message, "remark", isSubAgents) { $0.remark = "Content of type \(type.firstLine(to: 60))" }
        }
    }

    /// A person's images stand in their prompt, whether or not it has words.
    private mutating func add(_ image: ShownImage, isPersons: Bool, _ isSubAgents: Bool, _ message: Message) {
        guard !isContext else { return }
        guard isPersons else { return append(message, "picture", isSubAgents) { $0.picture = image } }
        if items.last?.sequence != message.sequence || items.last?.prompt == nil {
            append(message, "prompt") { $0.prompt = PromptItem("", by: message.author) }
        }
        items[items.count - 1].prompt?.images.append(image)
    }

    private mutating func append(
        _ message: Message, _ kind: String, _ isSubAgents: Bool = false, _ fill: (inout TranscriptItem) -> Void
    ) {
        guard !isContext else { return }
        place = items.last?.sequence == message.sequence ? place + 1 : 1
        var item = TranscriptItem(
            id: place == 1 ? "m\(message.sequence)" : "m\(message.sequence)-\(place)", sequence: message.sequence,
            time: message.createdAt, isSubAgents: isSubAgents, kind: kind)
        fill(&item)
        items.append(item)
    }
}

extension LineContent.Kind {
    fileprivate var isPrompt: Bool {
        if case .prompt = self { true } else { false }
    }
}
