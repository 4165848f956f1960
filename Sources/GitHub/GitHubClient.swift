package import AsyncHTTPClient
package import Domain
import NIOCore
import NIOHTTP1
import OutgoingHTTP
import Threads

/// A client of GitHub's REST API with one token. Requests that fail because GitHub doesn't answer are retried.
package struct GitHubClient: Sendable {
    let apiURL: GitHubAPIURL
    let webHost: String
    let timing: GitHubTiming
    private let token: HiddenText
    private let httpClient: HTTPClient

    /// Maximum size of a response in bytes; larger than any page of pull requests.
    private static let largestAnswer = 16 * 1_048_576

    /// - Parameter webHost: the host of the web pages, as in the URLs of pull requests.
    package init(
        apiURL: GitHubAPIURL, webHost: String, token: HiddenText, httpClient: HTTPClient = .outgoing,
        timing: GitHubTiming = GitHubTiming()
    ) {
        self.apiURL = apiURL
        self.webHost = webHost
        self.token = token
        self.httpClient = httpClient
        self.timing = timing
    }

    /// Sends one request, without retries.
    ///
    /// - Parameters:
    ///   - path: the path after the API's base URL.
    ///   - etag: the ETag of an earlier response; the answer is 304 if nothing has changed since then.
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
        // The long form may contain the rejected headers, and so the token.
        case let error as HTTPClientError: error.shortDescription
        default: "\(error)"
        }
    }
}
