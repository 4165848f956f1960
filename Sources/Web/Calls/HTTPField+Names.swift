package import HTTPTypes

/// The names of header fields that the standard library of HTTP types doesn't have.
extension HTTPField.Name {
    static let apiKey = named("x-api-key")
    static let crossOriginResourcePolicy = named("Cross-Origin-Resource-Policy")
    static let fetchMode = named("Sec-Fetch-Mode")
    static let fetchSite = named("Sec-Fetch-Site")
    package static let forwardedFor = named("X-Forwarded-For")
    static let forwardedProto = named("X-Forwarded-Proto")
    static let idempotencyKey = named("Idempotency-Key")
    static let lastEventID = named("Last-Event-ID")
    static let referrerPolicy = named("Referrer-Policy")
    static let requestID = named("x-request-id")
    /// Set to `no`, it keeps proxies from holding back a stream.
    static let xAccelBuffering = named("X-Accel-Buffering")

    private static func named(_ name: StaticString) -> Self {
        guard let name = Self("\(name)") else { preconditionFailure("\(name) is no field name") }
        return name
    }
}
