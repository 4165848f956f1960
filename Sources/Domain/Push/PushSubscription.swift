/// One of a person's devices, or rather a browser on it, that has asked to be told of what happens.
package struct PushSubscription: Equatable, Sendable {
    /// How many a person may have; beyond that the oldest goes.
    package static let maximumPerUser = 20

    package let id: PushSubscriptionID
    package let endpoint: PushEndpoint
    /// What its person knows it by, such as `Firefox on Linux`.
    package let name: String
    package let createdAt: Timestamp
    /// When its push service last took a message for it.
    package let deliveredAt: Timestamp?
    package let failure: Failure?

    /// The last message that wasn't taken.
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

/// What a browser gives when it subscribes.
package struct PushSubscriptionDraft: Sendable {
    package let endpoint: PushEndpoint
    /// Its public key, 65 bytes, and the secret that only it and this server know, 16 bytes (RFC 8291, 3).
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
