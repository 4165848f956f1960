extension OpenAPIDocument {
    static let auditPaths = #"""
        "/api/organizations/{organization}/audit": {
          "parameters": [{"$ref": "#/components/parameters/organization"}],
          "get": {
            "tags": ["Audit log"],
            "operationId": "listAuditEvents",
            "summary": "List the audit log",
            "description": "For owners. Newest first. Days are in UTC.",
            "security": [{"cookie": []}],
            "parameters": [
              {"name": "action", "in": "query", "description": "Only entries of this action.", "schema": {"$ref": "#/components/schemas/AuditAction"}},
              {"name": "actor", "in": "query", "description": "Only entries of the user or API key with this id.", "schema": {"type": "string"}},
              {"name": "since", "in": "query", "description": "Only entries from this day or moment on.", "schema": {"type": "string"}, "example": "2026-11-01"},
              {"name": "until", "in": "query", "description": "Only entries up to this day or moment.", "schema": {"type": "string"}, "example": "2026-11-30"},
              {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}},
              {"name": "cursor", "in": "query", "description": "The `nextCursor` of the page before.", "schema": {"type": "integer", "minimum": 1, "format": "int64"}}
            ],
            "responses": {
              "200": {
                "description": "A page of the log.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/AuditPage"}}}
              },
              \#(errors(400, 401, 403, 429, 500, 503))
            }
          }
        },
        "/api/organizations/{organization}/audit/export": {
          "parameters": [{"$ref": "#/components/parameters/organization"}],
          "get": {
            "tags": ["Audit log"],
            "operationId": "exportAuditEvents",
            "summary": "Export the audit log",
            "description": "For owners. Every matching entry as a line of JSON, newest first. Days are in UTC.",
            "security": [{"cookie": []}],
            "parameters": [
              {"name": "action", "in": "query", "description": "Only entries of this action.", "schema": {"$ref": "#/components/schemas/AuditAction"}},
              {"name": "actor", "in": "query", "description": "Only entries of the user or API key with this id.", "schema": {"type": "string"}},
              {"name": "since", "in": "query", "description": "Only entries from this day or moment on.", "schema": {"type": "string"}, "example": "2026-11-01"},
              {"name": "until", "in": "query", "description": "Only entries up to this day or moment.", "schema": {"type": "string"}, "example": "2026-11-30"}
            ],
            "responses": {
              "200": {
                "description": "Lines, each an `AuditEvent`.",
                "content": {"application/x-ndjson": {"schema": {"type": "string"}}}
              },
              \#(errors(400, 401, 403, 429, 500, 503))
            }
          }
        }
        """#
}
