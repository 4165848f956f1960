/// Where the import of one of Claude Code's own files stands between two batches.
package struct ConversationCheckpoint: Codable, Sendable {
    /// How far the lines of one conversation were found to be here already. Those with a `uuid` are known by it, others
    /// by their position after the lines found before, among the lines that were here when the import began.
    package struct Cursor: Codable, Sendable {
        package var found = 0
        package let end: Int
        /// The time of the last line that has one.
        package var time: Timestamp?
        package var effect: SessionEffect
        /// Names for a conversation whose last line they name, and that line wasn't met yet.
        package var summaries: [Summary] = []

        package struct Summary: Codable, Sendable {
            package let text: String
            package let leaf: String

            package init(text: String, leaf: String) {
                self.text = text
                self.leaf = leaf
            }
        }

        package init(end: Int, effect: SessionEffect) {
            self.end = end
            self.effect = effect
        }
    }

    package var cursors: [String: Cursor] = [:]
    /// The conversation of the last line that names one: lines without belong to it.
    package var conversation: String?
    /// Lines before the first that names a conversation, up to a thousand.
    package var nameless: [NumberedLine] = []
    /// Lines that wait for what tells about their session: its first message, its time and model.
    package var waiting: [Waiting] = []

    package struct Waiting: Codable, Sendable {
        package let conversation: String
        package let source: NumberedLine
    }

    package init() {}
}

/// A line of one of Claude Code's files, and the conversation it belongs to.
package struct LogLine: Sendable {
    package let conversation: String
    package let line: TranscriptLine
    /// As it stood in the file.
    package let source: NumberedLine

    package init(conversation: String, line: TranscriptLine, source: NumberedLine) {
        self.conversation = conversation
        self.line = line
        self.source = source
    }

    package var waiting: ConversationCheckpoint.Waiting {
        ConversationCheckpoint.Waiting(conversation: conversation, source: source)
    }
}
