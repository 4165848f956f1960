import Domain

extension JSONWriter {
    /// The keys are left out: no client needs them again.
    mutating func pushSubscriptionFields(_ subscription: PushSubscription) {
        field("id", subscription.id.rawValue)
        field("endpoint", subscription.endpoint.description)
        field("name", subscription.name)
        field("createdAt", subscription.createdAt)
        field("deliveredAt", subscription.deliveredAt)
        field("failedAt", subscription.failure?.at)
        field("failure", subscription.failure?.reason)
    }

    mutating func notificationFields(_ kinds: Set<PushKind>) {
        field("waits", kinds.contains(.waits))
        field("finished", kinds.contains(.finished))
        field("failed", kinds.contains(.failed))
        field("pullRequestOpened", kinds.contains(.pullRequestOpened))
    }
}
