import Domain

/// Whether changes can be stored.
package enum StorageCondition: Equatable, Sendable {
    case writable
    /// The disk is full. Ends by itself once there is space.
    case full(String)
    /// The last write failed. Ends with the next successful write.
    case failing(String)
    /// Nothing is written until the server is restarted.
    case stopped(String)

    /// The reason for the operator; `nil` while changes can be stored.
    package var reason: String? {
        switch self {
        case .writable: nil
        case .full(let reason), .failing(let reason), .stopped(let reason): reason
        }
    }
}

extension StorageCondition {
    /// The reason in words that reveal nothing of the machine, such as paths; `nil` while changes can be stored.
    package var reasonForStrangers: String? {
        switch self {
        case .writable: nil
        case .full: "the disk is full, or the quota of the service's user is used up"
        case .failing: "the database cannot be read or written"
        case .stopped: "the server has stopped writing because the disk failed or the database's files are gone"
        }
    }
}

extension DomainError {
    static let diskFull = DomainError.noSpace(
        "The server's disk is full, so nothing was stored. Try again when there is space.")
    static let databaseFailed = DomainError.unavailable(
        "The server could not read or write its database. See the server's log.")
    static let databaseBusy = DomainError.unavailable(
        "Another program is using the server's database. Try again in a moment.", retryAfter: 5)
    static let writingStopped = DomainError.unavailable(
        "The server has stopped storing changes to avoid losing data. Restart it; its log has the reason.",
        retryAfter: 120)
}
