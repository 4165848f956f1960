/// A named list of sessions in the dashboard.
package enum SessionsView: String, CaseIterable, Sendable {
    case all
    /// Sessions that wait for a person, then those that are unread for the reader.
    case forYou = "for-you"
    case mine, working, waiting, unread, failed, archived

    /// The filter of the view for a reader. `forYou` and `unread` have further conditions that no filter expresses.
    package func filter(for reader: UserID) -> SessionFilter {
        var filter = SessionFilter()
        filter.isArchived = self == .archived
        switch self {
        case .all, .forYou, .unread, .archived: break
        case .mine: filter.author = reader
        case .working: (filter.status, filter.isWaiting, filter.isRunHere) = (.active, false, true)
        case .waiting: filter.isWaiting = true
        case .failed: (filter.status, filter.leavesOutStopped) = (.failed, true)
        }
        return filter
    }
}

/// The page of a list that a reader requests.
package struct SessionsRequest: Sendable {
    package let organization: OrganizationID
    package let reader: UserID
    package var view = SessionsView.all
    /// Of the list, and of a search among the sessions of one rank; `forYou` and `unread` have an order of their own.
    package var order = SessionOrder.created
    /// Includes the view's filter.
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
