extension OpenAPIDocument {
    static let environmentPaths = #"""
        "/api/organizations/{organization}/environments": {
          "parameters": [{"$ref": "#/components/parameters/organization"}],
          "get": {
            "tags": ["Environments"],
            "operationId": "listEnvironments",
            "summary": "List environments",
            "description": "The default one first, then by name. Members who aren't owners don't get set-up scripts, \#
            variables, secrets' names and times.",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "The organization's environments.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/EnvironmentList"}}}},
              \#(errors(401, 403, 429, 500, 503))
            }
          },
          "post": {
            "tags": ["Environments"],
            "operationId": "createEnvironment",
            "summary": "Create an environment",
            "description": "For owners. A new default environment replaces the previous default. The name of an \#
            existing environment is a 409.",
            "security": [{"cookie": []}],
            "parameters": [{"$ref": "#/components/parameters/idempotencyKey"}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/NewEnvironment"},
                "example": {"name": "Web app", "repoUrl": "https://github.com/acme/web-app", "setupScript": "npm ci", "variables": {"NODE_ENV": "test"}}
              }}
            },
            "responses": {
              "201": {"description": "The new environment.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/EnvironmentAnswer"}}}},
              \#(errors(400, 401, 403, 409, 413, 415, 422, 429, 500, 503, 507))
            }
          }
        },
        "/api/organizations/{organization}/environments/{environment}": {
          "parameters": [{"$ref": "#/components/parameters/organization"}, {"$ref": "#/components/parameters/environment"}],
          "get": {
            "tags": ["Environments"],
            "operationId": "showEnvironment",
            "summary": "Show an environment",
            "description": "For owners. Only the names of its secrets are shown.",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "The environment.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/EnvironmentAnswer"}}}},
              \#(errors(401, 403, 404, 429, 500, 503))
            }
          },
          "patch": {
            "tags": ["Environments"],
            "operationId": "editEnvironment",
            "summary": "Change an environment",
            "description": "For owners. Absent fields stay unchanged. `variables` replaces all variables, and \#
            `repoUrl` also replaces the branch. An empty `repoUrl` or `setupScript` removes it. The name of an \#
            existing environment is a 409.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/EnvironmentEdit"}, "example": {"isDefault": true}}}
            },
            "responses": {
              "200": {"description": "The changed environment.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/EnvironmentAnswer"}}}},
              \#(errors(400, 401, 403, 404, 409, 413, 415, 429, 500, 503, 507))
            }
          },
          "delete": {
            "tags": ["Environments"],
            "operationId": "deleteEnvironment",
            "summary": "Delete an environment",
            "description": "For owners. Its secrets are deleted too. Sessions that used it continue without an \#
            environment.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "Deleted."},
              \#(errors(401, 403, 404, 429, 500, 503, 507))
            }
          }
        },
        "/api/organizations/{organization}/environments/{environment}/secrets/{name}": {
          "parameters": [
            {"$ref": "#/components/parameters/organization"}, {"$ref": "#/components/parameters/environment"},
            {"name": "name", "in": "path", "required": true, "description": "The secret's name, with the same rules as a variable's name.", "schema": {"type": "string"}, "example": "NPM_TOKEN"}
          ],
          "put": {
            "tags": ["Environments"],
            "operationId": "setSecret",
            "summary": "Set a secret",
            "description": "For owners. No answer shows the value again; the agent gets it as a variable, and it is redacted wherever the agent prints it. The name of a variable is a 409.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/SecretAssignment"}, "example": {"value": "npm_9dk2m4x7qz5rwt3v"}}}
            },
            "responses": {
              "204": {"description": "The secret is set."},
              \#(errors(400, 401, 403, 404, 409, 413, 415, 429, 500, 503, 507))
            }
          },
          "delete": {
            "tags": ["Environments"],
            "operationId": "removeSecret",
            "summary": "Remove a secret",
            "description": "For owners.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "Deleted."},
              \#(errors(401, 403, 404, 429, 500, 503, 507))
            }
          }
        }
        """#
}
