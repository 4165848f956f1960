extension OpenAPIDocument {
    static let servicePaths = #"""
        "/openapi.json": {
          "get": {
            "tags": ["Service"],
            "operationId": "describeAPI",
            "summary": "This description, for programs",
            "security": [],
            "responses": {
              "200": {
                "description": "An OpenAPI 3.1 document.",
                "content": {"application/json": {"schema": {"type": "object"}}}
              }
            }
          }
        },
        "/metrics": {
          "get": {
            "tags": ["Service"],
            "operationId": "readMetrics",
            "summary": "The server's measurements, for Prometheus",
            "description": "Requests by route, method and class of status, the times of the database's reads, and \#
        its size. Nothing of what any organization keeps.",
            "security": [],
            "responses": {
              "200": {
                "description": "The text exposition format, version 0.0.4.",
                "content": {"text/plain": {"schema": {"type": "string"}}}
              }
            }
          }
        },
        "/livez": {
          "get": {
            "tags": ["Service"],
            "operationId": "checkLiveness",
            "summary": "Whether the process answers",
            "security": [],
            "responses": {
              "200": {"description": "It does.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Health"}}}}
            }
          }
        },
        "/readyz": {
          "get": {
            "tags": ["Service"],
            "operationId": "checkReadiness",
            "summary": "Whether the database answers too",
            "description": "Where backups are made by schedule, it also tells their age. An old backup is a warning, \#
        not a reason to take the server out of service.",
            "security": [],
            "responses": {
              "200": {"description": "It does.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Readiness"}}}},
              "503": {"$ref": "#/components/responses/503"}
            }
          }
        }
        """#
}
