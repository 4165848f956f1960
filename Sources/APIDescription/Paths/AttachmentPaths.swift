extension OpenAPIDocument {
    static let attachmentPaths = #"""
        "/api/attachments": {
          "parameters": [{"$ref": "#/components/parameters/organizationId"}],
          "post": {
            "tags": ["Attachments"],
            "operationId": "uploadAttachment",
            "summary": "Upload an image or a file for a message",
            "description": "The body is the file itself. Send its ID in the `attachments` of a new session or a \#
            follow-up. A file can be sent once, by the person who uploaded it, and is deleted after a day if it \#
            wasn't. Content that begins like a PNG, JPEG, GIF or WebP image is treated as an image, whatever its \#
            `Content-Type` is: the agent sees it, and it may have up to 5 MiB and 8,000 pixels in each direction. \#
            Everything else is a file of up to 20 MiB, which the agent finds in its sandbox. People only: an API key \#
            gets a 400. It is a 409 if you have 100 unsent files or 512 MiB of them, a 413 if the file is too large, \#
            and a 415 if its type is an image's but its content isn't.",
            "security": [{"cookie": []}],
            "parameters": [
              {
                "name": "filename", "in": "query", "required": true, "schema": {"type": "string"},
                "description": "The file's name. Directories and invisible characters are removed, and a long name is \#
                cut.",
                "example": "screenshot.png"
              },
              {"$ref": "#/components/parameters/idempotencyKey"}
            ],
            "requestBody": {
              "required": true,
              "content": {"application/octet-stream": {"schema": {"type": "string"}}}
            },
            "responses": {
              "201": {
                "description": "The file.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Attachment"}}}
              },
              \#(errors(400, 401, 403, 409, 413, 415, 422, 429, 500, 503, 507))
            }
          }
        },
        "/api/attachments/{attachment}": {
          "parameters": [
            {"name": "attachment", "in": "path", "required": true, "schema": {"type": "string"}},
            {"$ref": "#/components/parameters/organizationId"}
          ],
          "get": {
            "tags": ["Attachments"],
            "operationId": "downloadAttachment",
            "summary": "Download a file of a message",
            "description": "A file of one of the organization's sessions, or one of your own that isn't sent yet. Any \#
            different file is a 404.",
            "responses": {
              "200": {
                "description": "An image has its own type; everything else is `application/octet-stream`.",
                "headers": {
                  "Content-Disposition": {"description": "The header names the file.", "schema": {"type": "string"}},
                  "ETag": {"description": "A file never changes.", "schema": {"type": "string"}}
                },
                "content": {
                  "application/octet-stream": {"schema": {"type": "string"}}, "image/png": {"schema": {"type": "string"}},
                  "image/jpeg": {"schema": {"type": "string"}}, "image/gif": {"schema": {"type": "string"}},
                  "image/webp": {"schema": {"type": "string"}}
                }
              },
              "304": {"description": "The response hasn't changed since the `ETag` in `If-None-Match`."},
              \#(errors(400, 401, 403, 404, 429, 500, 503))
            }
          },
          "delete": {
            "tags": ["Attachments"],
            "operationId": "removeAttachment",
            "summary": "Remove a file that is not sent",
            "description": "For the person who uploaded it. It is a 409 if the file belongs to a message, and a 400 \#
            with an API key.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "Deleted."},
              \#(errors(400, 401, 403, 404, 409, 429, 500, 503, 507))
            }
          }
        }
        """#
}
