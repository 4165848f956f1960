import Domain

/// Who a commit is by.
package struct GitIdentity: Equatable, Sendable {
    package let name: String
    package let email: String

    package init(name: String, email: String) {
        self.name = Self.cleaned(name)
        self.email = Self.cleaned(email)
    }

    /// As `Name <address>`, the form of a trailer.
    var text: String { "\(name) <\(email)>" }

    /// For git, as the author and as who commits.
    package var environment: [String: String] {
        [
            "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email,
            "GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": email,
        ]
    }

    /// Without what would end the name, the address or the line.
    private static func cleaned(_ text: String) -> String {
        let cleaned = String(text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "<" && $0 != ">" }).trimmed
        return cleaned.isEmpty ? "unknown" : cleaned
    }
}
