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
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}
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
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "409": {"$ref": "#/components/responses/409"},
              "413": {"$ref": "#/components/responses/413"},
              "415": {"$ref": "#/components/responses/415"}, "422": {"$ref": "#/components/responses/422"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
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
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "404": {"$ref": "#/components/responses/404"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        }
        """#
}
