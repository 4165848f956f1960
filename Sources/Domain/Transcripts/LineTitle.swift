import Titles

/// A name for the conversation that a line of Claude Code's carries.
package struct LineTitle: Equatable, Sendable {
    package let text: String
    package let source: SessionSummary.TitleSource
    /// The line up to which it sums the conversation up; files also have summaries of other conversations.
    package let leaf: String?

    package init(text: String, source: SessionSummary.TitleSource, leaf: String?) {
        self.text = text
        self.source = source
        self.leaf = leaf
    }
}

extension StreamJSONLine {
    /// The fields of the three types of lines that name a conversation.
    struct TitleFields: Decodable {
        let title: LineTitle?

        private enum CodingKeys: String, CodingKey {
            case type, customTitle, aiTitle, summary, leafUuid
        }

        /// Where the name stands in a line of each type, and whose it is.
        private static let kinds: [String: (CodingKeys, SessionSummary.TitleSource)] = [
            "custom-title": (.customTitle, .transcript), "ai-title": (.aiTitle, .agent), "summary": (.summary, .agent),
        ]

        static func isIn(_ type: String) -> Bool { kinds[type] != nil }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let type: String = fields.tolerant(.type), let (key, source) = Self.kinds[type] else {
                title = nil
                return
            }
            let given: String? = fields.tolerant(key)
            title = given.flatMap { Self.line($0, source) }.map {
                LineTitle(text: $0, source: source, leaf: fields.tolerant(.leafUuid))
            }
        }

        /// As one line. A name that is too long is cut, as the titles are that are made here.
        private static func line(_ text: String, _ source: SessionSummary.TitleSource) -> String? {
            let spaced = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
            let line = String(spaced).trimmed
            guard !line.isBlank else { return nil }
            let maximum = source == .agent ? SessionTitle.maximumLength : maximumLength
            return Clipping.clip(line, to: maximum, mark: "…")
        }

        /// Of a name that a person gave, in characters, as the API takes it.
        private static let maximumLength = 200
    }
}
