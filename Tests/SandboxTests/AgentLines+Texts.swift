import Sandbox

extension AgentLines {
    /// One by one.
    var texts: AsyncFlatMapSequence<AgentLines, AsyncStream<String>> {
        flatMap { lines in
            AsyncStream { continuation in
                for line in lines { continuation.yield(line.text) }
                continuation.finish()
            }
        }
    }
}

extension AgentLine {
    fileprivate var text: String {
        switch content {
        case .text(let text): text
        case .tooLong(let bytes): "\(bytes) bytes"
        }
    }
}
