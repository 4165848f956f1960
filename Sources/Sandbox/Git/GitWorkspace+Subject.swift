import Domain

extension GitWorkspace {
    /// The subject of the first commit that the agent made itself; `nil` if there is none, or it describes nothing.
    ///
    /// Git runs in the workspace, where the agent may have changed anything: use the answer only as a title.
    package func firstSubject(since base: String, by author: GitIdentity) async -> String? {
        var hasty = git
        hasty.limits.duration = .seconds(20)
        let arguments = [
            "log", "--reverse", "--no-merges", "--first-parent", "--fixed-strings", "--author=<\(author.email)>",
            "--format=%s", "\(base)..HEAD",
        ]
        let result = try? await hasty.attempt(arguments, in: .workspace)
        guard let result, result.ending.isSuccess, let first = result.text.split(separator: "\n").first else {
            return nil
        }
        return Self.title(of: String(first))
    }

    /// A commit subject as a title; `nil` if it describes nothing, such as `wip` or `fixup! …`.
    static func title(of subject: String) -> String? {
        guard let line = try? PlainText.line(subject, maximum: 200), line.split(separator: " ").count > 1,
            !["fixup!", "squash!", "amend!", "wip", "merge "].contains(where: line.lowercased().hasPrefix)
        else { return nil }
        return line
    }
}
