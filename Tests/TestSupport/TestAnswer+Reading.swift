import HTTPTypes

extension TestAnswer {
    /// The fields named by an error response, in its order.
    package var pointers: [String] { json["errors"]?.elements.compactMap { $0["pointer"]?.text } ?? [] }

    /// The credential from the response's session cookie; `.none` if it set no cookie.
    package var signedIn: Credential {
        guard let match = headers[.setCookie]?.prefixMatch(of: /(?:__Host-)?__session=([^;]+)/) else { return .none }
        return .cookie(String(match.1))
    }
}
