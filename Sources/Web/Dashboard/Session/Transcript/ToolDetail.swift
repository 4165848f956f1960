/// A part of a tool call that is shown when the call is unfolded.
struct ToolDetail {
    let label: String
    let code: ShortenedText?
    let diff: [DiffLine]
    let hasDiff: Bool
    let steps: [Step]
    let hasSteps: Bool

    struct DiffLine {
        let kind: String
        let text: String
    }

    struct Step {
        let status: String
        let title: String
    }

    private static let maximumLines = 500

    init(_ label: String, code: String) {
        self.init(label, ShortenedText(code, to: ShortenedText.maximumOutput), [], [])
    }

    init(_ label: String, steps: [Step]) {
        self.init(label, nil, [], steps)
    }

    init(_ label: String, _ change: LineDiff) {
        var diff = change.lines.prefix(Self.maximumLines).map { line in
            DiffLine(kind: "\(line.kind)", text: line.kind.rawValue + line.text)
        }
        let rest = change.lines.count - diff.count
        if rest > 0 { diff.append(DiffLine(kind: "kept", text: "… \(rest) more lines. The export has them.")) }
        self.init(label, nil, diff, [])
    }

    private init(_ label: String, _ code: ShortenedText?, _ diff: [DiffLine], _ steps: [Step]) {
        self.label = label
        self.code = code
        self.diff = diff
        hasDiff = !diff.isEmpty
        self.steps = steps
        hasSteps = !steps.isEmpty
    }
}
