/// The content types of requests and responses.
enum MediaTypes {
    /// The content type of the API's responses.
    static let json = "application/json; charset=utf-8"

    private static let lineTypes: Set<String> = [
        "application/x-ndjson", "application/ndjson", "application/jsonl", "application/json-lines",
        "application/x-jsonlines",
    ]
    private static let textTypes: Set<String> = [
        "application/json", "application/x-ndjson", "image/svg+xml", "text/css", "text/html", "text/javascript",
        "text/plain",
    ]

    static func isJSON(_ contentType: String?) -> Bool { essence(of: contentType) == "application/json" }

    /// Whether a body of this type is text, which compresses well.
    static func isText(_ contentType: String?) -> Bool {
        essence(of: contentType).map(textTypes.contains) ?? false
    }

    /// Whether it is the type of a page's form without files.
    static func isForm(_ contentType: String?) -> Bool {
        essence(of: contentType) == "application/x-www-form-urlencoded"
    }

    /// Whether it is the type of a page's form that may contain files.
    static func isMultipartForm(_ contentType: String?) -> Bool {
        essence(of: contentType) == "multipart/form-data"
    }

    /// Whether it is JSON, or JSON with one value per line.
    static func isJSONLines(_ contentType: String?) -> Bool {
        essence(of: contentType).map(lineTypes.contains) ?? false || isJSON(contentType)
    }

    private static func essence(of contentType: String?) -> String? {
        contentType.map { type in
            type.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        }
    }
}
