/// A push message that is due now.
package struct PendingPush: Sendable {
    /// The maximum number of retries after the push service postponed a message.
    package static let maximumRetries = 5

    /// How long later events of the same session are held back after an accepted message, so that they are sent as one.
    package static let coalescingTime: Duration = .seconds(30)

    /// Its number in the outbox.
    package let number: Int64
    /// Incremented when a later event replaces the content.
    package let version: Int
    /// The number of times it was sent and postponed.
    package let retries: Int
    package let subscription: PushSubscriptionID
    package let endpoint: PushEndpoint
    package let publicKey: [UInt8]
    package let authentication: [UInt8]
    package let content: Content

    package enum Content: Equatable, Sendable {
        /// A message with which a person tests whether messages arrive.
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

    /// The delay before the next retry, unless the push service demands a longer one: from 10 seconds to an hour.
    package var pause: Duration {
        .seconds([10, 60, 300, 1200, 3600][min(retries, 4)])
    }
}

/// The result of sending a message.
package enum PushResult: Equatable, Sendable {
    case accepted
    /// The subscription has ended for good.
    case gone
    case refused(reason: String)
    case postponed(reason: String, until: Timestamp)
}
