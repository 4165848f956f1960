import Domain
import Foundation
import Logging
import Sandbox
import Storage

/// Stores agents' output in the transcript.
extension RunWorker {
    /// Stores output that an agent had printed but nobody had read when the server ended. Lines that cannot be read or
    /// stored are left out; the run goes on.
    func storeOutput(of context: RunContext) async throws -> LeftOutLines {
        let run = context.run
        var prompts = run.prompts
        var leftOut = LeftOutLines()
        let path = context.directory.output(run.output.number)
        // It tells of work that was lost with its runner, and that the next agent does again.
        guard !context.directory.isAway else {
            if FileManager.default.fileExists(atPath: path) { removeOutput(at: path) }
            return leftOut
        }
        do {
            let limit = configuration.limits.outputBytes
            guard
                var output = try AgentOutputFile(
                    path: path, from: run.output.offset, upTo: limit, secrets: context.secrets)
            else { return leftOut }
            while let lines = try await output.next() {
                for var portion in OutputPortion.portions(of: lines) {
                    portion.keepRequests()
                    // A prompt that no agent received is not answered by this output either.
                    let answered = prompts.first.flatMap { $0.isDelivered ? $0 : nil } ?? .none
                    if let rest = try await store(portion, of: run, answering: answered, &leftOut) { prompts = rest }
                }
            }
        } catch {
            try Task.checkCancellation()
            logger.error(
                "the rest of an agent's output is skipped",
                metadata: ["session": "\(run.session.id)", "error": "\(error)"])
            leftOut.add("the rest could not be read")
        }
        removeOutput(at: path)
        return leftOut
    }

    /// Removes an output file that is completely stored. One that cannot be removed does no harm.
    func removeOutput(at path: String) {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            logger.error("an agent's output could not be removed", metadata: ["error": "\(error)"])
        }
    }

    /// Stores lines of agent output, waiting for disk space if necessary. Lines that cannot be stored are skipped for
    /// good and replaced by a remark.
    ///
    /// - Returns: see `RunStore.append`.
    func store(
        _ portion: OutputPortion, of run: ClaimedRun, answering prompt: RunPrompt,
        confirming confirmed: [RequestID] = [], _ leftOut: inout LeftOutLines
    ) async throws -> [RunPrompt]? {
        let remark = remark(of: portion.leftOut, run)
        leftOut.add(portion.leftOut)
        let lines = [remark].compactMap(\.self) + portion.lines.map(\.line)
        if let appended = try await append(
            lines, portion.control, of: run, answering: prompt, confirming: confirmed, upTo: portion.end)
        {
            return appended.rest
        }
        guard !portion.lines.isEmpty else {
            try await patiently { try await store.runs.skipOutput(of: run.number, upTo: portion.end) }
            return nil
        }
        return try await storeOneByOne(portion, of: run, answering: prompt, &leftOut)
    }

    /// Stores the lines one at a time after they were refused together, to leave out only the bad ones.
    private func storeOneByOne(
        _ portion: OutputPortion, of run: ClaimedRun, answering prompt: RunPrompt, _ leftOut: inout LeftOutLines
    ) async throws -> [RunPrompt]? {
        var rest: [RunPrompt]?
        var refused = LeftOutLines()
        for (line, end) in portion.lines {
            if let appended = try await append([line], of: run, answering: prompt, upTo: end) {
                rest = appended.rest
            } else {
                refused.add("the database can't hold it")
                if line.outcome != nil { rest = [prompt] }
            }
        }
        leftOut.add(refused)
        let remark = remark(of: refused, run)
        if try await append(
            [remark].compactMap(\.self), portion.control, of: run, answering: prompt, upTo: portion.end) == nil
        {
            try await patiently { try await store.runs.skipOutput(of: run.number, upTo: portion.end) }
        }
        return rest
    }

    private struct Appended {
        let rest: [RunPrompt]?
    }

    /// - Returns: the prompts still to be answered, as from `RunStore.append`; `nil` when the lines were refused, or
    ///   there are none.
    private func append(
        _ lines: [TranscriptLine], _ control: [ControlLine] = [], of run: ClaimedRun, answering prompt: RunPrompt,
        confirming confirmed: [RequestID] = [], upTo end: Int
    ) async throws -> Appended? {
        guard !lines.isEmpty || !control.isEmpty else { return nil }
        do {
            let rest = try await patiently {
                try await store.runs.append(
                    lines, control, of: run.number, answering: prompt, confirming: confirmed, upTo: end,
                    at: clock.now())
            }
            return Appended(rest: rest)
        } catch let error as DomainError where error.code == .invalid {
            return nil
        }
    }

    private func remark(of leftOut: LeftOutLines, _ run: ClaimedRun) -> TranscriptLine? {
        guard let remark = leftOut.remark else { return nil }
        logger.notice(
            "lines of an agent's output are skipped",
            metadata: ["session": "\(run.session.id)", "lines": "\(leftOut.count)", "reason": "\(leftOut.reason)"])
        return remark
    }
}
