import Domain
import Foundation
import Synchronization

/// The demonstration's tools. Each one is really executed, and its call and result are printed in Claude Code's format.
final class DemoTools: Sendable {
    private static let notes = "NOTES.md"

    private let directory: String
    private let turn: Int
    private let pace: Duration
    private let lines: DemoLines
    private let control: DemoControl
    private let count = Mutex(0)

    init(directory: String, turn: Int, pace: Duration, lines: DemoLines, control: DemoControl) {
        self.directory = directory
        self.turn = turn
        self.pace = pace
        self.lines = lines
        self.control = control
    }

    var calls: Int { count.withLock(\.self) }

    /// - Throws: `CancellationError` if the turn was interrupted.
    func pause() async throws {
        try Task.checkCancellation()
        try await Task.sleep(for: pace)
    }

    func plan(_ step: String, id: Int) async throws {
        let task: OrderedJSON = ["id": .string("\(id)"), "subject": .string(step)]
        try await use("TaskCreate", ["subject": .string(step)]) {
            Outcome("Task #\(id) created successfully: \(step)", report: ["task": task])
        }
    }

    func begin(_ id: Int) async throws {
        try await move(id, from: "pending", to: "in_progress")
    }

    func finish(_ id: Int) async throws {
        try await move(id, from: "in_progress", to: "completed")
    }

    /// Adds a line to the notes file, which is created if necessary.
    /// - Returns: the file's name.
    func noteDown(_ text: String) async throws -> String {
        let path = "\(directory)/\(Self.notes)"
        let entry = "- \(text.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
        guard let before = try? String(contentsOfFile: path, encoding: .utf8) else {
            let content = "# Notes\n\n\(entry)"
            try await use("Write", ["file_path": .string(path), "content": .string(content)]) {
                Outcome(writing: content, to: path, saying: "File created successfully at: \(path)")
            }
            return Self.notes
        }
        let last = before.split(separator: "\n").last.map { "\($0)\n" } ?? ""
        let input: OrderedJSON = [
            "file_path": .string(path), "old_string": .string(last), "new_string": .string(last + entry),
        ]
        try await use("Edit", input) {
            Outcome(writing: before + entry, to: path, saying: "The file \(path) has been updated.")
        }
        return Self.notes
    }

    /// - Returns: whether the commit succeeded; not without git or a repository.
    func commit(_ subject: String) async throws -> Bool {
        let quoted = "'\(subject.replacing("'", with: #"'\''"#))'"
        return try await shell("git add --all && git commit --quiet --message \(quoted) && git log -1 --oneline")
    }

    /// - Returns: whether the command succeeded.
    func shell(_ command: String) async throws -> Bool {
        try await use("Bash", ["command": .string(command)]) { [directory] in
            Outcome(running: command, in: directory)
        }
    }

    private func move(_ id: Int, from: String, to: String) async throws {
        let report: OrderedJSON = [
            "success": .literal("true"), "taskId": .string("\(id)"), "updatedFields": ["status"],
            "statusChange": ["from": .string(from), "to": .string(to)],
        ]
        try await use("TaskUpdate", ["taskId": .string("\(id)"), "status": .string(to)]) {
            Outcome("Updated task #\(id) status", report: report)
        }
    }

    /// Calls a tool that is answered by a person.
    ///
    /// - Returns: the answer.
    func request(_ tool: String, _ input: OrderedJSON) async throws -> OrderedJSON {
        let id = nextID()
        try await pause()
        lines.call(tool, id: id, input: input)
        let answer = try await control.ask(tool, call: id, input: input)
        let isAllowed = answer["behavior"]?.text == "allow"
        let text = isAllowed ? "The user has answered." : answer["message"]?.text ?? "The user has refused."
        lines.result(of: id, text: text, isError: !isAllowed, report: answer["updatedInput"] ?? .string(text))
        return answer
    }

    @discardableResult
    private func use(_ tool: String, _ input: OrderedJSON, _ work: () -> Outcome) async throws -> Bool {
        let id = nextID()
        try await pause()
        lines.call(tool, id: id, input: input)
        let refusal = try await refusal(of: tool, id, input)
        let outcome = refusal.map(Outcome.init(failure:)) ?? work()
        lines.result(of: id, text: outcome.text, isError: outcome.isError, report: outcome.report)
        return !outcome.isError
    }

    /// Asks for permission if the tool needs one.
    ///
    /// - Returns: the reason of a refusal; `nil` if the tool may be used.
    private func refusal(of tool: String, _ call: String, _ input: OrderedJSON) async throws -> String? {
        guard Self.asking.contains(tool), control.needsPermission(for: tool) else { return nil }
        let answer = try await control.ask(tool, call: call, input: input)
        guard answer["behavior"]?.text != "allow" else { return nil }
        return answer["message"]?.text ?? "The user has refused."
    }

    /// The tools that change something, and so need permission.
    private static let asking: Set<String> = ["Bash", "Edit", "Write"]

    private func nextID() -> String {
        let number = count.withLock { count in
            count += 1
            return count
        }
        return "toolu_demo_\(turn)_\(number)"
    }
}
