extension OpenAPIDocument {
    static let runSchemas = #"""
        "Run": {
          "type": "object",
          "description": "What the server's sandbox does, or did, for a session.",
          "required": ["sessionId", "stage", "turns", "inputTokens", "outputTokens", "costUsd"],
          "properties": {
            "sessionId": {"type": "string"},
            "stage": {"enum": ["queued", "cloning", "preparing", "working", "waiting", "publishing", "ended"]},
            "step": {"type": "string", "description": "A part of the stage, as git names it.", "examples": ["Receiving objects"]},
            "percent": {"type": "integer", "minimum": 0, "maximum": 100},
            "turns": {"type": "integer"},
            "inputTokens": {"type": "integer"},
            "outputTokens": {"type": "integer"},
            "costUsd": {"type": "number"},
            "apiRetry": {
              "type": "object",
              "description": "While the agent waits to call its model again: which try is next, and of how many.",
              "required": ["attempt", "limit"],
              "properties": {"attempt": {"type": "integer"}, "limit": {"type": "integer"}}
            },
            "attempts": {
              "type": "array",
              "description": "The latest attempts that ended, 50 at most, in their order. Absent before the first has.",
              "items": {
                "type": "object",
                "required": ["number", "cause", "outcome", "durationMs", "costUsd"],
                "properties": {
                  "number": {"type": "integer", "minimum": 1},
                  "cause": {"enum": ["message", "retry", "restart"], "description": "Why it began; `restart` when the server had ended during the one before."},
                  "actor": {"type": "string", "description": "Who asked for another attempt."},
                  "outcome": {"enum": ["completed", "failed", "waiting", "stopped", "interrupted"]},
                  "reason": {"type": "string", "description": "Why it was not completed."},
                  "durationMs": {"type": "integer"},
                  "costUsd": {"type": "number"}
                }
              }
            },
            "queued": {
              "type": "array",
              "description": "What people said that waits to be said to the agent, and can be taken back. Absent when there is none.",
              "items": {"type": "object", "required": ["sequence"], "properties": {"sequence": {"type": "integer"}}}
            },
            "undelivered": {
              "type": "array",
              "description": "What people said that reached no agent and waits for nothing; a retry sends it. Absent when there is none.",
              "items": {"type": "object", "required": ["sequence"], "properties": {"sequence": {"type": "integer"}}}
            },
            "archiveBytes": {"type": "integer", "description": "The size of the workspace's archive, where its work could not be saved in another way."},
            "note": {"type": "string", "description": "Why there is no pull request."},
            "mcpServers": {
              "type": "array",
              "description": "The MCP servers that the agent was given, as it told at the beginning of its latest turn. Absent when there is none.",
              "items": {
                "type": "object",
                "required": ["name", "status"],
                "properties": {
                  "name": {"type": "string"},
                  "status": {"type": "string", "description": "A word of the agent's.", "examples": ["connected", "pending", "failed"]}
                }
              }
            },
            "leftOut": {
              "type": "array",
              "description": "What of the agent's work is not in the changes, and why. Absent when all of it is.",
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
              "description": "Hosts that the agent wanted to reach and may not. Absent when there are none.",
              "items": {
                "type": "object",
                "required": ["host", "port", "reason", "count", "lastRefusedAt"],
                "properties": {
                  "host": {"type": "string"},
                  "port": {"type": "integer"},
                  "reason": {"enum": ["not-allowed", "above-ceiling", "private-address"]},
                  "count": {"type": "integer", "description": "How often it tried."},
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
                  "oldPath": {"type": "string", "description": "Where it was before it was renamed."},
                  "addedLines": {"type": "integer", "description": "Absent for a binary file."},
                  "removedLines": {"type": "integer"}
                }
              }
            },
            "isCut": {"type": "boolean", "description": "Whether the patch was too long to be kept whole."}
          }
        }
        """#
}
