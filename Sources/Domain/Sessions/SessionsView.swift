/// A list of sessions that the dashboard offers under a name.
package enum SessionsView: String, CaseIterable, Sendable {
    case all
    /// What waits for a person, then what the reader hasn't seen.
    case forYou = "for-you"
    case mine, working, waiting, unread, failed, archived

    /// What the view's sessions have in common, for a reader. What `forYou` and `unread` have besides isn't a filter.
    package func filter(for reader: UserID) -> SessionFilter {
        var filter = SessionFilter()
        filter.isArchived = self == .archived
        switch self {
        case .all, .forYou, .unread, .archived: break
        case .mine: filter.author = reader
        case .working: (filter.status, filter.isWaiting) = (.active, false)
        case .waiting: filter.isWaiting = true
        case .failed: (filter.status, filter.leavesOutStopped) = (.failed, true)
        }
        return filter
    }
}

/// The part of an organization's sessions that a person looks at.
package struct SessionsRequest: Sendable {
    package let organization: OrganizationID
    package let reader: UserID
    package var view = SessionsView.all
    /// Of the list, and of a search among the sessions of one rank; `forYou` and `unread` have an order of their own.
    package var order = SessionOrder.created
    /// With what the view's sessions have in common.
    package var filter: SessionFilter
    package var cursor = SessionCursor.start
    package var limit: Int

    package init(organization: OrganizationID, reader: UserID, filter: SessionFilter, limit: Int) {
        self.organization = organization
        self.reader = reader
        self.filter = filter
        self.limit = limit
    }
}
