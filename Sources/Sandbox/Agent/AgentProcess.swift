import Domain

/// An agent that runs in a sandbox and speaks Claude Code's `stream-json`.
package struct AgentProcess: Sendable {
    private let process: SandboxedProcess
    private let blotter: SecretBlotter

    init(_ process: SandboxedProcess, blotter: SecretBlotter) {
        self.process = process
        self.blotter = blotter
    }

    /// What it prints; to be read once and by one reader.
    package var lines: AgentLines { AgentLines(process: process, blotter: blotter) }

    /// Sends what a person says, after the images that go with it; returns when the agent took it.
    ///
    /// - Throws: `SystemCallError` when it doesn't listen any more.
    package func send(_ text: String, images: [AgentImage] = []) async throws(SystemCallError) {
        var line = Array(#"{"type":"user","message":{"role":"user","content":["#.utf8)
        for image in images { image.append(to: &line) }
        line += Array(#"{"type":"text","text":"#.utf8)
        JSONString.append(text, to: &line)
        line += Array("}]}}\n".utf8)
        try await process.write(line)
    }

    /// Sends a line of the control channel, without its end; returns when the agent took it.
    ///
    /// - Throws: `SystemCallError` when it doesn't listen any more.
    package func sendControl(_ line: String) async throws(SystemCallError) {
        try await process.write(Array(line.utf8) + [UInt8(ascii: "\n")])
    }

    /// Has its time count, or not: while it waits for people it isn't at work.
    package func setTime(isCounted: Bool) {
        process.setTime(isCounted: isCounted)
    }

    /// Tells that nothing more is to be said: it ends after what it is doing.
    package func finishInput() {
        process.finishInput()
    }

    /// Asks it to end what it is doing.
    package func interrupt() {
        process.interrupt()
    }

    /// Interrupts it, and ends it with everything it started unless it does so itself in time.
    package func stop(within grace: Duration = .seconds(10)) async {
        await process.stop(within: grace)
    }

    /// Ends it and everything it started at once.
    package func kill() {
        process.kill()
    }

    /// Returns when it and everything it started have ended.
    package func ending() async -> AgentEnding {
        AgentEnding(await process.ending(), blotter: blotter)
    }
}

/// How an agent's process ended.
package struct AgentEnding: Equatable, Sendable {
    package let status: ProcessExit
    /// The limit that ended it, if one did.
    package let breach: LimitBreach?
    /// The end of what it printed on standard error, with its secrets blotted out.
    package let errorText: String

    init(_ ending: ProcessEnding, blotter: SecretBlotter) {
        status = ending.status
        breach = ending.breach
        errorText = blotter.blotting(ending.errorText)
    }
}
