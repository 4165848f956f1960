extension OpenAPIDocument {
    static let sessionSchemas = #"""
        "Session": {
          "type": "object",
          "required": [
            "id", "title", "status", "createdAt", "updatedAt", "model", "author", "metadata", "messageCount"
          ],
          "properties": {
            "id": {"type": "string", "examples": ["cmwqrpbslbao7c0r2wg490g5y"]},
            "title": {"type": "string", "examples": ["Add input validation to signup form"]},
            "titleSource": {
              "enum": ["command", "agent", "given"],
              "description": "The source of the title: the server's `titleCommand` (`command`), the agent's program \#
              (`agent`), or a person or a program (`given`). A given title is only replaced by another given one. \#
              Absent when the server generated the title from the first message."
            },
            "status": {"$ref": "#/components/schemas/SessionStatus"},
            "state": {"$ref": "#/components/schemas/SessionState"},
            "queuePlace": {
              "type": "integer",
              "minimum": 1,
              "description": "The position in the server's queue, 1 for the next. Only in the response for a single \#
              queued session."
            },
            "createdAt": {"$ref": "#/components/schemas/Time"},
            "updatedAt": {"$ref": "#/components/schemas/Time"},
            "model": {"type": "string", "examples": ["claude-opus-4-6"]},
            "author": {"$ref": "#/components/schemas/Author"},
            "metadata": {"$ref": "#/components/schemas/SessionMetadata"},
            "messageCount": {"type": "integer", "minimum": 0, "description": "The length of `messages`."},
            "firstMessagePreview": {"type": "string", "description": "Present once there is a first message."},
            "lastMessagePreview": {"type": "string", "description": "Present once there is a second message with text."},
            "error": {"type": "string", "description": "Why it failed. Only of a failed session."},
            "archivedAt": {"$ref": "#/components/schemas/Time", "description": "Only of an archived session."},
            "effort": {"$ref": "#/components/schemas/AgentEffort", "description": "Absent when it is `default`."},
            "mode": {"$ref": "#/components/schemas/SessionMode", "description": "Absent when it is `auto`."},
            "waitingFor": {
              "type": "object",
              "description": "The oldest open request of its agent. Absent when there is none.",
              "required": ["id", "kind", "since"],
              "properties": {
                "id": {"type": "string"},
                "kind": {"enum": ["question", "plan", "permission"]},
                "since": {"$ref": "#/components/schemas/Time"}
              }
            }
          }
        },
        "SessionMode": {
          "enum": ["auto", "plan", "ask"],
          "description": "When the agent asks for approval: `auto` never, although it may ask questions; `plan` for a \#
          plan before it starts; `ask` before each use of a tool that the repository's rules don't allow."
        },
        "AgentEffort": {
          "enum": ["default", "low", "medium", "high", "xhigh", "max"],
          "description": "How much the model thinks before it answers, in Claude Code's words."
        },
        "SessionStatus": {"enum": ["active", "completed", "failed"]},
        "SessionState": {
          "enum": [
            "queued", "cloning", "working", "publishing", "waiting", "completed", "failed", "stopped", "outside"
          ],
          "description": "The session's state in more detail than `status`. While that is `active`: `queued` for an \#
          agent, `cloning` the repository and setting up the sandbox, `working`, `publishing` the changes, `waiting` \#
          for a person to answer or write, or `outside` if no agent of this server runs it. `stopped` has the status \#
          `failed`: a person ended it. New values may be added."
        },
        "Time": {"type": "string", "format": "date-time", "examples": ["2026-02-10T14:30:00.000Z"]},
        "Author": {
          "type": "object",
          "required": ["id", "name"],
          "properties": {"id": {"type": "string"}, "name": {"type": "string"}, "imageUrl": {"type": "string"}}
        },
        "SessionMetadata": {
          "type": "object",
          "properties": {
            "repository": {"type": "string", "description": "`owner/name`.", "examples": ["acme/web-app"]},
            "branch": {"type": "string", "description": "The agent's working branch, once there is one."},
            "prNumber": {"type": "integer", "minimum": 1},
            "prUrl": {"type": "string", "format": "uri"},
            "prStatus": {"$ref": "#/components/schemas/PullRequestStatus"}
          }
        },
        "SessionAnswer": {
          "type": "object",
          "required": ["session"],
          "properties": {"session": {"$ref": "#/components/schemas/Session"}}
        },
        "SessionList": {
          "type": "object",
          "required": ["sessions", "stats"],
          "properties": {
            "sessions": {"type": "array", "items": {"$ref": "#/components/schemas/ListedSession"}},
            "stats": {"$ref": "#/components/schemas/SessionStats"},
            "nextCursor": {"type": "string", "description": "The position of the next page. Absent on the last page."},
            "searchTruncated": {
              "const": true,
              "description": "Present when more sessions may match: a word of `q` occurs in so many that only about \#
              the newest 1,000 were searched, more than 200 words begin with a `prefix*`, or the search index is \#
              being rebuilt after an update of the server."
            }
          }
        },
        "ListedSession": {
          "allOf": [{"$ref": "#/components/schemas/Session"}],
          "properties": {
            "match": {
              "type": "object",
              "description": "The place of the search's match.",
              "required": ["snippet"],
              "properties": {
                "snippet": {"type": "string", "description": "The words around the match."},
                "sequence": {"type": "integer", "description": "The sequence number of the message with the match; absent for a match in the title."}
              }
            }
          }
        },
        "SessionStats": {
          "type": "object",
          "description": "The organization's last 7 × 24 hours.",
          "required": ["mergesPastWeek", "authorsPastWeek", "humansPastWeek", "humansPromptingNow"],
          "properties": {
            "mergesPastWeek": {
              "type": "integer",
              "minimum": 0,
              "description": "Pull requests of sessions that were merged, each counted once."
            },
            "authorsPastWeek": {"type": "integer", "minimum": 0, "description": "Users who created a session."},
            "humansPastWeek": {"type": "integer", "minimum": 0, "description": "Users who wrote in any session."},
            "humansPromptingNow": {
              "type": "integer",
              "minimum": 0,
              "description": "Users who wrote within the last 5 minutes."
            }
          }
        },
        "NewSession": {
          "type": "object",
          "required": ["organizationId"],
          "properties": {
            "organizationId": {"type": "string", "minLength": 1, "maxLength": 100},
            "initialMessage": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100000,
              "description": "The prompt for the agent. Not blank."
            },
            "repoUrl": {
              "type": "string",
              "description": "The repository to work on: `https://github.com/OWNER/NAME`, or another host that the \#
        operator allows.",
              "examples": ["https://github.com/acme/web-app"]
            },
            "baseBranch": {
              "type": "string",
              "default": "main",
              "description": "The branch that changes are based on; a branch name that git accepts. Stored only with \#
              `repoUrl`."
            },
            "model": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100,
              "default": "claude-opus-4-6",
              "description": "The default is the first of the operator's `models`, if they are set."
            },
            "effort": {"$ref": "#/components/schemas/AgentEffort", "default": "default"},
            "environmentId": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100,
              "description": "One of the organization's environments. The default is that of the repository, or else \#
              the default environment. Without `repoUrl`, the session uses the environment's repository."
            },
            "mode": {"$ref": "#/components/schemas/SessionMode", "default": "auto"},
            "attachments": {"$ref": "#/components/schemas/AttachmentIds"}
          }
        },
        "SessionEdit": {
          "type": "object",
          "properties": {
            "title": {"type": "string", "minLength": 1, "maxLength": 200, "description": "One line."},
            "status": {"$ref": "#/components/schemas/SessionStatus"},
            "model": {"type": "string", "minLength": 1, "maxLength": 100, "description": "Takes effect with the next message."},
            "effort": {"$ref": "#/components/schemas/AgentEffort", "description": "Takes effect with the next message."},
            "mode": {
              "$ref": "#/components/schemas/SessionMode",
              "description": "A running agent changes its mode immediately."
            }
          }
        }
        """#
}
