import HTTPTypes

extension TestAnswer {
    /// Where it sends the browser.
    package var location: String? { headers[.location] }

    /// What a page says is wrong with a field.
    package func error(at field: String) -> String? { text(ofID: "\(field)-error") }

    /// The text at the beginning of the element with an id, as the page has it.
    package func text(ofID id: String) -> String? {
        guard let start = body.firstRange(of: "id=\"\(id)\"")?.upperBound else { return nil }
        return String(body[start...].drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
}
