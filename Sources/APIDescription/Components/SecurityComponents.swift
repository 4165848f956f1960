extension OpenAPIDocument {
    static let securitySchemes = #"""
        "apiKey": {
          "type": "apiKey",
          "in": "header",
          "name": "x-api-key",
          "description": "For programs. The key gives access to its organization only, and has priority over a cookie."
        },
        "bearer": {"type": "http", "scheme": "bearer", "description": "The same key as `Authorization: Bearer`."},
        "cookie": {
          "type": "apiKey",
          "in": "cookie",
          "name": "__session",
          "description": "For people who have signed in. Under https, signing in sets it with the name \#
          `__Host-__session`; both names are accepted. A change of the person's rights replaces it: the next response \#
          has the new one, and a minute later the old one is invalid. A request that changes something must come from this \#
          server's own pages, or from a program that sends `Content-Type: application/json`, even without a body; \#
          otherwise it is a 403."
        }
        """#

    static let parameters = #"""
        "session": {
          "name": "id",
          "in": "path",
          "required": true,
          "description": "The session's id.",
          "schema": {"type": "string"},
          "example": "cmwqrpbslbao7c0r2wg490g5y"
        },
        "organization": {
          "name": "organization",
          "in": "path",
          "required": true,
          "description": "The organization's id.",
          "schema": {"type": "string"},
          "example": "org_yp8brj5qckr2k73h"
        },
        "environment": {
          "name": "environment",
          "in": "path",
          "required": true,
          "description": "The environment's id.",
          "schema": {"type": "string"},
          "example": "env_9dk2m4x7qz5rwt3v"
        },
        "subscription": {
          "name": "subscription",
          "in": "path",
          "required": true,
          "description": "The id of the device's subscription.",
          "schema": {"type": "string"},
          "example": "push_3tq8w6zc1mxn5y7k"
        },
        "organizationId": {
          "name": "organizationId",
          "in": "query",
          "description": "The organization. Required only for a person who belongs to several; an API key belongs to \#
          one.",
          "schema": {"type": "string"},
          "example": "org_yp8brj5qckr2k73h"
        },
        "after": {
          "name": "after",
          "in": "query",
          "description": "The `id` of the last event that was received; 0 is the beginning.",
          "schema": {"type": "integer", "minimum": 0}
        },
        "lastEventId": {
          "name": "Last-Event-ID",
          "in": "header",
          "description": "Like `after`, as browsers send it when they reconnect. It has priority over `after`.",
          "schema": {"type": "integer", "minimum": 0}
        },
        "ifNoneMatch": {
          "name": "If-None-Match",
          "in": "header",
          "description": "The `ETag` of an earlier response. While the response is the same, it is a 304 without a \#
          body.",
          "schema": {"type": "string"}
        },
        "idempotencyKey": {
          "name": "Idempotency-Key",
          "in": "header",
          "description": "Makes the request safe to repeat: within 24 hours, the same key and body have only one \#
          effect, and get the first response again.",
          "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"}
        }
        """#
}
