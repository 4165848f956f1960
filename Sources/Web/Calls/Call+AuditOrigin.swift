import Domain
import HTTPTypes
import Hummingbird

extension Call<Anyone> {
    /// The origin of what the request does, as long as nobody is signed in.
    ///
    /// - Parameter proxies: those that are trusted to name the client.
    func auditOrigin(trusting proxies: [AddressRange]) -> AuditOrigin {
        AuditOrigin(
            .visitor,
            from: AuditOrigin.Client(
                address: client(trusting: proxies).address,
                browser: request.headers[.userAgent].map { DeviceName.name(of: $0) }))
    }
}
