import Domain

/// An agent that runs in a sandbox and speaks Claude Code's `stream-json`.
package struct AgentProcess: Sendable {
    private let process: any ControlledProcess
    private let redactor: SecretRedactor

    init(_ process: any ControlledProcess, redactor: SecretRedactor) {
        self.process = process
        self.redactor = redactor
    }

    /// The agent's output; for a single reader, once.
    package var lines: AgentLines { AgentLines(of: process, redactor: redactor) }

    /// Sends a user's message, with its images first; returns when all of it is in the agent's input pipe.
    ///
    /// - Throws: `SystemCallError` when the agent no longer reads its input.
    package func send(_ text: String, images: [AgentImage] = []) async throws(SystemCallError) {
        var line = Array(#"{"type":"user","message":{"role":"user","content":["#.utf8)
        for image in images { image.append(to: &line) }
        line += Array(#"{"type":"text","text":"#.utf8)
        JSONString.append(text, to: &line)
        line += Array("}]}}\n".utf8)
        try await process.write(line)
    }

    /// Sends a line of the control channel, given without line feed; returns when all of it is in the input pipe.
    ///
    /// - Throws: `SystemCallError` when the agent no longer reads its input.
    package func sendControl(_ line: String) async throws(SystemCallError) {
        try await process.write(Array(line.utf8) + [UInt8(ascii: "\n")])
    }

    /// Pauses or resumes the time limit; it is paused while the agent waits for an answer.
    package func setTime(isCounted: Bool) {
        process.setTime(isCounted: isCounted)
    }

    /// Closes the agent's input: the agent exits when it has finished its current work.
    package func finishInput() {
        process.finishInput()
    }

    /// Asks the agent to end what it is doing.
    package func interrupt() {
        process.interrupt()
    }

    /// Interrupts the agent; after `grace`, kills it and everything it started.
    package func stop(within grace: Duration = .seconds(10)) async {
        await process.stop(within: grace)
    }

    /// Kills the agent and everything it started at once.
    package func kill() {
        process.kill()
    }

    /// Returns when the agent and everything it started have exited.
    package func ending() async -> AgentEnding {
        AgentEnding(await process.ending(), redactor: redactor)
    }
}

/// How an agent's process ended.
package struct AgentEnding: Equatable, Sendable {
    package let status: ProcessExit
    /// The limit for which the agent was killed; `nil` if it was not.
    package let breach: LimitBreach?
    /// The end of its standard error output, with secrets redacted.
    package let errorText: String

    init(_ ending: ProcessEnding, redactor: SecretRedactor) {
        status = ending.status
        breach = ending.breach
        errorText = redactor.redacting(ending.errorText)
    }
}
