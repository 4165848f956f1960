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
          "description": "A line of Claude Code's `stream-json`, unchanged. `user`, `assistant` and `result` lines \#
          are messages; lines of any different type are stored, but not shown as messages.",
          "required": ["type"],
          "properties": {"type": {"type": "string", "examples": ["assistant"]}}
        },
        "Message": {
          "allOf": [{"$ref": "#/components/schemas/StreamLine"}],
          "description": "The line as it is stored.",
          "properties": {
            "attachments": {
              "type": "array",
              "items": {"$ref": "#/components/schemas/Attachment"},
              "description": "The files of a person's message. Absent when there are none."
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
            "hasMore": {"type": "boolean", "description": "Whether there are more messages in this direction."}
          }
        },
        "PlacedMessage": {
          "allOf": [{"$ref": "#/components/schemas/Message"}],
          "description": "The line with its sequence number, its time and its author before its own fields.",
          "required": ["sequence", "createdAt"],
          "properties": {
            "sequence": {"type": "integer", "minimum": 1, "description": "Increases within the session; numbers can be missing."},
            "createdAt": {"$ref": "#/components/schemas/Time"},
            "author": {"$ref": "#/components/schemas/Author", "description": "Absent for a message of an agent."}
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
              "description": "Whether the message interrupts the agent, and replaces the answer that it waits for. By \#
              default, the agent reads the message after its current turn."
            },
            "attachments": {"$ref": "#/components/schemas/AttachmentIds"},
            "model": {"type": "string", "minLength": 1, "maxLength": 100, "description": "Takes effect with this message."},
            "effort": {"$ref": "#/components/schemas/AgentEffort", "description": "Takes effect with this message."},
            "mode": {"$ref": "#/components/schemas/SessionMode", "description": "Takes effect immediately."}
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
                "properties": {"name": {"type": "string", "description": "The name without the slash.", "examples": ["review"]}}
              }
            }
          }
        },
        "TakenBackAnswer": {
          "type": "object",
          "required": ["content", "session"],
          "properties": {
            "content": {"type": "string", "description": "The message's text, without comments on the changes."},
            "attachments": {
              "type": "array",
              "description": "The message's files, which its author may send with another message within a day. \#
              Absent when it had none.",
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
            "mergedAt": {"$ref": "#/components/schemas/Time", "description": "Only with the status `merged`; the default is the current time."}
          }
        },
        "PullRequestStatus": {"enum": ["draft", "open", "merged", "closed"]}
        """#
}
