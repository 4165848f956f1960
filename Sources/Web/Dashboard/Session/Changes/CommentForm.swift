import Domain

/// The content of `comment-form.mustache`: the form for a new comment, shown below a line.
struct CommentForm {
    let anchor: DiffAnchor
    /// The file's path.
    let file: String
    let side: String
    let line: Int
    let endLine: FormField
    let body: FormField
    /// The error that concerns no field.
    let problem: String?
    /// The version of the changes that the line is in.
    let version: String
    /// The address that it is sent to.
    let path: String
    /// The address that cancels it.
    let back: String

    /// - Parameters:
    ///   - path: the path of the page's comments.
    ///   - form: this form, if it was rejected.
    init(at place: DiffPosition, version: String, path: String, form: FormState? = nil) {
        anchor = DiffAnchor(place)
        file = place.path
        side = place.side.rawValue
        line = place.lines.lowerBound
        let state = form ?? FormState(["endLine": "\(place.lines.upperBound)"])
        endLine = state.field("endLine", "To line", as: "last line", type: "number", isRequired: false)
        body = state.field("body", "Comment")
        problem =
            ["line", "path", "side"].compactMap { name in
                form?.field(name, name).error
            }.first
        self.version = version
        self.path = path
        back = anchor.lineName
    }

    /// The rejected form, if it was one for a new comment.
    init?(refused form: FormState?, version: String, path: String) {
        guard let form, let side = DiffPosition.Side(rawValue: form.field("side", "").value),
            let line = Int(form.field("line", "").value), (1...999_999_999).contains(line)
        else { return nil }
        let place = DiffPosition(path: form.field("path", "").value, side: side, lines: line...line)
        self.init(at: place, version: version, path: path, form: form)
    }
}
