extension OpenAPIDocument {
    static let sessionPaths = #"""
        "/api/sessions": {
          "post": {
            "tags": ["Sessions"],
            "operationId": "createSession",
            "summary": "Create a session",
            "description": "A session belongs to a person, so an API key can't create one: that is a 400. The title \#
            and the preview are generated from the message immediately. Without `initialMessage`, the title is `New \#
            session` until the first message.",
            "security": [{"cookie": []}],
            "parameters": [{"$ref": "#/components/parameters/idempotencyKey"}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/NewSession"},
                "example": {
                  "organizationId": "org_yp8brj5qckr2k73h",
                  "initialMessage": "Add input validation to the signup form. Email should be validated.",
                  "repoUrl": "https://github.com/acme/web-app"
                }
              }}
            },
            "responses": {
              "201": {
                "description": "The new session.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/SessionAnswer"}}}
              },
              \#(errors(400, 401, 403, 413, 415, 422, 429, 500, 503, 507))
            }
          },
          "get": {
            "tags": ["Sessions"],
            "operationId": "listSessions",
            "summary": "List sessions",
            "description": "All sessions of the organization, newest first, and the week's numbers. Parameters filter \#
            the sessions, and `limit` splits them into pages. With any filter, `limit` or `cursor`, archived sessions \#
            are left out unless `archived` includes them.",
            "parameters": [
              {"$ref": "#/components/parameters/organizationId"}, {"$ref": "#/components/parameters/ifNoneMatch"},
              {
                "name": "limit",
                "in": "query",
                "description": "The largest number of sessions in the response. The default is all of them.",
                "schema": {"type": "integer", "minimum": 1, "maximum": 200}
              },
              {
                "name": "cursor",
                "in": "query",
                "description": "The `nextCursor` of the previous page.",
                "schema": {"type": "string"}
              },
              {"name": "status", "in": "query", "schema": {"$ref": "#/components/schemas/SessionStatus"}},
              {
                "name": "author",
                "in": "query",
                "description": "The id of a user.",
                "schema": {"type": "string"},
                "example": "user_kpccn5j5mps3g72q"
              },
              {
                "name": "repository",
                "in": "query",
                "description": "`owner/name`, in upper or lower case.",
                "schema": {"type": "string", "pattern": "^[^/]+/[^/]+$"},
                "example": "acme/web-app"
              },
              {
                "name": "q",
                "in": "query",
                "description": "Words, `\"phrases in quotes\"` and `prefix*` that must all occur in the title or the \#
                messages; up to 20. Case, accents, vowel points and width are ignored, and a name is found by its \#
                parts: `user_account` finds `getUserAccountById`. Punctuation alone finds nothing. The best matches \#
                come first.",
                "schema": {"type": "string", "maxLength": 500},
                "example": "signup valid*"
              },
              {
                "name": "archived",
                "in": "query",
                "description": "Only archived sessions, only sessions that aren't archived, or both.",
                "schema": {"enum": ["true", "false", "any"]}
              },
              {
                "name": "waiting",
                "in": "query",
                "description": "Only sessions whose agents wait for a person, or only sessions whose agents don't.",
                "schema": {"enum": ["true", "false"]}
              }
            ],
            "responses": {
              "200": {
                "description": "The sessions and the week's numbers.",
                "headers": {"ETag": {"description": "Only of the list without a filter and with fewer than 500 sessions.", "schema": {"type": "string"}}},
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/SessionList"}}}
              },
              "304": {"description": "The list hasn't changed since the `ETag` in `If-None-Match`."},
              \#(errors(400, 401, 403, 429, 500, 503))
            }
          }
        },
        "/api/sessions/{id}": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "get": {
            "tags": ["Sessions"],
            "operationId": "showSession",
            "summary": "Show a session",
            "description": "The session with its messages, exactly as received, and the agent's tasks.",
            "responses": {
              "200": {
                "description": "The session.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/SessionDetailAnswer"}}}
              },
              \#(errors(400, 401, 403, 404, 429, 500, 503))
            }
          },
          "patch": {
            "tags": ["Sessions"],
            "operationId": "editSession",
            "summary": "Change a session's title or status",
            "description": "A title that is set here is never replaced by a generated one. Absent fields stay \#
            unchanged.",
            "requestBody": {
              "required": true,
              "content": {
                "application/json": {
                  "schema": {"$ref": "#/components/schemas/SessionEdit"},
                  "example": {"title": "Validate the signup form", "status": "completed"}
                }
              }
            },
            "responses": {
              "200": {"$ref": "#/components/responses/session"},
              \#(errors(400, 401, 403, 404, 413, 415, 429, 500, 503, 507))
            }
          },
          "delete": {
            "tags": ["Lifecycle"],
            "operationId": "deleteSession",
            "summary": "Delete a session",
            "description": "For its author and for the organization's owners. Its messages are deleted too.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "Deleted."},
              \#(errors(400, 401, 403, 404, 429, 500, 503, 507))
            }
          }
        }
        """#
}
