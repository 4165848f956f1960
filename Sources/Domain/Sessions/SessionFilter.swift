/// Conditions on an organization's sessions; a `nil` property is no condition.
package struct SessionFilter: Equatable, Sendable {
    package var status: SessionStatus?
    package var author: UserID?
    package var repository: RepositoryName?
    package var isArchived: Bool?
    /// Whether the agent waits for a person.
    package var isWaiting: Bool?
    /// Whether failed sessions that a person stopped are left out.
    package var leavesOutStopped = false
    /// Whether only sessions are meant that agents of this server were asked to work on.
    package var isRunHere = false
    package var query: SearchQuery?

    package init() {}
}

/// `owner/name`, compared without regard to case, as hosts do.
package struct RepositoryName: Equatable, Sendable {
    package let owner: String
    package let name: String

    /// - Throws: `InvalidValue` unless the text has two parts.
    package init(_ text: String) throws(InvalidValue) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw InvalidValue("must be a repository such as acme/web-app")
        }
        owner = String(parts[0])
        name = String(parts[1])
    }
}

/// A page of a list of sessions.
package struct SessionPage: Sendable {
    package let sessions: [ListedSession]
    /// Why the search may have missed sessions; `nil` if it was complete.
    package let searchLimit: SearchLimit?

    package init(sessions: [ListedSession], searchLimit: SearchLimit? = nil) {
        self.sessions = sessions
        self.searchLimit = searchLimit
    }
}

/// A session in a list, with the match if the list is a search's.
package struct ListedSession: Equatable, Sendable {
    package let session: Session
    package let match: SearchMatch?

    package init(session: Session, match: SearchMatch?) {
        self.session = session
        self.match = match
    }

    /// The position after this session in its list.
    package func cursor(in order: SessionOrder = .created) -> SessionCursor {
        SessionCursor(rank: match?.rank ?? 0, time: order.time(of: session), id: session.id)
    }
}

/// Why a search may have missed sessions.
package enum SearchLimit: Sendable {
    /// Too many sessions contain the words, so the oldest were not searched; or too many words begin with the prefix.
    case tooMuchToSearch
    /// The search index is being rebuilt.
    case indexIncomplete
}

/// The match of a search in a session.
package struct SearchMatch: Equatable, Sendable {
    /// The first key of a search's order: 0 if the title has all terms, 1 if messages are needed for some.
    package let rank: Int
    /// The words around the match.
    package let snippet: String
    /// The sequence number of the message with the match; `nil` for a match in the title.
    package let sequence: Int?

    package init(rank: Int, snippet: String, sequence: Int?) {
        self.rank = rank
        self.snippet = snippet
        self.sequence = sequence
    }
}
