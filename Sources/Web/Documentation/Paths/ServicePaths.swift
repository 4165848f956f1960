extension OpenAPIDocument {
    static let servicePaths = #"""
        "/openapi.json": {
          "get": {
            "tags": ["Service"],
            "operationId": "describeAPI",
            "summary": "This description, for programs",
            "security": [],
            "responses": {"200": {"description": "An OpenAPI 3.1 document.", "content": {"application/json": {"schema": {"type": "object"}}}}}
          }
        },
        "/docs": {
          "get": {
            "tags": ["Service"],
            "operationId": "readDocumentation",
            "summary": "This description, for people",
            "security": [],
            "responses": {"200": {"description": "A page.", "content": {"text/html": {"schema": {"type": "string"}}}}}
          }
        },
        "/docs/docs.css": {
          "get": {
            "tags": ["Service"],
            "operationId": "readDocumentationStyle",
            "summary": "The page's style sheet",
            "security": [],
            "responses": {"200": {"description": "A style sheet.", "content": {"text/css": {"schema": {"type": "string"}}}}}
          }
        }
        """#
}
