extension OpenAPIDocument {
    static let runPaths = #"""
        "/api/sessions/{id}/changes": {
          "parameters": [{"$ref": "#/components/parameters/session"}, {"$ref": "#/components/parameters/organizationId"}],
          "get": {
            "tags": ["Sandbox"],
            "operationId": "showChanges",
            "summary": "List a session's changes",
            "description": "For a session that ran in the server's sandbox. It is a 404 until its agent has ended.",
            "responses": {
              "200": {
                "description": "The files, in the patch's order.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Changes"}}}
              },
              \#(errors(400, 401, 403, 404, 429, 500, 503))
            }
          }
        },
        "/api/sessions/{id}/workspace": {
          "parameters": [{"$ref": "#/components/parameters/session"}, {"$ref": "#/components/parameters/organizationId"}],
          "get": {
            "tags": ["Sandbox"],
            "operationId": "downloadWorkspace",
            "summary": "Download a workspace that could not be saved",
            "description": "As a `.tar.gz`, where the work in it could not be taken over in another way, for as long as the workspace is kept; otherwise a 404. Secrets are not redacted in it.",
            "responses": {
              "200": {
                "description": "The archive.",
                "headers": {"Content-Disposition": {"description": "The header names the file.", "schema": {"type": "string"}}},
                "content": {"application/gzip": {"schema": {"type": "string"}}}
              },
              \#(errors(400, 401, 403, 404, 429, 500, 503))
            }
          }
        },
        "/api/sessions/{id}/patch": {
          "parameters": [{"$ref": "#/components/parameters/session"}, {"$ref": "#/components/parameters/organizationId"}],
          "get": {
            "tags": ["Sandbox"],
            "operationId": "downloadPatch",
            "summary": "Download a session's changes",
            "description": "In the format of `git apply`. It is also a 404 if the patch was too long to store \#
            completely.",
            "responses": {
              "200": {
                "description": "The patch.",
                "headers": {"Content-Disposition": {"description": "The header names the file.", "schema": {"type": "string"}}},
                "content": {"text/x-diff": {"schema": {"type": "string"}}}
              },
              \#(errors(400, 401, 403, 404, 429, 500, 503))
            }
          }
        }
        """#
}
