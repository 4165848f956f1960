import HTTPTypes

extension TestService {
    /// Submits a form as the service's own page does.
    @discardableResult
    package func submit(
        _ path: String, as credential: Credential = .none, _ fields: [String: String] = [:],
        from site: String = "same-origin"
    ) async throws -> TestAnswer {
        let body = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.encoded($0.value))" }.joined(
            separator: "&")
        return try await send(
            .post, path, as: credential,
            exactly: [
                .contentType: "application/x-www-form-urlencoded", .testFetchSite: site, .accept: "text/html",
            ], body: body)
    }

    /// Requests a page as a browser does.
    package func visit(_ path: String, as credential: Credential = .none) async throws -> TestAnswer {
        try await send(.get, path, as: credential, headers: [.accept: "text/html"])
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = Character(UnicodeScalar(byte)).isLetter && byte < 0x80 || byte >= 0x30 && byte <= 0x39
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
