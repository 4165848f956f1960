extension OpenAPIDocument {
    static let keepingPaths = #"""
        "/api/sessions/{id}/stop": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "post": {
            "tags": ["Keeping"],
            "operationId": "stopSession",
            "summary": "Stop a session",
            "description": "An active session has then failed, for the reason that it was stopped. Another stays as \#
        it is.",
            "responses": {
              "200": {"$ref": "#/components/responses/session"},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "404": {"$ref": "#/components/responses/404"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
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
            "summary": "Have the agent try again",
            "description": "For a session whose agent failed or was stopped, or that has messages which reached no agent. \#
        It goes on from the work and the conversation there are: what an agent read is not said again, what none read is \#
        delivered. The body may be empty. A 409 while the session is worked on, is archived or completed, or was never \#
        worked on here.",
            "parameters": [{"$ref": "#/components/parameters/idempotencyKey"}],
            "requestBody": {
              "required": false,
              "content": {"application/json": {"schema": {
                "type": "object",
                "properties": {
                  "baseBranch": {"type": "string", "description": "Moves the work onto another branch, where it gets a branch of its own."},
                  "model": {"type": "string", "minLength": 1, "maxLength": 100},
                  "environmentId": {"type": "string", "description": "One of the organization's. Its set-up script runs when a workspace is made."}
                }
              }}}
            },
            "responses": {
              "201": {"$ref": "#/components/responses/session"},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "404": {"$ref": "#/components/responses/404"},
              "409": {"$ref": "#/components/responses/409"}, "413": {"$ref": "#/components/responses/413"},
              "415": {"$ref": "#/components/responses/415"}, "422": {"$ref": "#/components/responses/422"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        },
        "/api/sessions/{id}/allowed-hosts": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "post": {
            "tags": ["Keeping"],
            "operationId": "allowHost",
            "summary": "Let a session's agent reach a host",
            "description": "For owners. Lists the host for the session's environment, or for the organization when the \#
        session has none; the agent at work reaches it from its next connection on. A 409 where the environment or a \#
        ceiling lets no listed host through.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/AllowedHostBody"}, "example": {"host": "example.com"}}}
            },
            "responses": {
              "200": {"description": "It is allowed.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/AllowedHostBody"}}}},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "404": {"$ref": "#/components/responses/404"}, "409": {"$ref": "#/components/responses/409"}, "413": {"$ref": "#/components/responses/413"},
              "415": {"$ref": "#/components/responses/415"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        },
        "/api/sessions/{id}/archive": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "post": {
            "tags": ["Keeping"],
            "operationId": "archiveSession",
            "summary": "Put a session away",
            "description": "An archived session counts as before, and is left out of filtered lists.",
            "responses": {
              "200": {"$ref": "#/components/responses/session"},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "404": {"$ref": "#/components/responses/404"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        },
        "/api/sessions/{id}/unarchive": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "post": {
            "tags": ["Keeping"],
            "operationId": "unarchiveSession",
            "summary": "Take a session out again",
            "description": "The opposite of putting it away.",
            "responses": {
              "200": {"$ref": "#/components/responses/session"},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "404": {"$ref": "#/components/responses/404"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        },
        "/api/sessions/{id}/export": {
          "parameters": [{"$ref": "#/components/parameters/session"}, {"$ref": "#/components/parameters/organizationId"}],
          "get": {
            "tags": ["Keeping"],
            "operationId": "exportSession",
            "summary": "Export a session",
            "description": "A file that `lodestone import` reads. Of a session that is growing it has what was there when the request came.",
            "responses": {
              "200": {
                "description": "A header, the session with the people and the organization that it refers to, its messages, and last an `end`: without it the file was cut off.",
                "headers": {"Content-Disposition": {"description": "Names the file.", "schema": {"type": "string"}}},
                "content": {"application/x-ndjson": {"schema": {"type": "string", "description": "JSON objects with a `record`, a line each."}}}
              },
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "404": {"$ref": "#/components/responses/404"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}
            }
          }
        }
        """#
}
