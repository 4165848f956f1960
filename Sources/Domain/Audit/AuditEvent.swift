/// An entry of the audit log. Names are those of the time of the entry, since it outlives people and organizations.
package struct AuditEvent: Codable, Equatable, Sendable {
    /// The cause of an entry.
    package struct Actor: Codable, Equatable, Sendable {
        package enum Kind: String, CaseIterable, Codable, Sendable {
            case server, administrator, visitor, user
            case apiKey = "api_key"
        }

        package let kind: Kind
        package let id: String?
        package let name: String?

        package init(kind: Kind, id: String?, name: String?) {
            self.kind = kind
            self.id = id
            self.name = name
        }
    }

    /// Its position in the log, which ascends.
    package let number: Int
    package let action: AuditAction
    package let actor: Actor
    package let subject: AuditSubject?
    /// More about the change, such as the old and the new role. Never a secret's value.
    package let details: [String: String]
    package let address: String?
    package let browser: String?
    package let createdAt: Timestamp

    package init(
        number: Int, action: AuditAction, actor: Actor, subject: AuditSubject?, details: [String: String],
        address: String?, browser: String?, createdAt: Timestamp
    ) {
        self.number = number
        self.action = action
        self.actor = actor
        self.subject = subject
        self.details = details
        self.address = address
        self.browser = browser
        self.createdAt = createdAt
    }
}

/// The thing or person that an audited action concerns.
package struct AuditSubject: Codable, Equatable, Sendable {
    package let id: String
    package let name: String?

    package init(id: String, name: String?) {
        self.id = id
        self.name = name
    }

    package init<Entity>(_ id: Identifier<Entity>, name: String? = nil) {
        self.init(id: id.rawValue, name: name)
    }
}

/// Which entries of the audit log to list. Unset fields select everything.
package struct AuditFilter: Equatable, Sendable {
    package var action: AuditAction?
    /// The id of the user or key that acted.
    package var actor: String?
    /// The first and the last moment of the entries, both inclusive.
    package var since: Timestamp?
    package var until: Timestamp?

    package init(action: AuditAction? = nil, actor: String? = nil, since: Timestamp? = nil, until: Timestamp? = nil) {
        self.action = action
        self.actor = actor
        self.since = since
        self.until = until
    }
}

extension AuditFilter {
    /// The first moment of a day such as `2026-11-30`, in UTC, or an RFC 3339 time.
    ///
    /// - Throws: `InvalidValue` for any other text.
    package static func start(of text: String) throws(InvalidValue) -> Timestamp {
        try moment(text, time: "00:00:00.000Z")
    }

    /// The last moment of a day in UTC, or an RFC 3339 time.
    ///
    /// - Throws: `InvalidValue` for any other text.
    package static func end(of text: String) throws(InvalidValue) -> Timestamp {
        try moment(text, time: "23:59:59.999Z")
    }

    private static func moment(_ text: String, time: String) throws(InvalidValue) -> Timestamp {
        guard let moment = Timestamp(text.utf8.count == 10 ? "\(text)T\(time)" : text) else {
            throw InvalidValue("must be a day such as 2026-11-30, or an RFC 3339 time")
        }
        return moment
    }
}
