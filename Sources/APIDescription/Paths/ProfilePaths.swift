extension OpenAPIDocument {
    static let profilePaths = #"""
        "/api/me": {
          "get": {
            "tags": ["People"],
            "operationId": "showMe",
            "summary": "Show who is signed in",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"$ref": "#/components/responses/identity"},
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}
            }
          },
          "patch": {
            "tags": ["People"],
            "operationId": "editProfile",
            "summary": "Change how you are shown",
            "description": "The name and the picture, also beside what you wrote before. What the body does not have stays as it is.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ProfileEdit"}, "example": {"name": "Ada Lovelace", "imageUrl": "https://example.com/ada.png"}}}
            },
            "responses": {
              "200": {"$ref": "#/components/responses/identity"},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "413": {"$ref": "#/components/responses/413"},
              "415": {"$ref": "#/components/responses/415"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        },
        "/api/me/password": {
          "post": {
            "tags": ["People"],
            "operationId": "changePassword",
            "summary": "Change your password",
            "description": "Signs out your other browsers. A wrong `current` is a 400.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PasswordChange"}, "example": {"current": "fm8sbgydv5n9ykaqcwmn", "new": "qx7rtm2vd9kzw4hpcjbn"}}}
            },
            "responses": {
              "204": {"description": "It is changed."},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "409": {"$ref": "#/components/responses/409"},
              "413": {"$ref": "#/components/responses/413"}, "415": {"$ref": "#/components/responses/415"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        },
        "/api/me/browser-sessions": {
          "get": {
            "tags": ["People"],
            "operationId": "listBrowserSessions",
            "summary": "List the browsers in which you are signed in",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "The browsers, the latest first.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/BrowserSessionList"}}}},
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}
            }
          }
        },
        "/api/me/browser-sessions/{browser}": {
          "parameters": [{"name": "browser", "in": "path", "required": true, "description": "The id of the browser's session.", "schema": {"type": "string"}, "example": "bs_3tq8w6zc1mxn5y7k"}],
          "delete": {
            "tags": ["People"],
            "operationId": "endBrowserSession",
            "summary": "Sign a browser out",
            "description": "One of your own; it may be the one that asks.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "It is signed out."},
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "404": {"$ref": "#/components/responses/404"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        }
        """#
}
