/// The lines that an agent prints, without empty ones and with its secrets blotted out, as many at once as there are.
///
/// For one reader. Little is read ahead, so that nothing piles up in memory.
package struct AgentLines: AsyncSequence {
    /// The longest line that is taken, in bytes; a longer one is passed over.
    package static let lineLimit = 16 << 20

    let process: SandboxedProcess
    let blotter: SecretBlotter

    package func makeAsyncIterator() -> Iterator {
        Iterator(process: process, blotter: blotter)
    }

    package struct Iterator: AsyncIteratorProtocol {
        let process: SandboxedProcess
        private var reader: AgentLineReader
        private var isAtEnd = false

        init(process: SandboxedProcess, blotter: SecretBlotter) {
            self.process = process
            reader = AgentLineReader(blotter: blotter)
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
