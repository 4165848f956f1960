extension OpenAPIDocument {
    static let transcriptSchemas = #"""
        "SessionDetailAnswer": {
          "type": "object",
          "required": ["session"],
          "properties": {"session": {"$ref": "#/components/schemas/SessionDetail"}}
        },
        "SessionDetail": {
          "allOf": [{"$ref": "#/components/schemas/Session"}],
          "required": ["messages", "tasks"],
          "properties": {
            "environment": {"$ref": "#/components/schemas/EnvironmentReference"},
            "messages": {"type": "array", "items": {"$ref": "#/components/schemas/Message"}},
            "tasks": {"type": "array", "items": {"$ref": "#/components/schemas/Task"}},
            "run": {"$ref": "#/components/schemas/Run"}
          }
        },
        "StreamLine": {
          "type": "object",
          "description": "A line of Claude Code's `stream-json`, as it came. `user`, `assistant` and `result` lines \#
        are messages; others are kept, and not shown as messages.",
          "required": ["type"],
          "properties": {"type": {"type": "string", "examples": ["assistant"]}}
        },
        "Message": {
          "allOf": [{"$ref": "#/components/schemas/StreamLine"}],
          "description": "The line as the server keeps it.",
          "properties": {
            "attachments": {
              "type": "array",
              "items": {"$ref": "#/components/schemas/Attachment"},
              "description": "Of what a person wrote: the files that go with it, if there are any."
            }
          }
        },
        "Task": {
          "type": "object",
          "description": "A step of the agent's plan.",
          "required": ["id", "title", "status"],
          "properties": {
            "id": {"type": "string"},
            "title": {"type": "string"},
            "status": {"enum": ["pending", "in_progress", "completed"]}
          }
        },
        "MessagePage": {
          "type": "object",
          "required": ["messages", "hasMore"],
          "properties": {
            "messages": {"type": "array", "items": {"$ref": "#/components/schemas/PlacedMessage"}},
            "hasMore": {"type": "boolean", "description": "Whether there are more in the direction of reading."}
          }
        },
        "PlacedMessage": {
          "allOf": [{"$ref": "#/components/schemas/Message"}],
          "description": "The line, and before its own fields its place, its time and the person who wrote it.",
          "required": ["sequence", "createdAt"],
          "properties": {
            "sequence": {"type": "integer", "minimum": 1, "description": "Counts up within the session, with gaps."},
            "createdAt": {"$ref": "#/components/schemas/Time"},
            "author": {"$ref": "#/components/schemas/Author", "description": "Absent when an agent wrote it."}
          }
        },
        "FollowUp": {
          "type": "object",
          "required": ["content"],
          "properties": {
            "content": {"type": "string", "minLength": 1, "maxLength": 100000, "description": "Not blank."},
            "now": {
              "type": "boolean",
              "default": false,
              "description": "Whether it interrupts what the agent is at, and takes the place of what the agent waits \#
        for. Without that it is said once the agent has finished."
            },
            "attachments": {"$ref": "#/components/schemas/AttachmentIds"},
            "model": {"type": "string", "minLength": 1, "maxLength": 100, "description": "From this message on."},
            "effort": {"$ref": "#/components/schemas/AgentEffort", "description": "From this message on."},
            "mode": {"$ref": "#/components/schemas/SessionMode", "description": "At once."}
          }
        },
        "AppendedAnswer": {
          "type": "object",
          "required": ["session", "lastSequence"],
          "properties": {
            "session": {"$ref": "#/components/schemas/Session"},
            "lastSequence": {
              "type": "integer",
              "minimum": 1,
              "description": "The number of the last line that was added."
            }
          }
        },
        "CommandList": {
          "type": "object",
          "required": ["commands"],
          "properties": {
            "commands": {
              "type": "array",
              "maxItems": 500,
              "items": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": {"type": "string", "description": "Without the slash.", "examples": ["review"]}}
              }
            }
          }
        },
        "TakenBackAnswer": {
          "type": "object",
          "required": ["content", "session"],
          "properties": {
            "content": {"type": "string", "description": "What the message said, apart from comments on the changes."},
            "attachments": {
              "type": "array",
              "description": "Its files, which its author may send with another one within a day. Absent when it had none.",
              "items": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
            },
            "session": {"$ref": "#/components/schemas/Session"}
          }
        },
        "PullRequest": {
          "type": "object",
          "required": ["number", "url", "status"],
          "properties": {
            "number": {"type": "integer", "minimum": 1},
            "url": {
              "type": "string",
              "maxLength": 500,
              "description": "The pull request's page, an https address.",
              "examples": ["https://github.com/acme/web-app/pull/42"]
            },
            "status": {"$ref": "#/components/schemas/PullRequestStatus"},
            "mergedAt": {"$ref": "#/components/schemas/Time", "description": "Of a merged one only; without it, now."}
          }
        },
        "PullRequestStatus": {"enum": ["draft", "open", "merged", "closed"]}
        """#
}
