extension OpenAPIDocument {
    static let apiKeySchemas = #"""
        "APIKey": {
          "type": "object",
          "required": ["id", "name", "createdAt"],
          "properties": {
            "id": {"type": "string", "examples": ["key_9dk2m4x7qz5rwt3v"]},
            "name": {"type": "string"},
            "createdAt": {"$ref": "#/components/schemas/Time"},
            "expiresAt": {"$ref": "#/components/schemas/Time"},
            "lastUsedAt": {"$ref": "#/components/schemas/Time", "description": "To the minute."},
            "revokedAt": {"$ref": "#/components/schemas/Time"}
          }
        },
        "APIKeyList": {"type": "object", "required": ["apiKeys"], "properties": {"apiKeys": {"type": "array", "items": {"$ref": "#/components/schemas/APIKey"}}}},
        "NewAPIKey": {
          "type": "object",
          "required": ["name"],
          "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 100},
            "expiresAt": {"$ref": "#/components/schemas/Time", "description": "In the future. A key without it doesn't expire."}
          }
        },
        "NewAPIKeyAnswer": {
          "type": "object",
          "required": ["apiKey"],
          "properties": {
            "apiKey": {
              "allOf": [{"$ref": "#/components/schemas/APIKey"}],
              "required": ["key"],
              "properties": {"key": {"type": "string", "description": "The key itself. It is shown only in this response."}}
            }
          }
        }
        """#
}
