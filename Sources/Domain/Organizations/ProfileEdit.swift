/// A user's changes to their profile; a `nil` property is left unchanged.
package struct ProfileEdit: Sendable {
    package let name: String?
    package let image: ProfileImage?

    package init(name: String?, image: ProfileImage?) {
        self.name = name
        self.image = image
    }
}

/// A choice of a user's picture, or of none.
package struct ProfileImage: Equatable, Sendable {
    package let url: String?

    /// Parses an address; the empty text means no picture.
    ///
    /// - Throws: `InvalidValue` unless it is an `https` address with a host, without credentials.
    package init(_ text: String) throws(InvalidValue) {
        guard !text.isEmpty else {
            url = nil
            return
        }
        let scheme = "https://"
        let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        guard text.hasPrefix(scheme), text.utf8.count <= 2000, !host.isEmpty, !host.contains("@"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !#""<>\^`{|}"#.utf8.contains($0) })
        else { throw InvalidValue("must be an https address such as https://example.com/alice.png, or empty for none") }
        url = text
    }
}
