import Domain

extension GitWorkspace {
    /// The subject of the first commit that an agent made itself; `nil` when there is none that says what was done.
    ///
    /// Git is asked in the workspace, where the agent may have changed anything: what it answers is good for a title only.
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

    /// A subject as a title; `nil` for one that says nothing to others, such as `wip` or `fixup! …`.
    static func title(of subject: String) -> String? {
        guard let line = try? PlainText.line(subject, maximum: 200), line.split(separator: " ").count > 1,
            !["fixup!", "squash!", "amend!", "wip", "merge "].contains(where: line.lowercased().hasPrefix)
        else { return nil }
        return line
    }
}
