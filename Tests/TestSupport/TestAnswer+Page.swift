import HTTPTypes

extension TestAnswer {
    /// The target of a redirect.
    package var location: String? { headers[.location] }

    /// The error message that a page shows for a field.
    package func error(at field: String) -> String? { text(ofID: "\(field)-error") }

    /// The text at the start of the element with this id, still escaped as HTML.
    package func text(ofID id: String) -> String? {
        guard let start = body.firstRange(of: "id=\"\(id)\"")?.upperBound else { return nil }
        return String(body[start...].drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
}
