extension OpenAPIDocument {
    static let commentPaths = #"""
        "/api/sessions/{id}/comments": {
          "parameters": [{"$ref": "#/components/parameters/session"}, {"$ref": "#/components/parameters/organizationId"}],
          "get": {
            "tags": ["Comments"],
            "operationId": "listComments",
            "summary": "List comments on a session's changes",
            "description": "The latest sent comments, then everybody's drafts.",
            "responses": {
              "200": {
                "description": "The comments.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CommentList"}}}
              },
              \#(errors(400, 401, 403, 404, 429, 500, 503))
            }
          },
          "post": {
            "tags": ["Comments"],
            "operationId": "addComment",
            "summary": "Comment on lines of the changes",
            "description": "People only: an API key gets a 403. The comment is a draft, with the lines as they are \#
            now, until its author sends it. Lines that are not in the patch are a 400 that names the field. It is a \#
            409 if the patch has changed since `version`, and if there are too many drafts in the session: more than \#
            100 of one person or 500 in total, or more than 80,000 characters of one person, including quotes.",
            "security": [{"cookie": []}],
            "parameters": [{"$ref": "#/components/parameters/idempotencyKey"}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/NewComment"},
                "example": {"path": "src/signup.ts", "side": "new", "line": 12, "endLine": 14, "body": "Use the helper."}
              }}
            },
            "responses": {
              "201": {
                "description": "The draft.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CommentAnswer"}}}
              },
              \#(errors(400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503, 507))
            }
          }
        },
        "/api/sessions/{id}/comments/{comment}": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"name": "comment", "in": "path", "required": true, "schema": {"type": "string"}},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "patch": {
            "tags": ["Comments"],
            "operationId": "editComment",
            "summary": "Change a draft",
            "description": "For its author only. A comment that was sent is a 409.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {
                "schema": {
                  "type": "object",
                  "required": ["body"],
                  "properties": {"body": {"type": "string", "minLength": 1, "maxLength": 10000}}
                },
                "example": {"body": "Use the helper in `forms.ts`."}
              }}
            },
            "responses": {
              "200": {
                "description": "The changed draft.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CommentAnswer"}}}
              },
              \#(errors(400, 401, 403, 404, 409, 413, 415, 429, 500, 503, 507))
            }
          },
          "delete": {
            "tags": ["Comments"],
            "operationId": "deleteComment",
            "summary": "Delete a draft",
            "description": "For its author only. A comment that was sent is a 409.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "Deleted."},
              \#(errors(400, 401, 403, 404, 409, 429, 500, 503, 507))
            }
          }
        },
        "/api/sessions/{id}/comments/send": {
          "parameters": [{"$ref": "#/components/parameters/session"}, {"$ref": "#/components/parameters/organizationId"}],
          "post": {
            "tags": ["Comments"],
            "operationId": "sendComments",
            "summary": "Send your drafts to the agent",
            "description": "People only: an API key gets a 403. All drafts of the caller become one follow-up, which \#
            has each comment's file and line numbers, the quoted lines and the text. Each draft is sent once, even if \#
            the request is repeated. It is a 409 if there are no drafts. The message's line in the transcript also \#
            lists the comments in `diffComments`.",
            "security": [{"cookie": []}],
            "parameters": [{"$ref": "#/components/parameters/idempotencyKey"}],
            "requestBody": {
              "content": {"application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "message": {"type": "string", "maxLength": 20000, "description": "The text before the comments."}
                  }
                },
                "example": {"message": "Nearly there."}
              }}
            },
            "responses": {
              "201": {
                "description": "The session with the message.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/AppendedAnswer"}}}
              },
              \#(errors(400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503, 507))
            }
          }
        }
        """#
}
