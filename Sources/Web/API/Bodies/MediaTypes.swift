/// The content types that requests come in.
enum MediaTypes {
    private static let lineTypes: Set<String> = [
        "application/x-ndjson", "application/ndjson", "application/jsonl", "application/json-lines",
        "application/x-jsonlines",
    ]

    static func isJSON(_ contentType: String?) -> Bool { essence(of: contentType) == "application/json" }

    /// As a page's form is sent.
    static func isForm(_ contentType: String?) -> Bool {
        essence(of: contentType) == "application/x-www-form-urlencoded"
    }

    /// JSON, or JSON values a line each.
    static func isJSONLines(_ contentType: String?) -> Bool {
        essence(of: contentType).map(lineTypes.contains) ?? false || isJSON(contentType)
    }

    private static func essence(of contentType: String?) -> String? {
        contentType.map { type in
            type.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        }
    }
}
