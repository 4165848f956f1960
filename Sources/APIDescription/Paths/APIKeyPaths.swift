extension OpenAPIDocument {
    static let apiKeyPaths = #"""
        "/api/organizations/{organization}/api-keys": {
          "parameters": [{"$ref": "#/components/parameters/organization"}],
          "get": {
            "tags": ["API keys"],
            "operationId": "listAPIKeys",
            "summary": "List API keys",
            "description": "For owners. Includes revoked and expired keys, but never the keys themselves.",
            "security": [{"cookie": []}],
            "responses": {
              "200": {
                "description": "The organization's keys.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/APIKeyList"}}}
              },
              \#(errors(401, 403, 429, 500, 503))
            }
          },
          "post": {
            "tags": ["API keys"],
            "operationId": "createAPIKey",
            "summary": "Create an API key",
            "description": "For owners. The key is shown only in this response. It is a 409 if the organization has \#
            reached its limit of valid keys.",
            "security": [{"cookie": []}],
            "parameters": [{"$ref": "#/components/parameters/idempotencyKey"}],
            "requestBody": {
              "required": true,
              "content": {
                "application/json": {
                  "schema": {"$ref": "#/components/schemas/NewAPIKey"},
                  "example": {"name": "Build server"}
                }
              }
            },
            "responses": {
              "201": {
                "description": "The new key.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewAPIKeyAnswer"}}}
              },
              \#(errors(400, 401, 403, 409, 413, 415, 422, 429, 500, 503, 507))
            }
          }
        },
        "/api/organizations/{organization}/api-keys/{key}": {
          "parameters": [
            {"$ref": "#/components/parameters/organization"},
            {
              "name": "key",
              "in": "path",
              "required": true,
              "description": "The key's id.",
              "schema": {"type": "string"},
              "example": "key_9dk2m4x7qz5rwt3v"
            }
          ],
          "delete": {
            "tags": ["API keys"],
            "operationId": "revokeAPIKey",
            "summary": "Revoke an API key",
            "description": "For owners. Requests with the key are refused immediately. The key stays in the list.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "Revoked."},
              \#(errors(401, 403, 404, 429, 500, 503, 507))
            }
          }
        }
        """#
}
