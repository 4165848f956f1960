import Domain

/// The form for a new comment, as `comment-form.mustache` shows it below a line.
struct CommentForm {
    let anchor: DiffAnchor
    /// Of the file.
    let file: String
    let side: String
    let line: Int
    let endLine: FormField
    let body: FormField
    /// What is wrong with the rest of it.
    let problem: String?
    /// The version of the changes that the line is in.
    let version: String
    /// Where it is sent.
    let path: String
    /// Where the page goes on without it.
    let back: String

    /// - Parameters:
    ///   - path: of the page's comments.
    ///   - form: the same form when it was refused.
    init(at place: DiffPosition, version: String, path: String, form: FormState? = nil) {
        anchor = DiffAnchor(place)
        file = place.path
        side = place.side.rawValue
        line = place.lines.lowerBound
        let state = form ?? FormState(["endLine": "\(place.lines.upperBound)"])
        endLine = state.field("endLine", "To line", type: "number", isRequired: false)
        body = state.field("body", "Comment")
        problem =
            ["line", "path", "side"].compactMap { name in
                form?.field(name, "").error.map { "The \(name): \($0)" }
            }.first
        self.version = version
        self.path = path
        back = anchor.lineName
    }

    /// The form that was refused, if it was one for a new comment.
    init?(refused form: FormState?, version: String, path: String) {
        guard let form, let side = DiffPosition.Side(rawValue: form.field("side", "").value),
            let line = Int(form.field("line", "").value), (1...999_999_999).contains(line)
        else { return nil }
        let place = DiffPosition(path: form.field("path", "").value, side: side, lines: line...line)
        self.init(at: place, version: version, path: path, form: form)
    }
}
