/// The state of an import of one of Claude Code's own files between two batches.
package struct ConversationCheckpoint: Codable, Sendable {
    /// Resume point for one conversation. Lines with a `uuid` are matched by it; others by text, in order, among the
    /// lines stored before this import began.
    package struct Cursor: Codable, Sendable {
        /// The sequence number of the last stored line that was found in the file.
        package var found = 0
        /// The sequence number of the session's last line when the import began; the search by text ends there.
        package let end: Int
        /// The timestamp of the last line that has one.
        package var time: Timestamp?
        package var effect: SessionEffect
        /// Summaries whose leaf, the last line of the conversation they name, has not been read yet.
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

    /// The cursors by the id of the conversation.
    package var cursors: [String: Cursor] = [:]
    /// The conversation of the last line that names one. Lines that name none belong to it.
    package var conversation: String?
    /// Lines before the first one that names a conversation, at most 1000.
    package var nameless: [NumberedLine] = []
    /// Lines held back until their session can be created: its first message, time and model are not known yet.
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
    /// The line in the file.
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
