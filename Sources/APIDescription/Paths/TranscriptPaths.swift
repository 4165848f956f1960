extension OpenAPIDocument {
    static let transcriptPaths = #"""
        "/api/sessions/{id}/messages": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "get": {
            "tags": ["Transcripts"],
            "operationId": "readMessages",
            "summary": "Read the transcript in pages",
            "description": "`after` reads forward and `before` backward; both at once are a 400. Every page is in the \#
            transcript's order.",
            "parameters": [
              {
                "name": "after",
                "in": "query",
                "description": "A sequence number; 0, the default, is the beginning.",
                "schema": {"type": "integer", "minimum": 0}
              },
              {
                "name": "before",
                "in": "query",
                "description": "A sequence number.",
                "schema": {"type": "integer", "minimum": 1}
              },
              {
                "name": "limit",
                "in": "query",
                "description": "The largest number of messages in the response.",
                "schema": {"type": "integer", "minimum": 1, "maximum": 200, "default": 100}
              }
            ],
            "responses": {
              "200": {
                "description": "A page of messages. Long messages make it shorter than `limit`.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/MessagePage"}}}
              },
              \#(errors(400, 401, 403, 404, 429, 500, 503))
            }
          },
          "post": {
            "tags": ["Transcripts"],
            "operationId": "appendMessages",
            "summary": "Add messages to the transcript",
            "description": "A signed-in person sends a follow-up, `{\"content\": \"…\"}`, which makes the session \#
            active again. A program with an API key sends the agent's lines of Claude Code's `stream-json`. Either \#
            all lines are stored or, if one is invalid, none; the response then names each invalid line. A `result` \#
            line ends the session.",
            "parameters": [{"$ref": "#/components/parameters/idempotencyKey"}],
            "requestBody": {
              "required": true,
              "content": {
                "application/x-ndjson": {
                  "schema": {"type": "string", "description": "JSON objects with a `type`, one per line; up to 32 MiB."},
                  "example": "{\"type\": \"assistant\", \"message\": {\"content\": [{\"type\": \"text\", \"text\": \#
        \"Done.\"}]}}\n"
                },
                "application/json": {
                  "schema": {
                    "anyOf": [{"$ref": "#/components/schemas/FollowUp"}, {"$ref": "#/components/schemas/StreamLine"}]
                  },
                  "example": {"content": "Please add a test too."}
                }
              }
            },
            "responses": {
              "201": {
                "description": "The session in its new state.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/AppendedAnswer"}}}
              },
              \#(errors(400, 401, 403, 404, 413, 415, 422, 429, 500, 503, 507))
            }
          }
        },
        "/api/sessions/{id}/messages/{sequence}": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {
              "name": "sequence",
              "in": "path",
              "required": true,
              "description": "The message's sequence number in the transcript.",
              "schema": {"type": "integer", "minimum": 1}
            },
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "delete": {
            "tags": ["Transcripts"],
            "operationId": "takeBackMessage",
            "summary": "Take back a message",
            "description": "For its author and for owners, while no agent has read it: a run lists such messages in \#
            `queued` or `undelivered`. Its comments on the changes become drafts again. The first message of a \#
            session can't be taken back.",
            "security": [{"cookie": []}],
            "responses": {
              "200": {
                "description": "The text, and the session without the message.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/TakenBackAnswer"}}}
              },
              \#(errors(400, 401, 403, 404, 409, 429, 500, 503, 507))
            }
          }
        },
        "/api/sessions/{id}/commands": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "get": {
            "tags": ["Transcripts"],
            "operationId": "listCommands",
            "summary": "List a session's slash commands",
            "description": "The commands and skills that the session's agent reported at the beginning of its latest \#
            turn or, before its first turn, those of the latest agent on the repository.",
            "responses": {
              "200": {
                "description": "The names, in alphabetical order.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CommandList"}}}
              },
              \#(errors(400, 401, 403, 404, 429, 500, 503))
            }
          }
        },
        "/api/commands": {
          "parameters": [{"$ref": "#/components/parameters/organizationId"}],
          "get": {
            "tags": ["Transcripts"],
            "operationId": "listRepositoryCommands",
            "summary": "List slash commands for a new session",
            "parameters": [{
              "name": "repoUrl",
              "in": "query",
              "required": true,
              "description": "The session's repository.",
              "schema": {"type": "string"},
              "example": "https://github.com/acme/web-app"
            }],
            "responses": {
              "200": {
                "description": "The names that the latest agent on the repository reported, in alphabetical order.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CommandList"}}}
              },
              \#(errors(400, 401, 403, 429, 500, 503))
            }
          }
        },
        "/api/sessions/{id}/pull-request": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "put": {
            "tags": ["Transcripts"],
            "operationId": "reportPullRequest",
            "summary": "Report the session's pull request",
            "description": "For programs. Replaces an earlier report.",
            "security": [{"apiKey": []}, {"bearer": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/PullRequest"},
                "example": {
                  "number": 42,
                  "url": "https://github.com/acme/web-app/pull/42",
                  "status": "merged",
                  "mergedAt": "2026-02-10T14:45:00.000Z"
                }
              }}
            },
            "responses": {
              "200": {"$ref": "#/components/responses/session"},
              \#(errors(400, 401, 403, 404, 413, 415, 429, 500, 503, 507))
            }
          }
        }
        """#
}
