import Domain

/// An item of the transcript. Exactly one of its parts is set.
struct TranscriptItem {
    /// Unique on the page. The first item of a message has the message's id.
    let id: String
    let sequence: Int
    let time: Timestamp
    /// Whether it comes from a sub-agent.
    let isSubAgents: Bool
    var prompt: PromptItem?
    var answer: AnswerItem?
    var folded: FoldedItem?
    var call: ToolCallItem?
    /// The result of a call that is on another page.
    var result: ToolResultItem?
    var end: RunEndItem?
    var attempt: AttemptItem?
    var answered: AnsweredItem?
    var remark: String?
    /// An image among what the agent says.
    var picture: ShownImage?
    /// The class for the style sheet.
    let kind: String

    /// Whether it is a message of the agent itself to people.
    var isAnswer: Bool { !isSubAgents && (answer != nil || end?.html != nil) }
}

/// A person's message.
struct PromptItem {
    let author: String
    let initials: String
    /// The class for the avatar's color.
    let hue: String
    let picture: String?
    /// The text as it was typed.
    let text: ShortenedText
    /// The text rendered as Markdown; safe HTML.
    let html: String
    /// Whether it is folded at first.
    let isLong: Bool
    /// Whether it reached no agent and isn't queued.
    var isUndelivered = false
    var attachments: [ShownAttachment] = []
    var images: [ShownImage] = []
    /// The comments that it consists of, if it was sent from the changes page.
    var comments: [SentCommentItem] = []
}

/// A message of the agent.
struct AnswerItem {
    /// Safe HTML.
    let html: String
    let omission: String?
}

/// An item that is folded at first: a thought, or a prompt for a sub-agent.
struct FoldedItem {
    let title: String
    let preview: String
    let text: ShortenedText
}

/// A tool call, with its result if there is one.
struct ToolCallItem {
    let id: String
    let summary: ToolSummary
    let result: ToolResultItem?
    /// `open`, `done` or `failed`.
    let state: String
    let isOpen: Bool
    /// Whether a request below the transcript shows it until it is answered.
    var isAsked = false

    init(id: String, summary: ToolSummary, result: ToolResultItem?) {
        self.id = id
        self.summary = summary
        self.result = result
        state = result?.state ?? "open"
        isOpen = result == nil
    }
}

/// The result of a call.
struct ToolResultItem {
    let callID: String
    let state: String
    let output: ShortenedText?
    let images: [ShownImage]
    /// Whether there is neither text nor an image.
    let isSilent: Bool
    /// The first lines of the error.
    let error: String?
}

/// The end of a run.
struct RunEndItem {
    let title: String
    let isFailure: Bool
    /// Its duration, turns and cost.
    let figures: String
    /// Its text, unless the previous message has the same; safe HTML.
    var html: String?
    /// Why it failed.
    let reason: String?
}
