/// The lines of an agent's output, without empty ones and with secrets redacted, in batches of all that are available.
///
/// For a single reader. Little is read ahead, which bounds the memory used.
package struct AgentLines: AsyncSequence {
    /// Maximum length of a line, in bytes; longer ones are reported as `tooLong`.
    package static let lineLimit = 16 << 20

    let process: any ControlledProcess
    let redactor: SecretRedactor

    package init(of process: any ControlledProcess, redactor: SecretRedactor) {
        self.process = process
        self.redactor = redactor
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(process: process, redactor: redactor)
    }

    package struct Iterator: AsyncIteratorProtocol {
        let process: any ControlledProcess
        private var reader: AgentLineReader
        private var isAtEnd = false

        init(process: any ControlledProcess, redactor: SecretRedactor) {
            self.process = process
            reader = AgentLineReader(redactor: redactor)
        }

        /// - Returns: never an empty list.
        /// - Throws: `CancellationError`.
        package mutating func next() async throws -> [AgentLine]? {
            while !isAtEnd {
                let piece = await process.output()
                isAtEnd = piece.isEmpty
                let lines =
                    if isAtEnd { [try await reader.last()].compactMap(\.self) } else {
                        try await reader.lines(adding: piece)
                    }
                if !lines.isEmpty { return lines }
            }
            return nil
        }
    }
}
