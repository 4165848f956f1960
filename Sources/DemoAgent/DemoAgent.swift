import Domain
import Foundation

/// An agent that needs no network and no account. It speaks Claude Code's `stream-json` and does only what needs no
/// understanding: it makes a plan, lists files, writes down the request, and commits that.
package struct DemoAgent: Sendable {
    package struct Options: Sendable {
        /// Its working directory, and the directory in which it stores its conversations.
        package var directory: String
        package var home: String
        /// The model's name, which is only printed.
        package var model: String
        /// The id of the conversation to resume.
        package var resume: String?
        /// Its permission mode, by Claude Code's name.
        package var mode: String
        /// The pause before each step.
        package var pace: Duration

        package init(
            directory: String, home: String, model: String, resume: String? = nil, mode: String = "bypassPermissions",
            pace: Duration
        ) {
            self.directory = directory
            self.home = home
            self.model = model
            self.resume = resume
            self.mode = mode
            self.pace = pace
        }
    }

    /// The conversation to resume doesn't exist.
    package struct UnknownConversation: Error, CustomStringConvertible {
        package let id: String
        package var description: String { "No conversation found with session ID: \(id)" }
    }

    private let options: Options
    private let write: @Sendable (String) -> Void

    /// - Parameter write: called with each line of output, without the line end.
    package init(_ options: Options, write: @escaping @Sendable (String) -> Void) {
        self.options = options
        self.write = write
    }

    /// Answers each message of the input until the input ends or the task is cancelled; a cancelled turn still prints
    /// its end.
    ///
    /// - Throws: `UnknownConversation`, and errors of the file system.
    package func run(input: AsyncStream<String>) async throws {
        var conversation = try Conversation(options.resume, home: options.home)
        let control = DemoControl(mode: options.mode, write: write)
        let (prompts, add) = AsyncStream.makeStream(of: String.self)
        let reading = Task {
            for await line in input where !control.take(line) {
                if let prompt = Prompt.text(of: line) { add.yield(prompt) }
            }
            add.finish()
            control.close()
        }
        defer { reading.cancel() }
        for await prompt in prompts {
            let isFinished = await answer(prompt, in: conversation, control)
            try conversation.finishTurn()
            guard isFinished || control.isInterrupted else { return }
        }
    }

    private func answer(_ prompt: String, in conversation: Conversation, _ control: DemoControl) async -> Bool {
        let turn = DemoTurn(
            prompt: prompt, number: conversation.turns + 1, directory: options.directory, pace: options.pace,
            lines: DemoLines(session: conversation.id, model: options.model, write: write), control: control)
        let task = Task { await turn.take() }
        control.begin(task)
        return await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
