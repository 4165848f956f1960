/// Which sessions of an organization a list has; what is `nil` doesn't matter.
package struct SessionFilter: Equatable, Sendable {
    package var status: SessionStatus?
    package var author: UserID?
    package var repository: RepositoryName?
    package var isArchived: Bool?
    /// Whether a person is waited for.
    package var isWaiting: Bool?
    /// Of failed ones, whether those that a person stopped are left out.
    package var leavesOutStopped = false
    package var query: SearchQuery?

    package init() {}
}

/// `owner/name`, which hosts compare without regard to case.
package struct RepositoryName: Equatable, Sendable {
    package let owner: String
    package let name: String

    /// - Throws: `InvalidValue` for anything but two parts.
    package init(_ text: String) throws(InvalidValue) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw InvalidValue("must be a repository such as acme/web-app")
        }
        owner = String(parts[0])
        name = String(parts[1])
    }
}

/// A part of a list.
package struct SessionPage: Sendable {
    package let sessions: [ListedSession]
    /// Why there may be sessions that a search should have found too.
    package let searchLimit: SearchLimit?

    package init(sessions: [ListedSession], searchLimit: SearchLimit? = nil) {
        self.sessions = sessions
        self.searchLimit = searchLimit
    }
}

/// A session in a list, and where a search found it.
package struct ListedSession: Equatable, Sendable {
    package let session: Session
    package let match: SearchMatch?

    package init(session: Session, match: SearchMatch?) {
        self.session = session
        self.match = match
    }

    /// The place after this session in its list.
    package func cursor(in order: SessionOrder = .created) -> SessionCursor {
        SessionCursor(rank: match?.rank ?? 0, time: order.time(of: session), id: session.id)
    }
}

/// Why a search may have missed sessions.
package enum SearchLimit: Sendable {
    /// So many have the words that the oldest were not looked at, or so many words begin as the last one does.
    case tooMuchToSearch
    /// What can be searched is being indexed anew.
    case indexIncomplete
}

/// Where a search found a session.
package struct SearchMatch: Equatable, Sendable {
    /// 0 when the title has all that was searched for, 1 when it takes the messages: what a list is ordered by first.
    package let rank: Int
    /// The words around the place.
    package let snippet: String
    /// The message that it is in; `nil` for the title.
    package let sequence: Int?

    package init(rank: Int, snippet: String, sequence: Int?) {
        self.rank = rank
        self.snippet = snippet
        self.sequence = sequence
    }
}
