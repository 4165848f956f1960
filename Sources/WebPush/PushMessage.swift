/// An unencrypted message to one browser.
package struct PushMessage: Sendable {
    /// The urgency for a device that saves its battery (RFC 8030, 5.3).
    package enum Urgency: String, Sendable {
        case normal, high
    }

    /// Up to `MessageEncryption.capacity` bytes.
    package let payload: [UInt8]
    /// A later message of the same topic replaces one that hasn't been delivered yet (RFC 8030, 5.4). Up to 32
    /// characters of base64url.
    package let topic: String?
    package let urgency: Urgency
    /// How long the push service stores the message while the device is offline.
    package let lifetime: Duration

    package init(payload: [UInt8], topic: String?, urgency: Urgency, lifetime: Duration) {
        self.payload = payload
        self.topic = topic
        self.urgency = urgency
        self.lifetime = lifetime
    }
}
