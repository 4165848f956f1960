import HTTPTypes

extension TestAnswer {
    /// The fields that an error names, in its order.
    package var pointers: [String] { json["errors"]?.elements.compactMap { $0["pointer"]?.text } ?? [] }

    /// Who the answer signed in; nobody when it set no cookie.
    package var signedIn: Credential {
        let prefix = "__session="
        guard let cookie = headers[.setCookie], cookie.hasPrefix(prefix) else { return .none }
        return .cookie(String(cookie.dropFirst(prefix.count).prefix { $0 != ";" }))
    }
}
