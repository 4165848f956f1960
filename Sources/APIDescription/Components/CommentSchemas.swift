extension OpenAPIDocument {
    static let commentSchemas = #"""
        "Comment": {
          "type": "object",
          "description": "A person's comment on lines of a session's changes.",
          "required": [
            "id", "sessionId", "author", "state", "path", "side", "line", "quote", "body", "version", "createdAt",
            "updatedAt"
          ],
          "properties": {
            "id": {"type": "string"},
            "sessionId": {"type": "string"},
            "author": {"$ref": "#/components/schemas/Author"},
            "state": {"enum": ["draft", "sent"], "description": "Only its author can change, delete and send a draft."},
            "path": {"type": "string", "description": "The file's current path; for a deleted file, its old path."},
            "side": {
              "enum": ["old", "new"],
              "description": "The version of the file that the line numbers refer to. Unchanged lines are on both \#
              sides."
            },
            "line": {"type": "integer", "minimum": 1},
            "endLine": {"type": "integer", "description": "The last line, for a comment on several lines."},
            "quote": {
              "type": "string",
              "description": "The lines as they were when the comment was written; long lines and long quotes end \#
              with `…`."
            },
            "body": {"type": "string"},
            "version": {"type": "string", "description": "The SHA-256 of the patch that the comment was made on."},
            "isOutdated": {
              "type": "boolean",
              "description": "Only of a draft: the lines differ from the quote now. The comment can still be sent."
            },
            "createdAt": {"$ref": "#/components/schemas/Time"},
            "updatedAt": {"$ref": "#/components/schemas/Time"},
            "sentAt": {"$ref": "#/components/schemas/Time"},
            "sequence": {"type": "integer", "description": "The sequence number of the message that it was sent with."}
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
            "version": {"type": "string", "description": "The SHA-256 of the current patch. Absent until there is one."}
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
              "description": "The `version` of the patch that has the lines. If the patch has changed since, no \#
              comment is created."
            }
          }
        }
        """#
}
