extension OpenAPIDocument {
    static let requestPaths = #"""
        "/api/sessions/{id}/requests": {
          "parameters": [{"$ref": "#/components/parameters/session"}, {"$ref": "#/components/parameters/organizationId"}],
          "get": {
            "tags": ["Requests"],
            "operationId": "listRequests",
            "summary": "List the requests of a session's agents",
            "description": "The latest 200 questions, plans and permissions, oldest first, answered or not. Several \#
            may be open at the same time.",
            "responses": {
              "200": {
                "description": "The requests.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/RequestList"}}}
              },
              \#(errors(400, 401, 403, 404, 429, 500, 503))
            }
          }
        },
        "/api/sessions/{id}/requests/{request}/answer": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"name": "request", "in": "path", "required": true, "schema": {"type": "string"}},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "post": {
            "tags": ["Requests"],
            "operationId": "answerRequest",
            "summary": "Answer a request",
            "description": "People only: an API key gets a 403. The answer is stored before the agent gets it, and \#
            reaches the agent even if its process has ended. Every question must be answered; a 400 names the missing \#
            ones. A request that was already answered or withdrawn is a 409, which says who answered it and when.",
            "security": [{"cookie": []}],
            "parameters": [{"$ref": "#/components/parameters/idempotencyKey"}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/RequestAnswer"},
                "example": {"answers": {"Which database should it use?": "SQLite"}}
              }}
            },
            "responses": {
              "200": {
                "description": "The request with its answer, and the session.",
                "content": {"application/json": {"schema": {
                  "type": "object",
                  "required": ["request", "session"],
                  "properties": {
                    "request": {"$ref": "#/components/schemas/Request"},
                    "session": {"$ref": "#/components/schemas/Session"}
                  }
                }}}
              },
              \#(errors(400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503, 507))
            }
          }
        }
        """#
}
