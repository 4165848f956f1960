extension OpenAPIDocument {
    static let attachmentPaths = #"""
        "/api/attachments": {
          "parameters": [{"$ref": "#/components/parameters/organizationId"}],
          "post": {
            "tags": ["Attachments"],
            "operationId": "uploadAttachment",
            "summary": "Upload an image or a file for a message",
            "description": "The body is the file itself. Then name its id in the `attachments` of a new session or a \#
        follow-up; a file is sent once, by who uploaded it, and goes after a day if it isn't. What begins as a PNG, JPEG, GIF \#
        or WebP image is one, whatever its `Content-Type` says: the agent is shown it, and it may have up to 5 MiB and 8,000 \#
        pixels each way. Everything else is a file of up to 20 MiB, which the agent finds in its sandbox. People only: an API \#
        key gets a 400. A 409 says that you have 100 unsent files, or 512 MiB of them; a 413 that the file is too large; a \#
        415 that it is called an image and is none.",
            "security": [{"cookie": []}],
            "parameters": [
              {
                "name": "filename", "in": "query", "required": true, "schema": {"type": "string"},
                "description": "How people call it. Directories and invisible characters are left out; a long one is cut.",
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
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "409": {"$ref": "#/components/responses/409"},
              "413": {"$ref": "#/components/responses/413"}, "415": {"$ref": "#/components/responses/415"},
              "422": {"$ref": "#/components/responses/422"}, "429": {"$ref": "#/components/responses/429"},
              "500": {"$ref": "#/components/responses/500"}, "503": {"$ref": "#/components/responses/503"},
              "507": {"$ref": "#/components/responses/507"}
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
            "description": "Of the organization's sessions, or one of your own that isn't sent yet; any different one is a 404.",
            "responses": {
              "200": {
                "description": "An image with its own type, every other file as `application/octet-stream`.",
                "headers": {
                  "Content-Disposition": {"description": "Names the file.", "schema": {"type": "string"}},
                  "ETag": {"description": "A file never changes.", "schema": {"type": "string"}}
                },
                "content": {
                  "application/octet-stream": {"schema": {"type": "string"}}, "image/png": {"schema": {"type": "string"}},
                  "image/jpeg": {"schema": {"type": "string"}}, "image/gif": {"schema": {"type": "string"}},
                  "image/webp": {"schema": {"type": "string"}}
                }
              },
              "304": {"description": "As the `ETag` of `If-None-Match` says."},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "404": {"$ref": "#/components/responses/404"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}
            }
          },
          "delete": {
            "tags": ["Attachments"],
            "operationId": "removeAttachment",
            "summary": "Remove a file that is not sent",
            "description": "One of your own; a 409 when it belongs to a message. People only: an API key gets a 400.",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "It is gone."},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "404": {"$ref": "#/components/responses/404"},
              "409": {"$ref": "#/components/responses/409"}, "429": {"$ref": "#/components/responses/429"},
              "500": {"$ref": "#/components/responses/500"}, "503": {"$ref": "#/components/responses/503"},
              "507": {"$ref": "#/components/responses/507"}
            }
          }
        }
        """#
}
