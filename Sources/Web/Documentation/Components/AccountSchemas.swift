extension OpenAPIDocument {
    static let accountSchemas = #"""
        "Credentials": {
          "type": "object",
          "required": ["email", "password"],
          "properties": {
            "email": {"type": "string", "maxLength": 254, "description": "In upper or lower case."},
            "password": {"type": "string", "maxLength": 1000}
          }
        },
        "Identity": {
          "type": "object",
          "required": ["user", "organizations"],
          "properties": {
            "user": {
              "type": "object",
              "required": ["id", "name", "email"],
              "properties": {
                "id": {"type": "string"},
                "name": {"type": "string"},
                "email": {"type": "string"},
                "imageUrl": {"type": "string"}
              }
            },
            "organizations": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["id", "name", "role"],
                "properties": {
                  "id": {"type": "string"},
                  "name": {"type": "string"},
                  "role": {"$ref": "#/components/schemas/Role"}
                }
              }
            }
          }
        },
        "Role": {"enum": ["owner", "member"], "description": "An owner manages members, keys and settings too."},
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
        "APIKeyList": {
          "type": "object",
          "required": ["apiKeys"],
          "properties": {"apiKeys": {"type": "array", "items": {"$ref": "#/components/schemas/APIKey"}}}
        },
        "NewAPIKey": {
          "type": "object",
          "required": ["name"],
          "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 100},
            "expiresAt": {
              "$ref": "#/components/schemas/Time",
              "description": "In the future. Without it the key does not expire."
            }
          }
        },
        "NewAPIKeyAnswer": {
          "type": "object",
          "required": ["apiKey"],
          "properties": {
            "apiKey": {
              "allOf": [{"$ref": "#/components/schemas/APIKey"}],
              "required": ["key"],
              "properties": {"key": {"type": "string", "description": "The key itself, shown this once."}}
            }
          }
        }
        """#
}
