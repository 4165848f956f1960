extension OpenAPIDocument {
    static let servicePaths = #"""
        "/openapi.json": {
          "get": {
            "tags": ["Service"],
            "operationId": "describeAPI",
            "summary": "Read this description as OpenAPI",
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
            "summary": "Read the server's metrics for Prometheus",
            "description": "Requests by route, method and class of status, the work and the size of the \#
            database, runs, streams, the age of backups and more. No data of organizations. Programs on the server's \#
            machine need no credential; others send the operator's `metricsToken` as `Authorization: Bearer`.",
            "security": [],
            "responses": {
              "200": {
                "description": "The text exposition format, version 0.0.4.",
                "content": {"text/plain": {"schema": {"type": "string"}}}
              },
              "403": {"$ref": "#/components/responses/403"}
            }
          }
        },
        "/livez": {
          "get": {
            "tags": ["Service"],
            "operationId": "checkLiveness",
            "summary": "Check whether the server is alive",
            "security": [],
            "responses": {
              "200": {"description": "The check succeeded.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Health"}}}}
            }
          }
        },
        "/readyz": {
          "get": {
            "tags": ["Service"],
            "operationId": "checkReadiness",
            "summary": "Check whether the server is ready",
            "description": "If the server makes backups by schedule, the response has the age of the last one. An old \#
        backup is a warning, not a reason to take the server out of service.",
            "security": [],
            "responses": {
              "200": {"description": "The check succeeded.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Readiness"}}}},
              "503": {"$ref": "#/components/responses/503"}
            }
          }
        }
        """#
}
