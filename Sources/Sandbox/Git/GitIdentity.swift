import Domain

/// Author of a commit. Characters that git does not allow in a name or address are removed.
package struct GitIdentity: Equatable, Sendable {
    package let name: String
    package let email: String

    package init(name: String, email: String) {
        self.name = Self.cleaned(name)
        self.email = Self.cleaned(email)
    }

    /// `Name <address>`, the form used in trailers.
    var text: String { "\(name) <\(email)>" }

    /// Variables that make git use this identity as author and committer.
    package var environment: [String: String] {
        [
            "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email,
            "GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": email,
        ]
    }

    /// Removes control characters and angle brackets, which would end the name, the address or the line.
    private static func cleaned(_ text: String) -> String {
        let cleaned = String(text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "<" && $0 != ">" }).trimmed
        return cleaned.isEmpty ? "unknown" : cleaned
    }
}
