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
            "description": "Requests by route, method and class of status, the duration of database reads, the \#
            database's size and more. No data of organizations.",
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
            "security": [],
            "responses": {
              "200": {"description": "The check succeeded.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Health"}}}},
              "503": {"$ref": "#/components/responses/503"}
            }
          }
        }
        """#
}
