/// A browser on one of a person's devices that is subscribed to notifications.
package struct PushSubscription: Equatable, Sendable {
    /// The maximum per person; adding one more removes the oldest.
    package static let maximumPerUser = 20

    package let id: PushSubscriptionID
    package let endpoint: PushEndpoint
    /// A name for its person to recognize it, such as `Firefox on Linux`.
    package let name: String
    package let createdAt: Timestamp
    /// When its push service last accepted a message for it.
    package let deliveredAt: Timestamp?
    package let failure: Failure?

    /// The last failure to deliver a message.
    package struct Failure: Equatable, Sendable {
        package let at: Timestamp
        /// A sentence for the person.
        package let reason: String

        package init(at: Timestamp, reason: String) {
            self.at = at
            self.reason = reason
        }
    }

    package init(
        id: PushSubscriptionID, endpoint: PushEndpoint, name: String, createdAt: Timestamp, deliveredAt: Timestamp?,
        failure: Failure?
    ) {
        self.id = id
        self.endpoint = endpoint
        self.name = name
        self.createdAt = createdAt
        self.deliveredAt = deliveredAt
        self.failure = failure
    }
}

/// The data that a browser sends when it subscribes.
package struct PushSubscriptionDraft: Sendable {
    package let endpoint: PushEndpoint
    /// The browser's public key, 65 bytes, and the authentication secret shared with this server, 16 bytes (RFC 8291,
    /// 3).
    package let publicKey: [UInt8]
    package let authentication: [UInt8]
    package let name: String

    package init(endpoint: PushEndpoint, publicKey: [UInt8], authentication: [UInt8], name: String) {
        self.endpoint = endpoint
        self.publicKey = publicKey
        self.authentication = authentication
        self.name = name
    }
}
