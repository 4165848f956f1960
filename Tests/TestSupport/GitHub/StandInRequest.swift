package import HTTPTypes
import Hummingbird
import NIOCore

/// A request received by the GitHub stand-in.
package struct StandInRequest: Sendable {
    package let method: HTTPRequest.Method
    package let path: String
    package let query: [String: String]
    package let headers: HTTPFields
    /// `null` if the request had no body, or one that is not JSON.
    package let body: JSONValue

    package var etag: String? { headers[.ifNoneMatch] }
    package var line: String { "\(method) \(path)" }

    init(_ request: Request) async throws {
        method = request.method
        path = request.uri.path
        query = Dictionary(request.uri.queryParameters.map { (String($0), String($1)) }) { $1 }
        headers = request.headers
        let bytes = try await request.body.collect(upTo: 1 << 22)
        body = (try? JSONValue(parsing: String(buffer: bytes))) ?? .null
    }

    /// Why GitHub would reject the request, by its documentation; `nil` if it would accept it. Ignores the token.
    var fault: String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard headers[.accept] == "application/vnd.github+json" else { return "no Accept of GitHub's" }
        guard headers[.gitHubVersion] == "2022-11-28" else { return "no X-GitHub-Api-Version" }
        guard headers[.userAgent]?.isEmpty == false else { return "no User-Agent" }
        guard parts.count == 5 || parts.count == 6, parts[0].isEmpty, parts[1] == "repos", parts[4] == "pulls" else {
            return "an unknown path"
        }
        switch (method, parts.count) {
        case (.get, 5): return listFault
        case (.post, 5): return newFault
        case (.get, 6): return Int(parts[5]) == nil || !query.isEmpty ? "no pull request's number alone" : nil
        default: return "an unknown method"
        }
    }

    private var listFault: String? {
        let known: Set = ["state", "head", "base", "sort", "direction", "per_page", "page"]
        guard known.isSuperset(of: query.keys) else { return "unknown parameters" }
        guard ["open", "closed", "all", nil].contains(query["state"]) else { return "an unknown state" }
        return query["head"]?.contains(":") == false ? "a head without its owner" : nil
    }

    private var newFault: String? {
        let texts = ["title", "head", "base", "body"]
        guard query.isEmpty, headers[.contentType] == "application/json" else { return "no JSON" }
        guard body.keys.isSubset(of: Set(texts).union(["draft", "maintainer_can_modify", "head_repo", "issue"])) else {
            return "unknown fields"
        }
        guard texts.allSatisfy({ body[$0]?.text != nil }) else { return "a field that is missing or no text" }
        if case .bool? = body["draft"] { return nil }
        return body["draft"] == nil ? nil : "a draft that isn't true or false"
    }
}

extension HTTPField.Name {
    static let gitHubVersion = named("X-GitHub-Api-Version")
}
