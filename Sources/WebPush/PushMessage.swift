/// A message to one browser, not yet encrypted.
package struct PushMessage: Sendable {
    /// How soon it should arrive at a device that saves its battery (RFC 8030, 5.3).
    package enum Urgency: String, Sendable {
        case normal, high
    }

    /// Up to `MessageEncryption.capacity` bytes.
    package let payload: [UInt8]
    /// A later message of the same topic takes the place of one that hasn't been delivered yet (RFC 8030, 5.4): up to 32
    /// characters of base64url.
    package let topic: String?
    package let urgency: Urgency
    /// For how long the push service keeps it while the device is offline.
    package let lifetime: Duration

    package init(payload: [UInt8], topic: String?, urgency: Urgency, lifetime: Duration) {
        self.payload = payload
        self.topic = topic
        self.urgency = urgency
        self.lifetime = lifetime
    }
}
