extension OpenAPIDocument {
    static let keepingPaths = #"""
        "/api/sessions/{id}/stop": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "post": {
            "tags": ["Lifecycle"],
            "operationId": "stopSession",
            "summary": "Stop a session",
            "description": "An active session becomes `failed`, with the reason that it was stopped. Any different \#
            session stays unchanged.",
            "responses": {
              "200": {"$ref": "#/components/responses/session"},
              \#(errors(400, 401, 403, 404, 429, 500, 503, 507))
            }
          }
        },
        "/api/sessions/{id}/retry": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "post": {
            "tags": ["Sandbox"],
            "operationId": "retrySession",
            "summary": "Retry a session",
            "description": "For a session whose agent failed or was stopped, or that has undelivered messages. The \#
            agent continues with the changes and the conversation so far: messages that it read are not sent again, \#
            undelivered ones are. The body may be empty. It is a 409 while an agent works on the session, if the \#
            session is archived or completed, and if it never ran on this server.",
            "parameters": [{"$ref": "#/components/parameters/idempotencyKey"}],
            "requestBody": {
              "required": false,
              "content": {"application/json": {"schema": {
                "type": "object",
                "properties": {
                  "baseBranch": {"type": "string", "description": "Moves the changes to another base branch, with a new working branch."},
                  "model": {"type": "string", "minLength": 1, "maxLength": 100},
                  "environmentId": {"type": "string", "description": "One of the organization's environments. Its set-up script runs when a workspace is created."}
                }
              }}}
            },
            "responses": {
              "201": {"$ref": "#/components/responses/session"},
              \#(errors(400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503, 507))
            }
          }
        },
        "/api/sessions/{id}/allowed-hosts": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "post": {
            "tags": ["Lifecycle"],
            "operationId": "allowHost",
            "summary": "Allow a host for a session's agent",
            "description": "For owners. Adds the host to the allowed hosts of the session's environment, or of the \#
            organization if the session has none. It applies to the running agent's next connection. It is a 409 if \#
            the environment or a limit of the organization or the server doesn't allow listed hosts.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/AllowedHostBody"}, "example": {"host": "example.com"}}}
            },
            "responses": {
              "200": {"description": "The host is allowed.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/AllowedHostBody"}}}},
              \#(errors(400, 401, 403, 404, 409, 413, 415, 429, 500, 503, 507))
            }
          }
        },
        "/api/sessions/{id}/archive": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "post": {
            "tags": ["Lifecycle"],
            "operationId": "archiveSession",
            "summary": "Archive a session",
            "description": "An archived session still counts in the statistics, but isn't in filtered lists.",
            "responses": {
              "200": {"$ref": "#/components/responses/session"},
              \#(errors(400, 401, 403, 404, 429, 500, 503, 507))
            }
          }
        },
        "/api/sessions/{id}/unarchive": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "post": {
            "tags": ["Lifecycle"],
            "operationId": "unarchiveSession",
            "summary": "Unarchive a session",
            "description": "Makes an archived session appear in filtered lists again.",
            "responses": {
              "200": {"$ref": "#/components/responses/session"},
              \#(errors(400, 401, 403, 404, 429, 500, 503, 507))
            }
          }
        },
        "/api/sessions/{id}/export": {
          "parameters": [{"$ref": "#/components/parameters/session"}, {"$ref": "#/components/parameters/organizationId"}],
          "get": {
            "tags": ["Lifecycle"],
            "operationId": "exportSession",
            "summary": "Export a session",
            "description": "A file that `lodestone import` reads. If the session is still growing, the file has its \#
            state at the time of the request.",
            "responses": {
              "200": {
                "description": "A header, the session with the people and the organization that it refers to, its \#
                messages, and an `end`. A file without `end` is incomplete.",
                "headers": {"Content-Disposition": {"description": "The header names the file.", "schema": {"type": "string"}}},
                "content": {"application/x-ndjson": {"schema": {"type": "string", "description": "JSON objects with a `record`, one per line."}}}
              },
              \#(errors(400, 401, 403, 404, 429, 500, 503))
            }
          }
        }
        """#
}
