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

extension DomainError {
    static let diskFull = DomainError.noSpace(
        "The server's disk is full, and nothing was stored. Ask again once there is space.")
    static let databaseFailed = DomainError.unavailable(
        "The server could not read or write its database. Its log tells more.")
    static let databaseBusy = DomainError.unavailable(
        "Another program holds the server's database. Ask again in a moment.", retryAfter: 5)
    static let writingStopped = DomainError.unavailable(
        "The server has stopped storing changes, to lose none. Its log tells why; it has to be restarted.",
        retryAfter: 120)
}
