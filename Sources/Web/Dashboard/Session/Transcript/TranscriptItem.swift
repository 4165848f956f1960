import Domain

/// One thing that a transcript shows. Exactly one of its parts is there.
struct TranscriptItem {
    /// Unique on the page; a message's first item has the message's own.
    let id: String
    let sequence: Int
    let time: Timestamp
    /// Whether a sub-agent did or said it.
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
    /// What kind it is, for the style sheet.
    let kind: String

    /// Whether the agent itself says something to people here.
    var isAnswer: Bool { !isSubAgents && (answer != nil || end?.html != nil) }
}

/// What a person typed.
struct PromptItem {
    let author: String
    let initials: String
    /// The class of the avatar's color.
    let hue: String
    let picture: String?
    /// As they typed it.
    let text: ShortenedText
    /// The same as Markdown. Safe HTML.
    let html: String
    /// Whether only its beginning shows at first.
    let isLong: Bool
    /// Whether it reached no agent, and waits for nothing.
    var isUndelivered = false
    var attachments: [ShownAttachment] = []
    var images: [ShownImage] = []
    /// What it was made of, if it was comments on the changes.
    var comments: [SentCommentItem] = []
}

/// What the agent said.
struct AnswerItem {
    /// Safe HTML.
    let html: String
    let omission: String?
}

/// What is there for whoever asks: thoughts, orders to sub-agents.
struct FoldedItem {
    let title: String
    let preview: String
    let text: ShortenedText
}

/// A tool's call with its result, once there is one.
struct ToolCallItem {
    let id: String
    let summary: ToolSummary
    let result: ToolResultItem?
    /// `open`, `done` or `failed`.
    let state: String
    let isOpen: Bool

    init(id: String, summary: ToolSummary, result: ToolResultItem?) {
        self.id = id
        self.summary = summary
        self.result = result
        state = result?.state ?? "open"
        isOpen = result == nil
    }
}

/// What came of a call.
struct ToolResultItem {
    let callID: String
    let state: String
    let output: ShortenedText?
    let images: [ShownImage]
    /// Whether there is neither text nor an image.
    let isSilent: Bool
    /// The first lines of what went wrong.
    let error: String?
}

/// The end of a run.
struct RunEndItem {
    let title: String
    let isFailure: Bool
    /// What it took: time, turns, money.
    let figures: String
    /// What it says, unless the message before said the same. Safe HTML.
    var html: String?
    /// Why it failed.
    let reason: String?
}
