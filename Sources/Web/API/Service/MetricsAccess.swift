import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// Decides who may read the metrics: programs on this machine, and those that send the operator's token.
struct MetricsAccess: Sendable {
    /// The fields that proxies add to a request that they pass on.
    private static let forwarding: Set<HTTPField.Name> = [
        .forwardedFor, .forwardedHost, .forwardedProto, .forwarded, .realIP, .via,
    ]

    /// Without it, only programs on this machine may read the metrics.
    let token: HiddenText?
    let trustedProxies: [AddressRange]

    /// - Throws: `DomainError.forbidden`.
    func check(_ call: Call<Anyone>) throws {
        if let token, let presented = Authenticator.bearerToken(in: call.request) {
            guard SecretDigest(of: presented).matches(SecretDigest(of: token.text)) else {
                throw DomainError.wrongMetricsToken
            }
            return
        }
        guard isFromThisMachine(call) else {
            throw token == nil ? DomainError.metricsForThisMachineOnly : DomainError.noMetricsToken
        }
    }

    /// Whether the client is on this machine. Behind a proxy, this is so only if the proxy is trusted and names nothing
    /// but addresses of this machine: a proxy that isn't trusted may pass on anybody's requests.
    private func isFromThisMachine(_ call: Call<Anyone>) -> Bool {
        guard let remote = call.context.channel.remoteAddress?.internetAddress, remote.isLoopback else { return false }
        let headers = call.request.headers
        guard headers.contains(where: { Self.forwarding.contains($0.name) }) else { return true }
        let clients = headers.forwardedFor
        return trustedProxies.include(remote) && !clients.isEmpty
            && clients.allSatisfy { IPAddress(String($0).trimmed)?.isLoopback ?? false }
    }
}
