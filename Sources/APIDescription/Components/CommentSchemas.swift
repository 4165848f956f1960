extension OpenAPIDocument {
    static let commentSchemas = #"""
        "Comment": {
          "type": "object",
          "description": "What a person says about lines of a session's changes.",
          "required": [
            "id", "sessionId", "author", "state", "path", "side", "line", "quote", "body", "version", "createdAt",
            "updatedAt"
          ],
          "properties": {
            "id": {"type": "string"},
            "sessionId": {"type": "string"},
            "author": {"$ref": "#/components/schemas/Author"},
            "state": {"enum": ["draft", "sent"], "description": "A draft is its author's to change, delete and send."},
            "path": {"type": "string", "description": "Where the file is now; of one that was deleted, where it was."},
            "side": {
              "enum": ["old", "new"],
              "description": "Which version of the file the line numbers are of. Unchanged lines are on both sides."
            },
            "line": {"type": "integer", "minimum": 1},
            "endLine": {"type": "integer", "description": "The last of several lines."},
            "quote": {
              "type": "string",
              "description": "What the lines were when the comment was made; long lines and long quotes end with `…`."
            },
            "body": {"type": "string"},
            "version": {"type": "string", "description": "The SHA-256 of the patch that the comment was made on."},
            "isOutdated": {
              "type": "boolean",
              "description": "Of a draft: the lines don't read any more as they are quoted. It can still be sent."
            },
            "createdAt": {"$ref": "#/components/schemas/Time"},
            "updatedAt": {"$ref": "#/components/schemas/Time"},
            "sentAt": {"$ref": "#/components/schemas/Time"},
            "sequence": {"type": "integer", "description": "Of the message that it was sent with."}
          }
        },
        "CommentAnswer": {
          "type": "object",
          "required": ["comment"],
          "properties": {"comment": {"$ref": "#/components/schemas/Comment"}}
        },
        "CommentList": {
          "type": "object",
          "required": ["comments"],
          "properties": {
            "comments": {"type": "array", "items": {"$ref": "#/components/schemas/Comment"}},
            "version": {"type": "string", "description": "The SHA-256 of the patch as it is now, once there is one."}
          }
        },
        "NewComment": {
          "type": "object",
          "required": ["path", "side", "line", "body"],
          "properties": {
            "path": {"type": "string"},
            "side": {"enum": ["old", "new"]},
            "line": {"type": "integer", "minimum": 1},
            "endLine": {"type": "integer", "description": "At most 199 lines after `line`."},
            "body": {"type": "string", "minLength": 1, "maxLength": 10000, "description": "Not blank."},
            "version": {
              "type": "string",
              "description": "The `version` of the patch that the lines are of: if it is another by now, nothing is made."
            }
          }
        }
        """#
}
