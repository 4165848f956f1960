/// A part of a tool's call that shows when it is opened.
struct ToolDetail {
    let label: String
    var code: ShortenedText?
    var diff: [DiffLine] = []
    var steps: [Step] = []

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
        self.label = label
        self.code = ShortenedText(code, to: ShortenedText.maximumOutput)
    }

    init(_ label: String, _ change: LineDiff) {
        self.label = label
        diff = change.lines.prefix(Self.maximumLines).map { line in
            DiffLine(kind: "\(line.kind)", text: line.kind.rawValue + line.text)
        }
        let rest = change.lines.count - diff.count
        if rest > 0 { diff.append(DiffLine(kind: "kept", text: "… \(rest) more lines, which the export has")) }
    }

    init(_ label: String, steps: [Step]) {
        self.label = label
        self.steps = steps
    }
}
