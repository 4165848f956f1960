/// A line of agent output.
package struct AgentLine: Equatable, Sendable {
    package enum Content: Equatable, Sendable {
        /// The line, with its secrets redacted.
        case text(String)
        /// The line is longer than `AgentLines.lineLimit`; its content was dropped.
        case tooLong(bytes: Int)
    }

    package let content: Content
    /// Byte offset in the original output just after the line.
    package let end: Int

    package init(_ content: Content, end: Int) {
        self.content = content
        self.end = end
    }
}

/// Splits agent output into lines, skipping empty ones and redacting secrets.
struct AgentLineReader {
    private var splitter: LineSplitter
    private let redactor: SecretRedactor

    /// - Parameter offset: the offset in the output at which reading starts.
    init(redactor: SecretRedactor, from offset: Int = 0) {
        splitter = LineSplitter(limit: AgentLines.lineLimit, from: offset)
        self.redactor = redactor
    }

    /// - Throws: `CancellationError`.
    mutating func lines(adding piece: [UInt8]) async throws -> [AgentLine] {
        splitter.append(piece)
        var lines: [AgentLine] = []
        while let line = splitter.next() {
            if let line = try await agentLine(line) { lines.append(line) }
        }
        return lines
    }

    /// The text after the last line feed, as a line; `nil` if there is none.
    ///
    /// - Throws: `CancellationError`.
    mutating func last() async throws -> AgentLine? {
        guard let line = splitter.last() else { return nil }
        return try await agentLine(line)
    }

    private func agentLine(_ line: LineSplitter.Line) async throws -> AgentLine? {
        switch line {
        case .tooLong(let bytes):
            return AgentLine(.tooLong(bytes: bytes), end: splitter.end)
        case .whole(let line):
            guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { return nil }
            let text = String(decoding: try await redactor.redacted(line), as: UTF8.self)
            return AgentLine(.text(text), end: splitter.end)
        }
    }
}
