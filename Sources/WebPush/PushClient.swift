import AsyncHTTPClient
package import Domain
package import EgressProxy
import NIOCore
import NIOHTTP1
import OutgoingHTTP
import Threads

/// Sends messages to push services (RFC 8030). It connects to public addresses only, except for the operator's own push
/// services: the subscriber chooses the host, and must not reach hosts behind this server's firewall.
package struct PushClient: Sendable {
    /// The operator's own push services, which may have private addresses.
    package let services: [AllowedHost]
    private let contact: String
    private let resolver: HostResolver
    private let timeout: Duration

    /// Maximum size of a response in bytes; larger than any reason that is shown.
    private static let largestAnswer = 16_384

    /// - Parameters:
    ///   - contact: the operator's contact for push services, a `mailto:` or `https:` URL.
    ///   - timeout: the time limit of one message, from the DNS lookup to the end of the response.
    package init(
        contact: String, services: [AllowedHost] = [], resolver: HostResolver = .system,
        timeout: Duration = .seconds(20)
    ) {
        self.contact = contact
        self.services = services
        self.resolver = resolver
        self.timeout = timeout
    }

    /// Validates the URL of a new subscription.
    ///
    /// - Throws: `InvalidValue` for a URL to which no message would be sent. A host without a DNS entry is accepted,
    ///   because it may have one later.
    package func endpoint(_ text: String) async throws(InvalidValue) -> PushEndpoint {
        let endpoint = try PushEndpoint(text, allowing: services)
        if let addresses = try? await addresses(of: endpoint), addresses.isEmpty {
            throw InvalidValue("must not lead to a private network")
        }
        return endpoint
    }

    /// Sends one message, without retries. If the push service can't be reached, the result is `postponed`.
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

    /// Each message gets its own HTTP client, because a client's DNS override is fixed when it is created: the
    /// connection then goes to the address that was checked.
    private func send(
        _ request: HTTPClientRequest, to endpoint: PushEndpoint, at time: Timestamp
    ) async throws -> PushAnswer {
        guard let address = try await addresses(of: endpoint).first else { throw PrivateNetwork() }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: .outgoing, redirectConfiguration: .disallow)
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

    /// The host's addresses that may be connected to.
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
