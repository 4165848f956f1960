/// The lines that an agent prints, without empty ones and with its secrets blotted out.
///
/// For one reader. The agent waits while nobody reads, so that nothing piles up.
package struct AgentLines: AsyncSequence {
    /// The longest line that is taken.
    package static let lineLimit = 16 << 20

    let process: SandboxedProcess
    let blotter: SecretBlotter

    package func makeAsyncIterator() -> Iterator {
        Iterator(process: process, blotter: blotter)
    }

    package struct Iterator: AsyncIteratorProtocol {
        let process: SandboxedProcess
        let blotter: SecretBlotter
        private var splitter = LineSplitter(limit: AgentLines.lineLimit)
        private var isAtEnd = false

        init(process: SandboxedProcess, blotter: SecretBlotter) {
            self.process = process
            self.blotter = blotter
        }

        /// - Throws: `LimitBreach.line` at a line that is too long.
        package mutating func next() async throws(LimitBreach) -> AgentLine? {
            while !isAtEnd {
                if let line = try splitter.next() {
                    if let line = AgentLine(line, end: splitter.end, blotter) { return line }
                } else if case let piece = await process.output(), !piece.isEmpty {
                    splitter.append(piece)
                } else {
                    isAtEnd = true
                    let rest = splitter.rest
                    return AgentLine(rest, end: splitter.end + rest.count, blotter)
                }
            }
            return nil
        }
    }
}
