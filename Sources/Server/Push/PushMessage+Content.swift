import Crypto
import Domain
import FoundationEssentials
import WebPush

extension PushMessage {
    /// The notification that a device shows, and the page that a tap on it opens. The service worker parses the
    /// payload.
    init(_ pending: PendingPush) {
        switch pending.content {
        case .test:
            self.init(
                payload: Self.payload(
                    title: "Lodestone", body: "Notifications work on this device.", path: "/account", tag: "test"),
                topic: "test", urgency: .high, lifetime: .seconds(300))
        case .news(let kind, let session, let title, let organization, let body):
            // The same for all notifications of a session, but a hash, so that the push service learns nothing from it.
            let digest = SHA256.hash(data: Array(session.rawValue.utf8))
            let topic = Base64URL.encode(digest.prefix(24))
            self.init(
                payload: Self.payload(
                    title: PushText.title(title), body: kind.opening + body,
                    path: "/organizations/\(organization)/sessions/\(session)", tag: topic),
                topic: topic, urgency: kind == .waits ? .high : .normal, lifetime: .seconds(86_400))
        }
    }

    private static func payload(title: String, body: String, path: String, tag: String) -> [UInt8] {
        var json: [UInt8] = []
        for (name, text) in [("title", title), ("body", body), ("path", path), ("tag", tag)] {
            json += Array((json.isEmpty ? "{\"" : ",\"").utf8) + Array("\(name)\":".utf8)
            JSONString.append(text, to: &json)
        }
        return json + [UInt8(ascii: "}")]
    }
}

extension PushKind {
    /// The words before the description of the event.
    fileprivate var opening: String {
        switch self {
        case .waits: "Waiting for you: "
        case .finished: "Finished: "
        case .failed: "Failed: "
        case .pullRequestOpened: ""
        }
    }
}
