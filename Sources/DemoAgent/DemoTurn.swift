import Domain
import Foundation
import Titles

/// One request and the work on it.
struct DemoTurn: Sendable {
    let prompt: String
    /// From 1. The first turn makes a plan and commits; later ones only add a note.
    let number: Int
    let directory: String
    let pace: Duration
    let lines: DemoLines
    let control: DemoControl

    /// - Returns: `false` if the turn was interrupted; its end was printed then, too.
    func take() async -> Bool {
        let start = ContinuousClock.now
        let tools = DemoTools(
            directory: directory, turn: number, pace: pace, lines: lines, control: control)
        lines.start(in: directory, mode: control.mode)
        do {
            let answer = try await number == 1 ? work(with: tools) : followUp(with: tools)
            lines.say(answer)
            lines.end(answer, turns: tools.calls + 1, after: .now - start)
            return true
        } catch {
            lines.interruption()
            lines.end(nil, turns: tools.calls + 1, after: .now - start, isAborted: control.isInterrupted)
            return false
        }
    }

    private func work(with tools: DemoTools) async throws -> String {
        try await tools.pause()
        lines.think("I am a demo agent. I don't understand requests, but I can show how an agent works on one.")
        try await tools.pause()
        let questions = DemoQuestions(prompt: prompt, tools: tools)
        if control.mode == "plan" { try await questions.plan() }
        let answers = asksFirst ? try await questions.ask() : nil
        lines.say("I'll look at the files, write down the request, and commit it.")
        let steps = ["Look at the files", "Write down the request", "Commit the change"]
        for (index, step) in steps.enumerated() { try await tools.plan(step, id: index + 1) }
        try await tools.begin(1)
        _ = try await tools.shell("ls -A | head -n 20")
        try await tools.finish(1)
        try await tools.begin(2)
        let file = try await tools.noteDown([prompt, answers].compactMap(\.self).joined(separator: " "))
        try await tools.finish(2)
        try await tools.begin(3)
        let isCommitted = try await tools.commit(SessionTitle.generate(from: prompt))
        try await tools.finish(3)
        let done =
            isCommitted
            ? "I wrote the request down in `\(file)` and committed it." : "I wrote the request down in `\(file)`."
        return done + (try await ask(with: tools))
    }

    /// Whether the request asks for questions ("ask me").
    private var asksFirst: Bool { prompt.lowercased().contains("ask me") && !isAnswer }

    /// Whether the message, or its end after an account of the conversation, answers an earlier question.
    private var isAnswer: Bool { QuotedAnswer.isQuoted(in: prompt.components(separatedBy: "\nNow:\n\n").last ?? "") }

    private func followUp(with tools: DemoTools) async throws -> String {
        try await tools.pause()
        lines.think("Another request. I'll add it below the others.")
        let answers = asksFirst ? try await DemoQuestions(prompt: prompt, tools: tools).ask() : nil
        let file = try await tools.noteDown([prompt, answers].compactMap(\.self).joined(separator: " "))
        return "I added it to `\(file)` as well." + (try await ask(with: tools))
    }

    /// Requests the URL in the prompt, if there is one, to show whether the sandbox's network allows it.
    ///
    /// - Returns: a sentence about the result; empty without a URL.
    private func ask(with tools: DemoTools) async throws -> String {
        guard let match = prompt.firstMatch(of: /https?:\/\/[A-Za-z0-9._~:\/?#\[\]@!$&*+,;=%-]+/) else { return "" }
        let address = String(match.0)
        let isReached = try await tools.shell(
            "curl --fail --silent --show-error --max-time 30 --output /dev/null '\(address)'")
        return isReached ? " I reached \(address)." : " I could not reach \(address)."
    }
}
