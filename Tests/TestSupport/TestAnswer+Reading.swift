import HTTPTypes

extension TestAnswer {
    /// The fields named by an error response, in its order.
    package var pointers: [String] { json["errors"]?.elements.compactMap { $0["pointer"]?.text } ?? [] }

    /// The credential from the response's session cookie; `.none` if it set no cookie.
    package var signedIn: Credential {
        let prefix = "__session="
        guard let cookie = headers[.setCookie], cookie.hasPrefix(prefix) else { return .none }
        return .cookie(String(cookie.dropFirst(prefix.count).prefix { $0 != ";" }))
    }
}
