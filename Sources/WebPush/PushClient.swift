import AsyncHTTPClient
package import Domain
package import EgressProxy
import NIOCore
import NIOHTTP1
import Threads

/// Sends messages to push services (RFC 8030). It connects to public addresses only, apart from the operator's own push
/// services: whoever subscribes chooses the host, and must not reach what is behind this server's firewall.
package struct PushClient: Sendable {
    /// Push services of the operator's own, which may have private addresses.
    package let services: [AllowedHost]
    private let contact: String
    private let resolver: HostResolver
    private let timeout: Duration

    /// More than any reason that is shown takes.
    private static let largestAnswer = 16_384

    /// - Parameters:
    ///   - contact: whom a push service may turn to, a `mailto:` or `https:` address.
    ///   - timeout: of one message, from looking up the host to the end of the answer.
    package init(
        contact: String, services: [AllowedHost] = [], resolver: HostResolver = .system,
        timeout: Duration = .seconds(20)
    ) {
        self.contact = contact
        self.services = services
        self.resolver = resolver
        self.timeout = timeout
    }

    /// The address of a subscription that somebody wants to make.
    ///
    /// - Throws: `InvalidValue` for one that nothing would be sent to. A host that DNS doesn't know now may be known later.
    package func endpoint(_ text: String) async throws(InvalidValue) -> PushEndpoint {
        let endpoint = try PushEndpoint(text, allowing: services)
        if let addresses = try? await addresses(of: endpoint), addresses.isEmpty {
            throw InvalidValue("must not lead to a private network")
        }
        return endpoint
    }

    /// Sends one message once. A push service that doesn't answer has postponed it.
    ///
    /// - Throws: `CancellationError`.
    package func send(
        _ message: PushMessage, to endpoint: PushEndpoint, for recipient: RecipientKeys, signedBy key: ServerKey,
        at time: Timestamp
    ) async throws -> PushAnswer {
        do {
            let request = try request(message, to: endpoint, for: recipient, signedBy: key, at: time)
            return try await withTimeout(timeout) { try await send(request, to: endpoint, at: time) }
        } catch is PrivateNetwork {
            return .refused(reason: "The push service's address leads to a private network.")
        } catch {
            try Task.checkCancellation()
            return .postponed(reason: "The push service can't be reached: \(Self.reason(error)).", after: nil)
        }
    }

    private func request(
        _ message: PushMessage, to endpoint: PushEndpoint, for recipient: RecipientKeys, signedBy key: ServerKey,
        at time: Timestamp
    ) throws -> HTTPClientRequest {
        var request = HTTPClientRequest(url: endpoint.description)
        request.method = .POST
        request.headers = [
            "Authorization": try key.authorization(for: endpoint, contact: contact, at: time),
            "Content-Encoding": "aes128gcm", "Content-Type": "application/octet-stream",
            "TTL": "\(message.lifetime.components.seconds)", "Urgency": message.urgency.rawValue,
            "User-Agent": "Lodestone/\(ServiceVersion.current)",
        ]
        if let topic = message.topic { request.headers.add(name: "Topic", value: topic) }
        request.body = .bytes(ByteBuffer(bytes: try MessageEncryption.encrypt(message.payload, for: recipient)))
        return request
    }

    /// Each message has a client of its own, since a client's addresses are settled when it is made: what was checked is
    /// what is connected to.
    private func send(
        _ request: HTTPClientRequest, to endpoint: PushEndpoint, at time: Timestamp
    ) async throws -> PushAnswer {
        guard let address = try await addresses(of: endpoint).first else { throw PrivateNetwork() }
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(10)
        if case .name(let name) = endpoint.destination.host { configuration.dnsOverride = [name: "\(address)"] }
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let response = try await client.execute(request, deadline: .distantFuture)
            let body = (try? await response.body.collect(upTo: Self.largestAnswer)) ?? ByteBuffer()
            let answer = PushAnswer(
                status: Int(response.status.code), headers: response.headers,
                body: String(decoding: body.readableBytesView, as: UTF8.self), at: time)
            try? await client.shutdown()
            return answer
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    /// Those that may be connected to.
    private func addresses(of endpoint: PushEndpoint) async throws -> [IPAddress] {
        let mayBePrivate = services.contains { $0.contains(endpoint.destination) }
        return try await resolver.addresses(of: endpoint.destination.host, mayBePrivate: mayBePrivate)
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case is Overdue: "it didn't answer in time"
        case let error as InvalidValue: "its host \(error.detail)"
        case let error as HTTPClientError: error.shortDescription
        default: "\(error)".firstLine(maximum: 200)
        }
    }
}

private struct PrivateNetwork: Error {}
