/// How much is read, sent or written at once in bulk operations. It bounds memory, and how long others wait for the
/// database's single writer.
package struct BatchLimits: Sendable {
    package let lines: Int
    package let bytes: Int

    package static let standard = BatchLimits(lines: 500, bytes: 1_048_576)
    /// For streamed responses: each client's connection buffers up to this much, even if the client stops reading.
    package static let answered = BatchLimits(lines: 500, bytes: 131_072)

    package init(lines: Int, bytes: Int) {
        self.lines = lines
        self.bytes = bytes
    }

    /// Whether a batch of this size must end.
    package func areReached(byLines lines: Int, bytes: Int) -> Bool {
        lines >= self.lines || bytes >= self.bytes
    }
}
