import Domain

/// The content of `notifications.mustache`: a person's devices, and the events that they get notifications for.
struct NotificationsContent {
    struct Device {
        struct Failure {
            let reason: String
            let at: ShownTime
        }

        let name: String
        /// Lets a script recognize the device that it runs on.
        let endpoint: String
        let added: ShownTime
        let delivered: ShownTime?
        /// The last failure, unless a message was delivered since.
        let failure: Failure?
        let testPath: String
        let removePath: String

        init(_ subscription: PushSubscription, at time: Timestamp) {
            let path = "/account/push-subscriptions/\(subscription.id.rawValue)"
            name = subscription.name
            endpoint = subscription.endpoint.description
            added = ShownTime(subscription.createdAt, now: time)
            delivered = subscription.deliveredAt.map { ShownTime($0, now: time) }
            failure = subscription.failure.flatMap { failure in
                guard failure.at >= subscription.deliveredAt ?? failure.at else { return nil }
                return Failure(reason: failure.reason, at: ShownTime(failure.at, now: time))
            }
            testPath = "\(path)/test"
            removePath = "\(path)/remove"
        }
    }

    let devices: [Device]
    let choices: [CheckField]

    init(_ subscriptions: [PushSubscription], told kinds: Set<PushKind>, at time: Timestamp) {
        devices = subscriptions.map { Device($0, at: time) }
        let chosen = FormState(Dictionary(uniqueKeysWithValues: kinds.map { ($0.rawValue, "true") }))
        choices = PushKind.allCases.map { kind in
            CheckField(chosen.field(kind.rawValue, kind.inWords, isRequired: false))
        }
    }
}

extension PushKind {
    /// As the end of "Notify me when a session".
    fileprivate var inWords: String {
        switch self {
        case .waits: "needs my answer"
        case .finished: "finishes"
        case .failed: "fails"
        case .pullRequestOpened: "opens a pull request"
        }
    }
}
