/// A message that is to be sent to a device now.
package struct PendingPush: Sendable {
    /// How often a message is sent again that a push service has postponed.
    package static let maximumRetries = 5

    /// After an accepted message, news of the same session wait so long and become one.
    package static let coalescingTime: Duration = .seconds(30)

    /// Its number in the outbox.
    package let number: Int64
    /// Advances when later news take the place of what it says.
    package let version: Int
    /// How often it was sent and postponed.
    package let retries: Int
    package let subscription: PushSubscriptionID
    package let endpoint: PushEndpoint
    package let publicKey: [UInt8]
    package let authentication: [UInt8]
    package let content: Content

    package enum Content: Equatable, Sendable {
        /// Whether it arrives at all.
        case test
        /// - Parameter body: what happened, on one line.
        case news(PushKind, of: SessionID, titled: String, in: OrganizationID, body: String)
    }

    package init(
        number: Int64, version: Int, retries: Int, subscription: PushSubscriptionID, endpoint: PushEndpoint,
        publicKey: [UInt8], authentication: [UInt8], content: Content
    ) {
        self.number = number
        self.version = version
        self.retries = retries
        self.subscription = subscription
        self.endpoint = endpoint
        self.publicKey = publicKey
        self.authentication = authentication
        self.content = content
    }

    /// How long to wait after it was postponed, unless the push service says for longer: from 10 seconds to an hour.
    package var pause: Duration {
        .seconds([10, 60, 300, 1200, 3600][min(retries, 4)])
    }
}

/// What became of a message that was sent.
package enum PushResult: Equatable, Sendable {
    case accepted
    /// The device doesn't want any more, ever.
    case gone
    case refused(reason: String)
    case postponed(reason: String, until: Timestamp)
}
