package import AsyncHTTPClient
package import Domain
import NIOCore
import NIOHTTP1
import Threads

/// Speaks GitHub's REST API with one token. What fails because GitHub doesn't answer is tried again.
package struct GitHubClient: Sendable {
    let apiURL: GitHubAPIURL
    let webHost: String
    let timing: GitHubTiming
    private let token: HiddenText
    private let httpClient: HTTPClient

    /// More than any page of pull requests takes.
    private static let largestAnswer = 16 * 1_048_576

    /// - Parameter webHost: the host of the pages that people read, as in the addresses of pull requests.
    package init(
        apiURL: GitHubAPIURL, webHost: String, token: HiddenText, httpClient: HTTPClient = .shared,
        timing: GitHubTiming = GitHubTiming()
    ) {
        self.apiURL = apiURL
        self.webHost = webHost
        self.token = token
        self.httpClient = httpClient
        self.timing = timing
    }

    /// Sends one request.
    ///
    /// - Parameters:
    ///   - path: what comes after the API's address.
    ///   - etag: the answer may be 304 when nothing has changed since the one with this tag.
    /// - Throws: `GitHubError.unreachable`, `CancellationError`.
    func send(
        _ method: HTTPMethod, _ path: String, etag: String? = nil, json: [UInt8]? = nil
    ) async throws -> GitHubAnswer {
        var request = HTTPClientRequest(url: "\(apiURL)\(path)")
        request.method = method
        request.headers = [
            "Authorization": "Bearer \(token.text)", "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28", "User-Agent": "Lodestone/\(ServiceVersion.current)",
        ]
        if let etag { request.headers.add(name: "If-None-Match", value: etag) }
        if let json {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: json))
        }
        do {
            return try await withTimeout(timing.timeout) { [request, httpClient, token] in
                let response = try await httpClient.execute(request, deadline: .distantFuture)
                let body = try await response.body.collect(upTo: Self.largestAnswer)
                return GitHubAnswer(
                    status: Int(response.status.code), headers: response.headers,
                    body: Array(body.readableBytesView), token: token)
            }
        } catch {
            try Task.checkCancellation()
            throw GitHubError.unreachable(reason: Self.reason(error).quoted(without: token))
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case is Overdue: "it didn't answer in time"
        // The long form would have the headers that it doesn't like.
        case let error as HTTPClientError: error.shortDescription
        default: "\(error)"
        }
    }
}
