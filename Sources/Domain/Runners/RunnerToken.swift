/// Access for runners, which work on queued runs on other machines. Any number of runners may use one token. The token
/// itself is shown only once, when it is created.
package struct RunnerToken: Codable, Equatable, Sendable {
    package let id: RunnerTokenID
    /// The organization whose runs it gives access to; `nil` for those of the whole server.
    package let organizationID: OrganizationID?
    package let name: String
    /// The labels of its runners. They get no run that asks for others.
    package let labels: RunnerLabels
    package let createdAt: Timestamp
    package let revokedAt: Timestamp?
    /// The last recorded use; `nil` before the first.
    package let lastUse: RunnerUse?

    package init(
        id: RunnerTokenID,
        organizationID: OrganizationID?,
        name: String,
        labels: RunnerLabels,
        createdAt: Timestamp,
        revokedAt: Timestamp? = nil,
        lastUse: RunnerUse? = nil
    ) {
        self.id = id
        self.organizationID = organizationID
        self.name = name
        self.labels = labels
        self.createdAt = createdAt
        self.revokedAt = revokedAt
        self.lastUse = lastUse
    }

    /// The labels of one of its runners.
    ///
    /// - Parameter texts: those of the runner's machine; none stand for all of the token's.
    /// - Throws: `DomainError.forbidden` for labels that the token doesn't have.
    package func labels(ofRunnerWith texts: [String]) throws -> RunnerLabels {
        guard !texts.isEmpty else { return labels }
        do throws(InvalidValue) {
            let asked = try RunnerLabels(texts)
            guard labels.include(asked) else {
                throw InvalidValue("must be among its token's, \(labels.sorted.joined(separator: ", "))")
            }
            return asked
        } catch {
            throw DomainError.forbidden("The runner's `labels` \(error.detail).")
        }
    }
}

/// A use of a runner token.
package struct RunnerUse: Codable, Equatable, Sendable {
    package let at: Timestamp
    /// The runner's address; `nil` if it wasn't known.
    package let address: String?
    /// The runner's version, as it reported it.
    package let version: String

    package init(at time: Timestamp, address: String?, version: String) {
        at = time
        self.address = address
        self.version = version
    }
}

/// A runner token in a list.
package struct ListedRunnerToken: Codable, Equatable, Sendable {
    package let token: RunnerToken
    /// The sessions that its runners work on at the moment, oldest first.
    package let sessions: [RunnerSession]

    package init(token: RunnerToken, sessions: [RunnerSession]) {
        self.token = token
        self.sessions = sessions
    }
}

/// A session that a runner works on.
package struct RunnerSession: Codable, Equatable, Sendable {
    package let id: SessionID
    package let title: String

    package init(id: SessionID, title: String) {
        self.id = id
        self.title = title
    }
}
