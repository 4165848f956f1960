extension OpenAPIDocument {
    static let requestSchemas = #"""
        "Request": {
          "type": "object",
          "description": "A question, plan or permission that an agent wants a person to decide.",
          "required": ["id", "sessionId", "kind", "tool", "input", "askedAt", "state"],
          "properties": {
            "id": {"type": "string"},
            "sessionId": {"type": "string"},
            "kind": {"enum": ["question", "plan", "permission"]},
            "tool": {"type": "string", "examples": ["AskUserQuestion"]},
            "toolUseId": {"type": "string", "description": "The ID of the agent's tool call that waits for the answer."},
            "input": {
              "type": "object",
              "description": "The tool's input. For a question it has `questions`, each with `question`, `header`, \#
              `options` of `label` and `description`, and `multiSelect`."
            },
            "plan": {"type": "string", "description": "Only of a plan: its text as Markdown."},
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
          "description": "For a question, `answers` or `response`; for a plan, the decision `approve` or `revise`; \#
          for a permission, `allow`, `allow-for-session` or `deny`. All texts together have at most 20,000 \#
          characters.",
          "properties": {
            "answers": {
              "type": "object",
              "description": "The answer to each question, by the question's text: the chosen label, a list of labels \#
              if several may be chosen, or the person's own words.",
              "additionalProperties": {
                "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
              }
            },
            "response": {"type": "string", "description": "One answer to all questions, in the person's own words."},
            "decision": {"enum": ["approve", "revise", "allow", "allow-for-session", "deny"]},
            "message": {
              "type": "string",
              "description": "With `revise`, the changes to make to the plan (required); with `deny`, the reason."
            }
          }
        }
        """#
}
