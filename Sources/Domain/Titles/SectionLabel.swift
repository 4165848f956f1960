/// The headings of issue templates and prompts: they name a part of the message and never say what is wanted.
enum SectionLabel {
    enum Role {
        /// The wish itself may stand under it.
        case request
        /// Circumstances: worth reading only if nothing else says what is wanted.
        case background
    }

    static func role(of text: String) -> Role? {
        role(ofKeys: InlineMarkdown.words(of: text).map(\.key))
    }

    static func role(ofWords words: some Collection<Word>) -> Role? {
        role(ofKeys: words.map(\.key))
    }

    /// A label in front of its text, as in "Expected behavior: the form is sent", and the words that it takes.
    static func leading(_ words: ArraySlice<Word>) -> (role: Role, length: Int)? {
        let start = words.prefix(longestLabel)
        if let first = words.first, first.text.hasPrefix("["), let end = start.firstIndex(where: { $0.text.hasSuffix("]") }),
            let role = role(ofWords: words[...end])
        {
            return (role, end - words.startIndex + 1)
        }
        guard let end = start.firstIndex(where: { $0.endsLabel }) else { return nil }
        guard let role = role(ofWords: words[...end]) else { return nil }
        return (role, end - words.startIndex + 1)
    }

    private static let longestLabel = 7

    private static func role(ofKeys keys: [String]) -> Role? {
        let phrase = keys.drop { $0.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic } }
            .reversed().drop { $0.utf8.allSatisfy(\.isASCIIDigit) }.reversed()
            .joined(separator: " ")
        if request.contains(phrase) { return .request }
        if background.contains(phrase) || backgroundStarts.contains(where: { phrase.hasPrefix($0) }) { return .background }
        return nil
    }

    private static let request: Set<String> = [
        "bug", "bug report", "bug description", "describe the bug", "description", "short description", "summary",
        "overview", "what happened", "what is the problem", "what's wrong", "what's happening", "problem", "the problem",
        "problem statement", "problem description", "issue", "the issue", "issue description", "issue summary", "title", "subject", "re", "fwd",
        "feature", "feature request", "feature description", "enhancement", "proposal", "proposed solution", "solution",
        "describe the solution you'd like", "is your feature request related to a problem",
        "is your feature request related to a problem? please describe", "user story", "story",
        "task", "step", "your task", "the task", "tasks", "todo", "to do", "goal", "goals", "the goal", "objective", "objectives", "aim",
        "request", "requirement", "requirements", "instructions", "instruction", "prompt", "user request", "query", "question",
        "questions", "ask", "what i want", "what i need", "what to do", "changes", "proposed changes", "actual behavior", "actual behaviour",
        "actual result", "actual results", "current behavior", "current behaviour", "actual", "tl;dr", "tldr", "quick question",
        "quick one", "one more thing", "urgent", "important", "asap", "wip", "help", "help wanted", "high priority", "blocker",
        "aufgabe", "problème", "problema", "tâche", "tarea", "задача", "проблема", "问题", "任务", "需求", "背景と目的",
    ]

    private static let background: Set<String> = [
        "context", "background", "background information", "environment", "my environment", "your environment", "env",
        "reproduction", "repro", "to reproduce", "reproduction steps", "expected", "expectation", "screenshots", "screenshot",
        "logs", "log", "log output", "relevant log output", "output", "versions", "version", "system info", "system information",
        "checklist", "prerequisites", "alternatives", "acceptance criteria", "definition of done", "constraints", "rules",
        "guidelines", "references", "resources", "related issues", "links", "notes", "note", "tech stack", "stack", "stack trace", "stacktrace",
        "traceback", "example", "examples", "desktop", "smartphone", "device", "os", "browser", "node version", "platform",
        "from", "to", "cc", "bcc", "date", "sent", "reply-to", "output format", "format", "role", "persona", "system", "assignee",
        "labels", "priority", "severity", "status", "due date", "document", "documents", "fyi", "impact", "workaround",
        "possible solution", "project structure", "system-reminder", "system reminder", "motivation", "out of scope", "non-goals",
        "before submitting", "code of conduct", "kontext", "hintergrund", "contexte", "contexto", "контекст", "背景",
    ]

    private static let backgroundStarts = [
        "steps to ", "how to reproduce", "expected ", "additional ", "desktop (", "smartphone (", "what did you expect",
        "what you expected", "what version", "which version", "is there an existing", "describe alternatives", "relevant ",
        "environment ", "possible ", "related ", "pre-submission", "i have searched",
    ]
}

extension Word {
    fileprivate var endsLabel: Bool { text.endsWith(anyOf: ":：") }
}
