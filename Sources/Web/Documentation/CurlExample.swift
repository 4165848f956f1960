/// A command to paste into a shell, once `LODESTONE` and, for programs, `LODESTONE_KEY` are set.
struct CurlExample {
    let method: String
    let path: String
    let callers: APIReference.Callers
    let body: APIReference.Body?
    /// Whether curl has to store the cookie that the response sets.
    let setsCookie: Bool

    var text: String {
        ([["curl"], requestLine, credentials, content].joined() + ["\"$LODESTONE\(path)\""]).joined(separator: " ")
    }

    private var requestLine: [String] {
        let isImplied = method == "GET" || (method == "POST" && body != nil)
        return isImplied ? [] : ["-X", method]
    }

    private var credentials: [String] {
        switch callers {
        case .program, .both: ["-H", "\"x-api-key: $LODESTONE_KEY\""]
        case .person: ["-b", "cookies"]
        case .anybody: setsCookie ? ["-c", "cookies"] : []
        }
    }

    private var content: [String] {
        if let body {
            ["-H", "'Content-Type: \(body.mediaType)'", "--data-binary", Self.quoted(body.example ?? "")]
        } else if callers == .person, method != "GET" {
            // Without this header, the request could come from another site's page for all the server knows, and is
            // refused.
            ["-H", "'Content-Type: application/json'"]
        } else {
            []
        }
    }

    private static func quoted(_ text: String) -> String {
        "'\(text.replacing("'", with: "'\\''"))'"
    }
}
