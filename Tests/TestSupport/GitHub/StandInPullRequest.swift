package import Domain

/// A pull request stored by the GitHub stand-in.
package struct StandInPullRequest: Sendable {
    /// In the form `owner/name`.
    package var repository = "acme/web-app"
    package var number = 42
    package var title = "Add input validation"
    package var body = ""
    package var head = "agent/add-input-validation"
    package var base = "main"
    package var isOpen = true
    package var isDraft = false
    package var mergedAt: Timestamp?
    package var updatedAt = TestClock().now

    package init() {}

    package var url: String { "https://github.com/\(repository)/pull/\(number)" }

    package mutating func merge(at time: Timestamp) {
        (isOpen, mergedAt, updatedAt) = (false, time, time)
    }

    package mutating func close(at time: Timestamp) {
        (isOpen, updatedAt) = (false, time)
    }

    /// The required ones of GitHub's many fields, and some that the service ignores.
    package var json: JSONValue {
        let owner = repository.prefix { $0 != "/" }
        func branch(_ name: String) -> JSONValue {
            [
                "label": .string("\(owner):\(name)"), "ref": .string(name),
                "sha": "6dcb09b5b57875f334f61aebed695e2e4193db5e",
            ]
        }
        return [
            "id": .number(Double(1_000_000 + number)), "number": .number(Double(number)), "html_url": .string(url),
            "url": .string("https://api.github.com/repos/\(repository)/pulls/\(number)"),
            "state": isOpen ? "open" : "closed", "draft": .bool(isDraft), "locked": false,
            "title": .string(title), "body": .string(body), "user": ["login": .string(String(owner)), "id": 1],
            "head": branch(head), "base": branch(base), "updated_at": .string(updatedAt.gitHubText),
            "merged_at": mergedAt.map { .string($0.gitHubText) } ?? .null,
        ]
    }

    /// Changes with the content of `json`.
    var etag: String { "W/\"\(TextHash.of(json.json))\"" }
}

extension Timestamp {
    /// `2026-02-10T14:30:00Z`, without fractions of a second.
    package var gitHubText: String { description.prefix(19) + "Z" }
}

/// FNV-1a, which is the same in every process, unlike `Hasher`.
private enum TextHash {
    static func of(_ text: String) -> String {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        return String(hash, radix: 16)
    }
}
