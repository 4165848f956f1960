/// The content types of requests and answers.
enum MediaTypes {
    /// What the API answers with.
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

    /// What an answer of that type says again and again, so that it can be compressed.
    static func isText(_ contentType: String?) -> Bool {
        essence(of: contentType).map(textTypes.contains) ?? false
    }

    /// As a page's form is sent.
    static func isForm(_ contentType: String?) -> Bool {
        essence(of: contentType) == "application/x-www-form-urlencoded"
    }

    /// As a page's form is sent that may have files.
    static func isMultipartForm(_ contentType: String?) -> Bool {
        essence(of: contentType) == "multipart/form-data"
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
