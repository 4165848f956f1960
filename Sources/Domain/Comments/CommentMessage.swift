import FoundationEssentials

/// Comments sent to the agent as one message. Its transcript line has the text that the agent gets, and beside it the
/// individual comments, so that pages can show them folded.
package struct CommentMessage: Codable, Equatable, Sendable {
    package struct Comment: Codable, Equatable, Sendable {
        package let path: String
        package let side: DiffPosition.Side
        package let line: Int
        /// The last line, if there are several.
        package let endLine: Int?
        package let quote: String
        package let body: String
        /// Whether the commented lines had changed before the comment was sent; absent when they had not.
        package let isOutdated: Bool?

        package var place: DiffPosition {
            DiffPosition(path: path, side: side, lines: line...max(line, endLine ?? line))
        }
    }

    /// An additional message to the agent.
    package let message: String?
    package let comments: [Comment]

    /// - Parameter outdated: the comments whose lines have changed since they were written.
    package init(message: String?, _ drafts: [DiffComment], outdated: Set<CommentID> = []) {
        self.message = message
        comments = drafts.map { draft in
            let lines = draft.place.lines
            return Comment(
                path: draft.place.path, side: draft.place.side, line: lines.lowerBound,
                endLine: lines.count > 1 ? lines.upperBound : nil, quote: draft.quote, body: draft.body,
                isOutdated: outdated.contains(draft.id) ? true : nil)
        }
    }

    /// The text that the agent gets.
    package var text: String {
        let opening = comments.count == 1 ? "A comment on your changes:" : "\(comments.count) comments on your changes:"
        return ([message, opening].compactMap(\.self) + comments.map(\.text)).joined(separator: "\n\n")
    }

    /// Checks the message that a person adds to their comments.
    ///
    /// - Throws: `InvalidValue` when it is too long or contains NUL.
    package static func message(_ text: String) throws(InvalidValue) -> String {
        guard text.unicodeScalars.count <= CommentLimits.message else {
            throw InvalidValue("must have at most 20,000 characters")
        }
        guard !text.utf8.contains(0) else { throw InvalidValue("must not contain the character NUL") }
        return text
    }
}

extension CommentMessage.Comment {
    fileprivate var text: String {
        let remarks = [
            side == .old ? "as it was before your changes" : nil,
            isOutdated == true ? "the lines have changed since" : nil,
        ].compactMap(\.self)
        let head = place.label + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
        let quoted = quote.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
        return "\(head)\n\(quoted.joined(separator: "\n"))\n\n\(body)"
    }
}

extension CommentMessage {
    /// The field of a transcript line that has the comments.
    private static let field = "diffComments"

    /// The message as a transcript line.
    package var line: TranscriptLine {
        get throws {
            var bytes = Array(#"{"type":"user","message":{"content":"#.utf8)
            JSONString.append(text, to: &bytes)
            bytes += Array("},\"\(Self.field)\":".utf8) + Array(try sortedJSON.utf8) + Array("}".utf8)
            return try TranscriptLine(json: String(decoding: bytes, as: UTF8.self), number: 1)
        }
    }

    /// The comments that a transcript line was made from; `nil` if it wasn't made from comments, or if its text differs
    /// from theirs.
    init?(of line: OrderedJSON) {
        guard let json = line[Self.field]?.json, let content = line["message"]?["content"]?.text,
            let message = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)),
            // The line may come from outside, so its content is not trusted.
            message.comments.allSatisfy({
                (try? DiffPosition(path: $0.path, side: $0.side, line: $0.line, endLine: $0.endLine)) != nil
            }), message.text == content
        else { return nil }
        self = message
    }
}
