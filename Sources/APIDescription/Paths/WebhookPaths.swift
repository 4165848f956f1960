extension OpenAPIDocument {
    static let webhookPaths = #"""
        "/api/webhooks/github": {
          "post": {
            "tags": ["Webhooks"],
            "operationId": "takeGitHubWebhook",
            "summary": "Receive a GitHub webhook",
            "description": "Updates the state of sessions' pull requests. Events of a different kind, unknown pull \#
            requests and outdated events have no effect, and a delivery may be repeated. It is a 404 if the server \#
            has no webhook secret in its configuration.",
            "security": [],
            "parameters": [
              {
                "name": "X-Hub-Signature-256",
                "in": "header",
                "required": true,
                "description": "`sha256=` and the HMAC-SHA256 of the body with the webhook's secret.",
                "schema": {"type": "string", "pattern": "^sha256=[0-9a-f]{64}$"}
              },
              {
                "name": "X-GitHub-Event",
                "in": "header",
                "description": "The kind of event. Only `pull_request` has an effect.",
                "schema": {"type": "string"},
                "example": "pull_request"
              }
            ],
            "requestBody": {
              "required": true,
              "content": {"application/json": {
                "schema": {"type": "object", "description": "As GitHub documents it; up to 4 MiB."},
                "example": {
                  "action": "closed",
                  "pull_request": {
                    "number": 42,
                    "html_url": "https://github.com/acme/web-app/pull/42",
                    "state": "closed",
                    "draft": false,
                    "head": {"ref": "agent/add-input-validation"},
                    "base": {"ref": "main"},
                    "merged_at": "2026-02-10T14:45:00Z",
                    "updated_at": "2026-02-10T14:45:00Z"
                  }
                }
              }}
            },
            "responses": {
              "204": {"description": "The event was accepted, even if it had no effect."},
              "400": {"$ref": "#/components/responses/400"},
              "401": {
                "description": "The signature is missing, malformed or wrong.",
                \#(problem)
              },
              "404": {
                "description": "The server has no secret for webhooks in its configuration.",
                \#(problem)
              },
              \#(errors(413, 415, 429, 500, 503, 507))
            }
          }
        }
        """#
}
