extension OpenAPIDocument {
    static let profilePaths = #"""
        "/api/me": {
          "get": {
            "tags": ["Account"],
            "operationId": "showMe",
            "summary": "Show who is signed in",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"$ref": "#/components/responses/identity"},
              \#(errors(401, 403, 429, 500, 503))
            }
          },
          "patch": {
            "tags": ["Account"],
            "operationId": "editProfile",
            "summary": "Change your name and picture",
            "description": "Changes your name and picture, also on your earlier messages. Absent fields stay \#
            unchanged.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ProfileEdit"}, "example": {"name": "Ada Lovelace", "imageUrl": "https://example.com/ada.png"}}}
            },
            "responses": {
              "200": {"$ref": "#/components/responses/identity"},
              \#(errors(400, 401, 403, 413, 415, 429, 500, 503, 507))
            }
          }
        },
        "/api/me/password": {
          "post": {
            "tags": ["Account"],
            "operationId": "changePassword",
            "summary": "Change your password",
            "description": "Signs out all your browsers except this one, which gets a new cookie. A wrong `current` is a 400.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PasswordChange"}, "example": {"current": "fm8sbgydv5n9ykaqcwmn", "new": "qx7rtm2vd9kzw4hpcjbn"}}}
            },
            "responses": {
              "204": {
                "description": "The password is changed.",
                "headers": {"Set-Cookie": {"description": "The new cookie. The one that was sent is invalid now.", "schema": {"type": "string"}}}
              },
              \#(errors(400, 401, 403, 409, 413, 415, 429, 500, 503, 507))
            }
          }
        },
        "/api/me/browser-sessions": {
          "get": {
            "tags": ["Account"],
            "operationId": "listBrowserSessions",
            "summary": "List the browsers where you are signed in",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "The browsers, the last used first.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/BrowserSessionList"}}}},
              \#(errors(401, 403, 429, 500, 503))
            }
          }
        },
        "/api/me/browser-sessions/{browser}": {
          "parameters": [{"name": "browser", "in": "path", "required": true, "description": "The id of the browser's session.", "schema": {"type": "string"}, "example": "bs_3tq8w6zc1mxn5y7k"}],
          "delete": {
            "tags": ["Account"],
            "operationId": "endBrowserSession",
            "summary": "Sign out a browser",
            "description": "One of your own browsers; it may be this one.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "The browser is signed out."},
              \#(errors(401, 403, 404, 429, 500, 503, 507))
            }
          }
        }
        """#
}
