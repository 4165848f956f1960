package import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Synchronization

/// A local server that acts as a push service: browsers subscribe to it, it accepts only messages that push services
/// and browsers accept by RFC 8030, 8291 and 8292, and it records what it received.
package final class PushServiceStandIn: Sendable {
    private struct State {
        var browsers: [String: StandInBrowser] = [:]
        var received: [ReceivedPush] = []
        var faults: [String] = []
        var mishaps: [String: [PlannedFailure]] = [:]
        var serverKey: String?
        var isClosing = false
    }

    private let state = Mutex(State())
    private let port = Mutex(0)
    private let now: @Sendable () -> Timestamp

    private init(now: @escaping @Sendable () -> Timestamp) {
        self.now = now
    }

    /// Runs the server for the duration of the test.
    ///
    /// - Parameter now: the current time, against which tokens are checked.
    /// - Throws: the errors of the test, and `StandInFault` when a push service would have refused a message.
    package static func run<Value: Sendable>(
        now: @escaping @Sendable () -> Timestamp, _ test: @Sendable (PushServiceStandIn) async throws -> Value
    ) async throws -> Value {
        let standIn = PushServiceStandIn(now: now)
        let router = Router()
        router.on("**", method: .post) { request, _ in try await standIn.respond(to: request) }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)), logger: .silent)
        return try await application.test(.live) { client in
            standIn.port.withLock { $0 = client.port ?? 0 }
            defer { standIn.state.withLock { $0.isClosing = true } }
            let value = try await test(standIn)
            let faults = standIn.state.withLock { $0.faults }
            guard faults.isEmpty else { throw StandInFault(description: faults.joined(separator: "\n")) }
            return value
        }
    }

    package var origin: String { "http://127.0.0.1:\(port.withLock { $0 })" }

    /// The stand-in as an entry in the operator's list of allowed hosts.
    package var service: AllowedHost {
        get throws { try AllowedHost("127.0.0.1:\(port.withLock { $0 })") }
    }

    /// The received messages, in order.
    package var received: [ReceivedPush] { state.withLock { $0.received } }

    /// The messages accepted for browsers, in order.
    package var accepted: [ReceivedPush] { received.filter { $0.status == 201 } }

    /// Creates a subscribed browser.
    ///
    /// - Parameter serverKey: the key it subscribes with; a message signed with another key is a fault. `nil` keeps the
    ///   previous one.
    package func browser(serverKey: String? = nil) -> StandInBrowser {
        state.withLock { state in
            state.serverKey = serverKey ?? state.serverKey
            let path = "/push/\(state.browsers.count + 1)"
            let browser = StandInBrowser(origin: origin, path: path)
            state.browsers[path] = browser
            return browser
        }
    }

    /// Makes the next messages for a browser go wrong.
    package func plan(_ mishaps: PlannedFailure..., to browser: StandInBrowser) {
        state.withLock { $0.mishaps[browser.path, default: []] += mishaps }
    }

    private func respond(to request: Request) async throws -> Response {
        let body = Data(try await request.body.collect(upTo: 1 << 20).readableBytesView)
        let path = request.uri.path
        guard let browser = state.withLock({ $0.browsers[path] }) else { return Response(status: .notFound) }
        let serverKey = state.withLock { $0.serverKey }
        let fault = ReceivedPush.fault(
            in: request.headers, body: body, for: browser, at: origin, serverKey: serverKey, now: now())
        let text = (try? browser.decrypt(body)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let mishap = state.withLock { state -> PlannedFailure? in
            let mishap = state.mishaps[path]?.isEmpty == false ? state.mishaps[path]?.removeFirst() : nil
            let status = Self.status(after: mishap, isFaulty: fault != nil)
            if let fault { state.faults.append("\(path): \(fault)") }
            state.received.append(
                ReceivedPush(
                    endpoint: browser.endpoint, headers: request.headers,
                    payload: (try? JSONValue(parsing: text)) ?? .null, size: body.count, status: status))
            return mishap
        }
        switch mishap {
        case .instead(let answer): return answer.response
        case .hang, .losingTheAnswer:
            while !state.withLock({ $0.isClosing }) { try await Task.sleep(for: .milliseconds(5)) }
            return Response(status: .created)
        case nil: return Response(status: fault == nil ? .created : .badRequest)
        }
    }

    /// The status of the response to a message; 0 for no response.
    private static func status(after mishap: PlannedFailure?, isFaulty: Bool) -> Int {
        switch mishap {
        case .instead(let answer): answer.status
        case .hang: 0
        case .losingTheAnswer: 201
        case nil: isFaulty ? 400 : 201
        }
    }
}
