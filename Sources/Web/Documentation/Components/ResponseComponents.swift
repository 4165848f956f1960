extension OpenAPIDocument {
    static let responses = #"""
        "session": {"description": "The session as it is now.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/SessionAnswer"}}}},
        "events": {"description": "Events, without end.", "content": {"text/event-stream": {"schema": {"type": "string"}}}},
        "identity": {"description": "The person who is signed in, and what they belong to.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Identity"}}}},
        "signedIn": {
          "description": "The person who is signed in now, and what they belong to.",
          "headers": {"Set-Cookie": {"description": "`__session`, HttpOnly and SameSite=Lax, Secure under https.", "schema": {"type": "string"}}},
          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Identity"}}}
        },
        "400": {"description": "The request is wrong; `detail` says how, and `errors` names the fields or lines of the body.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
        "401": {
          "description": "No API key or cookie, or one that is malformed, unknown, expired or revoked.",
          "headers": {"WWW-Authenticate": {"schema": {"type": "string"}}},
          "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
        },
        "403": {"description": "It belongs to another organization, or is not for this caller.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
        "404": {"description": "There is nothing with this id, or nothing that this link opens.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
        "409": {"description": "It clashes with what is there; `detail` says how.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
        "413": {"description": "The body is too large.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
        "415": {"description": "The body's `Content-Type` is not one that this address takes.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
        "422": {"description": "The `Idempotency-Key` was used with another body.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
        "429": {
          "description": "Asked too often; the same request is answered after `Retry-After`.",
          "headers": {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}},
          "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
        },
        "500": {"description": "Something went wrong on the server. The server's log has the details under the `requestId`.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
        "503": {
          "description": "The server is not set up yet, is too busy, or its database does not answer. It would be served later.",
          "headers": {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}},
          "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
        },
        "507": {
          "description": "The disk is full; nothing was stored.",
          "headers": {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}},
          "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
        }
        """#

    static let problemSchemas = #"""
        "Problem": {
          "type": "object",
          "description": "An error after RFC 9457.",
          "required": ["type", "title", "status", "detail", "requestId"],
          "properties": {
            "type": {"const": "about:blank"},
            "title": {"type": "string", "description": "The status in words."},
            "status": {"type": "integer"},
            "detail": {"type": "string", "description": "What was wrong, and what to send instead."},
            "requestId": {"type": "string"},
            "errors": {
              "type": "array",
              "description": "What is wrong with the fields of the body, or with its lines, which are numbered from 1.",
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
