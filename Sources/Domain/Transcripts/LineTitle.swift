import Titles

/// A title for the conversation, from a line of Claude Code's.
package struct LineTitle: Equatable, Sendable {
    package let text: String
    package let source: SessionSummary.TitleSource
    /// The `uuid` of the last line that a summary covers: files also contain summaries of other conversations.
    package let leaf: String?

    package init(text: String, source: SessionSummary.TitleSource, leaf: String?) {
        self.text = text
        self.source = source
        self.leaf = leaf
    }
}

extension StreamJSONLine {
    /// The fields of the three types of lines that have a title.
    struct TitleFields: Decodable {
        let title: LineTitle?

        private enum CodingKeys: String, CodingKey {
            case type, customTitle, aiTitle, summary, leafUuid
        }

        /// For each type of line, the field that has the title, and the title's source.
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

        /// The title on one line. A title that is too long is cut, like generated titles.
        private static func line(_ text: String, _ source: SessionSummary.TitleSource) -> String? {
            let spaced = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
            let line = String(spaced).trimmed
            guard !line.isBlank else { return nil }
            let maximum = source == .agent ? SessionTitle.maximumLength : maximumLength
            return Clipping.clip(line, to: maximum, mark: "…")
        }

        /// The maximum length in characters of a title that a person gave, as in the API.
        private static let maximumLength = 200
    }
}
