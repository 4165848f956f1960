/// How much is read, sent or written at once when data comes and goes in bulk: memory stays flat, and nobody waits
/// long for the one writer.
package struct BatchLimits: Sendable {
    package let lines: Int
    package let bytes: Int

    package static let standard = BatchLimits(lines: 500, bytes: 1_048_576)
    /// Of an answer that is sent in parts: so much of it is held for each client, also for one that doesn't read.
    package static let answered = BatchLimits(lines: 500, bytes: 131_072)

    package init(lines: Int, bytes: Int) {
        self.lines = lines
        self.bytes = bytes
    }

    package func areReached(byLines lines: Int, bytes: Int) -> Bool {
        lines >= self.lines || bytes >= self.bytes
    }
}
