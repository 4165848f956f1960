extension OpenAPIDocument {
    static let runSchemas = #"""
        "Run": {
          "type": "object",
          "description": "The work of the server's sandbox on a session.",
          "required": ["sessionId", "stage", "turns", "inputTokens", "outputTokens", "costUsd"],
          "properties": {
            "sessionId": {"type": "string"},
            "stage": {"enum": ["queued", "cloning", "preparing", "working", "waiting", "publishing", "ended"]},
            "step": {"type": "string", "description": "The part of the stage, in git's words.", "examples": ["Receiving objects"]},
            "percent": {"type": "integer", "minimum": 0, "maximum": 100},
            "turns": {"type": "integer"},
            "inputTokens": {"type": "integer"},
            "outputTokens": {"type": "integer"},
            "costUsd": {"type": "number"},
            "apiRetry": {
              "type": "object",
              "description": "Present while the agent waits to call its model again: the number of the next try, and \#
              the maximum.",
              "required": ["attempt", "limit"],
              "properties": {"attempt": {"type": "integer"}, "limit": {"type": "integer"}}
            },
            "attempts": {
              "type": "array",
              "description": "The latest 50 finished attempts, oldest first. Absent before the first.",
              "items": {
                "type": "object",
                "required": ["number", "cause", "outcome", "durationMs", "costUsd"],
                "properties": {
                  "number": {"type": "integer", "minimum": 1},
                  "cause": {"enum": ["message", "retry", "restart"], "description": "Why it began; `restart` if the server stopped during the previous one."},
                  "actor": {"type": "string", "description": "The person who asked for another attempt."},
                  "outcome": {"enum": ["completed", "failed", "waiting", "stopped", "interrupted"]},
                  "reason": {"type": "string", "description": "Why it was not completed."},
                  "durationMs": {"type": "integer"},
                  "costUsd": {"type": "number"}
                }
              }
            },
            "queued": {
              "type": "array",
              "description": "People's messages that the agent hasn't read yet and that can be taken back. Absent \#
              when there are none.",
              "items": {"type": "object", "required": ["sequence"], "properties": {"sequence": {"type": "integer"}}}
            },
            "undelivered": {
              "type": "array",
              "description": "People's messages that reached no agent and aren't queued; a retry sends them. Absent \#
              when there are none.",
              "items": {"type": "object", "required": ["sequence"], "properties": {"sequence": {"type": "integer"}}}
            },
            "archiveBytes": {"type": "integer", "description": "The size of the workspace's archive in bytes, if its changes could not be saved as a patch."},
            "note": {"type": "string", "description": "Why there is no pull request."},
            "mcpServers": {
              "type": "array",
              "description": "The MCP servers that the agent has, as it reported at the beginning of its latest turn. \#
              Absent when there are none.",
              "items": {
                "type": "object",
                "required": ["name", "status"],
                "properties": {
                  "name": {"type": "string"},
                  "status": {"type": "string", "description": "A word that the agent chose.", "examples": ["connected", "pending", "failed"]}
                }
              }
            },
            "leftOut": {
              "type": "array",
              "description": "The parts of the agent's work that are not in the changes, and why. Absent when all of \#
              it is.",
              "items": {
                "type": "object",
                "required": ["name", "reason"],
                "properties": {
                  "name": {"type": "string", "description": "A path in the workspace, or a branch."},
                  "reason": {"type": "string"}
                }
              }
            },
            "refusedHosts": {
              "type": "array",
              "maxItems": 100,
              "description": "Hosts that the agent tried to reach but isn't allowed to. Absent when there are none.",
              "items": {
                "type": "object",
                "required": ["host", "port", "reason", "count", "lastRefusedAt"],
                "properties": {
                  "host": {"type": "string"},
                  "port": {"type": "integer"},
                  "reason": {"enum": ["not-allowed", "above-ceiling", "private-address"]},
                  "count": {"type": "integer", "description": "The number of attempts."},
                  "lastRefusedAt": {"$ref": "#/components/schemas/Time"}
                }
              }
            },
            "changes": {
              "type": "object",
              "required": ["files", "addedLines", "removedLines"],
              "properties": {
                "files": {"type": "integer"}, "addedLines": {"type": "integer"}, "removedLines": {"type": "integer"}
              }
            }
          }
        },
        "Changes": {
          "type": "object",
          "required": ["files", "isCut"],
          "properties": {
            "files": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["path"],
                "properties": {
                  "path": {"type": "string"},
                  "oldPath": {"type": "string", "description": "The file's path before it was renamed."},
                  "addedLines": {"type": "integer", "description": "Absent for a binary file."},
                  "removedLines": {"type": "integer"}
                }
              }
            },
            "isCut": {"type": "boolean", "description": "Whether the patch was too long to store completely."}
          }
        }
        """#
}
