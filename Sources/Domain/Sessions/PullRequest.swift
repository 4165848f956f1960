/// A pull request with a session's work on the repository's host.
package struct PullRequest: Equatable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case draft, open, merged, closed
    }

    package let number: Int
    package let url: PullRequestURL
    package let status: Status
    /// Set if and only if it is merged.
    package let mergedAt: Timestamp?

    package init(number: Int, url: PullRequestURL, status: Status, mergedAt: Timestamp?) {
        self.number = number
        self.url = url
        self.status = status
        self.mergedAt = mergedAt
    }

    /// Whether it may still be merged.
    package var isOpen: Bool { status == .draft || status == .open }
}

/// The URL of a pull request's page, which also identifies the pull request.
package struct PullRequestURL: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// - Throws: `InvalidValue` unless it is an `https` address with a host and a path, without credentials.
    package init(_ text: String) throws(InvalidValue) {
        let scheme = "https://"
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" }
        guard text.hasPrefix(scheme), text.utf8.count <= 500, !host.isEmpty, host.endIndex < rest.endIndex,
            !host.contains("@"), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
        else { throw InvalidValue("must be a pull request's address such as https://github.com/owner/name/pull/42") }
        description = text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    /// For values from the database, which were checked before they were stored.
    package init(unchecked text: String) {
        description = text
    }
}
