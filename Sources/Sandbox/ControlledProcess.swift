/// A command that is running on some machine, as its user sees it.
package protocol ControlledProcess: Sendable {
    /// - Returns: the next bytes of standard output; empty at the end or at the output limit.
    func output() async -> [UInt8]

    /// Writes to standard input; returns when the command has read it all or it is buffered for the command.
    ///
    /// - Throws: `SystemCallError` when the command no longer reads its input, and after `finishInput()`.
    func write(_ bytes: [UInt8]) async throws(SystemCallError)

    /// Closes its standard input.
    func finishInput()

    /// Sends SIGINT, as Ctrl-C does.
    func interrupt()

    /// Pauses or resumes the time limit; it is paused while the command waits for an answer.
    func setTime(isCounted: Bool)

    /// Interrupts the command; after `grace`, kills it and everything it started.
    func stop(within grace: Duration) async

    /// Kills the command and everything it started at once.
    func kill()

    /// Returns when the command and everything it started have ended.
    func ending() async -> ProcessEnding
}
