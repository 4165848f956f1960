extension OpenAPIDocument {
    static let requestSchemas = #"""
        "Request": {
          "type": "object",
          "description": "Something that an agent wants a person to decide.",
          "required": ["id", "sessionId", "kind", "tool", "input", "askedAt", "state"],
          "properties": {
            "id": {"type": "string"},
            "sessionId": {"type": "string"},
            "kind": {"enum": ["question", "plan", "permission"]},
            "tool": {"type": "string", "examples": ["AskUserQuestion"]},
            "toolUseId": {"type": "string", "description": "The agent's call that waits for the answer."},
            "input": {
              "type": "object",
              "description": "What the agent gave the tool. Of a question it has `questions`, each with `question`, \#
        `header`, `options` of `label` and `description`, and `multiSelect`."
            },
            "plan": {"type": "string", "description": "Of a plan: its text, as Markdown."},
            "askedAt": {"$ref": "#/components/schemas/Time"},
            "state": {"enum": ["pending", "answered", "withdrawn"]},
            "answer": {"$ref": "#/components/schemas/RequestAnswer"},
            "answeredBy": {"$ref": "#/components/schemas/Author"},
            "endedAt": {"$ref": "#/components/schemas/Time", "description": "When it was answered or withdrawn."}
          }
        },
        "RequestList": {
          "type": "object",
          "required": ["requests"],
          "properties": {"requests": {"type": "array", "items": {"$ref": "#/components/schemas/Request"}}}
        },
        "RequestAnswer": {
          "type": "object",
          "description": "To a question `answers` or `response`; to a plan the decision `approve` or `revise`, to a \#
        permission `allow`, `allow-for-session` or `deny`. All texts together have at most 20,000 characters.",
          "properties": {
            "answers": {
              "type": "object",
              "description": "For the text of every question the label that is chosen, a list of them where several may \#
        be, or own words.",
              "additionalProperties": {
                "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
              }
            },
            "response": {"type": "string", "description": "One answer to all questions, in own words."},
            "decision": {"enum": ["approve", "revise", "allow", "allow-for-session", "deny"]},
            "message": {
              "type": "string",
              "description": "With `revise`, what is to be different in the plan, which is required; with `deny`, why."
            }
          }
        }
        """#
}
