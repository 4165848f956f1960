extension OpenAPIDocument {
    static let accountPaths = #"""
        "/api/auth/sign-in": {
          "post": {
            "tags": ["Account"],
            "operationId": "signIn",
            "summary": "Sign in",
            "description": "Sets the cookie `__session`. A wrong password, an unknown address and a disabled account \#
            get the same 401. With two-factor authentication, a missing, wrong or used `code` is a 401 too. Browsers can \#
            send it only from this server's own pages.",
            "security": [],
            "requestBody": {
              "required": true,
              "content": {
                "application/json": {
                  "schema": {"$ref": "#/components/schemas/Credentials"},
                  "example": {"email": "ada@example.com", "password": "fm8sbgydv5n9ykaqcwmn"}
                }
              }
            },
            "responses": {
              "200": {"$ref": "#/components/responses/signedIn"},
              \#(errors(400, 401, 403, 413, 415, 429, 500, 503, 507))
            }
          }
        },
        "/api/auth/sign-out": {
          "post": {
            "tags": ["Account"],
            "operationId": "signOut",
            "summary": "Sign out",
            "description": "Ends this browser's session on the server and deletes the cookie.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {
                "description": "Signed out.",
                "headers": {"Set-Cookie": {"description": "Removes `__session`.", "schema": {"type": "string"}}}
              },
              \#(errors(401, 403, 429, 500, 503, 507))
            }
          }
        }
        """#
}
