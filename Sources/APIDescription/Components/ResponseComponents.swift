extension OpenAPIDocument {
    /// The members of an operation's `responses` that describe its errors.
    ///
    /// - Parameter statuses: of `responses` below.
    static func errors(_ statuses: Int...) -> String {
        statuses.map { ##""\##($0)": {"$ref": "#/components/responses/\##($0)"}"## }.joined(separator: ",\n      ")
    }

    /// The content of a response that is an error.
    static let problem = #"""
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
        """#
    private static let retryAfter = #"""
        "headers": {"Retry-After": {"description": "In seconds.", "schema": {"type": "integer"}}}
        """#

    static let responses = #"""
        "session": {"description": "The session in its new state.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/SessionAnswer"}}}},
        "events": {"description": "Events, until the stream is closed.", "content": {"text/event-stream": {"schema": {"type": "string"}}}},
        "identity": {"description": "The person who is signed in, and their organizations.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Identity"}}}},
        "signedIn": {
          "description": "The person who is now signed in, and their organizations.",
          "headers": {"Set-Cookie": {"description": "`__session`, HttpOnly and SameSite=Lax. Under https it is Secure, and its name is `__Host-__session`.", "schema": {"type": "string"}}},
          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Identity"}}}
        },
        "400": {"description": "The request is invalid; `detail` says why, and `errors` lists the invalid fields or lines of the body.", \#(problem)},
        "401": {
          "description": "The API key or cookie is missing, malformed, unknown, expired or revoked.",
          "headers": {"WWW-Authenticate": {"schema": {"type": "string"}}},
          \#(problem)
        },
        "403": {"description": "The resource belongs to another organization, or the caller may not do this.", \#(problem)},
        "404": {"description": "Nothing has this ID, or the link is not valid.", \#(problem)},
        "409": {"description": "The request conflicts with the current state; `detail` says how.", \#(problem)},
        "413": {"description": "The body is too large.", \#(problem)},
        "415": {"description": "The body's `Content-Type` is not supported here.", \#(problem)},
        "422": {"description": "The `Idempotency-Key` was used with another body.", \#(problem)},
        "429": {
          "description": "Too many requests. Repeat the request after `Retry-After`.",
          \#(retryAfter),
          \#(problem)
        },
        "500": {"description": "Something went wrong on the server. The server's log has the details under the `requestId`.", \#(problem)},
        "503": {
          "description": "The server is not set up yet, is too busy, or its database does not respond. The same \#
          request may succeed later.",
          \#(retryAfter),
          \#(problem)
        },
        "507": {
          "description": "The disk is full; nothing was stored.",
          \#(retryAfter),
          \#(problem)
        }
        """#

    static let problemSchemas = #"""
        "Problem": {
          "type": "object",
          "description": "An error in the format of RFC 9457.",
          "required": ["type", "title", "status", "detail", "requestId"],
          "properties": {
            "type": {"const": "about:blank"},
            "title": {"type": "string", "description": "The status in words."},
            "status": {"type": "integer"},
            "detail": {"type": "string", "description": "What was wrong, and what to send instead."},
            "requestId": {"type": "string"},
            "errors": {
              "type": "array",
              "description": "The errors in the body's fields, or in its lines, which are numbered from 1.",
              "items": {
                "type": "object",
                "required": ["pointer", "detail"],
                "properties": {
                  "pointer": {"type": "string", "examples": ["/initialMessage"]},
                  "detail": {"type": "string"}
                }
              }
            }
          }
        }
        """#
}
