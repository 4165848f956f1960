package import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Synchronization

/// A local server that acts as GitHub's API: it stores pull requests, accepts only requests that GitHub documents, and
/// records what it received.
package final class GitHubStandIn: Sendable {
    package static let token = "github_pat_11AAAAAAA0abcdefghijkl"

    private struct State {
        var pullRequests: [StandInPullRequest] = []
        var requests: [StandInRequest] = []
        var faults: [String] = []
        var mishaps: [(method: HTTPRequest.Method, mishap: PlannedFailure)] = []
        var isClosing = false
    }

    /// The repositories that the token can access.
    private let repositories: Set<String>
    private let state = Mutex(State())
    private let port = Mutex(0)

    private init(repositories: Set<String>) {
        self.repositories = repositories
    }

    /// Runs the server for the duration of the test.
    ///
    /// - Throws: the errors of the test, and `StandInFault` when a request was not as GitHub documents it.
    package static func run<Value: Sendable>(
        repositories: Set<String> = ["acme/web-app"], _ test: @Sendable (GitHubStandIn) async throws -> Value
    ) async throws -> Value {
        let standIn = GitHubStandIn(repositories: repositories)
        let router = Router()
        for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete] {
            router.on("**", method: method) { request, _ in
                try await standIn.respond(to: StandInRequest(request))
            }
        }
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

    package var apiURL: String { "http://127.0.0.1:\(port.withLock { $0 })" }

    /// The received requests, in order.
    package var requests: [StandInRequest] { state.withLock { $0.requests } }

    package var pullRequests: [StandInPullRequest] { state.withLock { $0.pullRequests } }

    package func add(_ pullRequest: StandInPullRequest) {
        state.withLock { $0.pullRequests.append(pullRequest) }
    }

    /// Changes the pull request with this number, if there is one.
    package func change(_ number: Int, _ change: (inout StandInPullRequest) -> Void) {
        state.withLock { state in
            for index in state.pullRequests.indices where state.pullRequests[index].number == number {
                change(&state.pullRequests[index])
            }
        }
    }

    /// Makes the next request with this method go wrong; further calls apply to the requests after it.
    package func plan(_ mishap: PlannedFailure, to method: HTTPRequest.Method) {
        state.withLock { $0.mishaps.append((method, mishap)) }
    }

    private func respond(to request: StandInRequest) async throws -> Response {
        let mishap = state.withLock { state in
            state.requests.append(request)
            if let fault = request.fault { state.faults.append("\(request.line): \(fault)") }
            return state.mishaps.firstIndex { $0.method == request.method }.map { state.mishaps.remove(at: $0).mishap }
        }
        switch mishap {
        case .instead(let answer): return answer.response
        case .hang: try await hang()
        case .losingTheAnswer:
            _ = answer(to: request)
            try await hang()
        case nil: break
        }
        return answer(to: request).response
    }

    /// Does not answer until the test is over.
    private func hang() async throws {
        while !state.withLock({ $0.isClosing }) { try await Task.sleep(for: .milliseconds(5)) }
    }

    private func answer(to request: StandInRequest) -> StandInAnswer {
        let parts = request.path.split(separator: "/")
        guard request.headers[.authorization] == "Bearer \(Self.token)" else { return .badCredentials }
        guard request.fault == nil else { return StandInAnswer(400, ["message": "Bad Request"]) }
        let repository = parts[1...2].joined(separator: "/")
        guard repositories.contains(repository) else { return .notFound }
        return state.withLock { state in
            if request.method == .post { return Self.open(request.body, in: repository, &state.pullRequests) }
            let all = state.pullRequests.filter { $0.repository == repository }
            if parts.count == 4 { return Self.list(all, request) }
            guard let pullRequest = all.first(where: { "\($0.number)" == parts[4] }) else { return .notFound }
            let isKnown = request.etag == pullRequest.etag
            return StandInAnswer(
                isKnown ? 304 : 200, isKnown ? nil : pullRequest.json, headers: ["ETag": pullRequest.etag])
        }
    }

    private static func list(_ all: [StandInPullRequest], _ request: StandInRequest) -> StandInAnswer {
        let listed = all.filter { pullRequest in
            let owner = pullRequest.repository.prefix { $0 != "/" }
            return [nil, "\(owner):\(pullRequest.head)"].contains(request.query["head"])
                && [nil, pullRequest.base].contains(request.query["base"])
                && ["all", pullRequest.isOpen ? "open" : "closed"].contains(request.query["state"] ?? "open")
        }
        return StandInAnswer(200, .array(listed.reversed().map(\.json)))
    }

    private static func open(
        _ body: JSONValue, in repository: String, _ pullRequests: inout [StandInPullRequest]
    ) -> StandInAnswer {
        var new = StandInPullRequest()
        new.repository = repository
        new.number = (pullRequests.map(\.number).max() ?? 41) + 1
        new.title = body["title"]?.text ?? ""
        new.head = body["head"]?.text ?? ""
        new.base = body["base"]?.text ?? ""
        new.body = body["body"]?.text ?? ""
        new.isDraft = body["draft"] == true
        guard
            !pullRequests.contains(where: { other in
                other.repository == repository && other.head == new.head && other.base == new.base && other.isOpen
            })
        else { return .exists(new.head) }
        pullRequests.append(new)
        return StandInAnswer(201, new.json)
    }
}

/// A request was not as GitHub documents it.
package struct StandInFault: Error, CustomStringConvertible {
    package let description: String
}
