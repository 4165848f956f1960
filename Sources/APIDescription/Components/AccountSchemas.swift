extension OpenAPIDocument {
    static let accountSchemas = #"""
        "Credentials": {
          "type": "object",
          "required": ["email", "password"],
          "properties": {
            "email": {"type": "string", "maxLength": 254, "description": "In upper or lower case."},
            "password": {"type": "string", "maxLength": 1000},
            "code": {"type": "string", "description": "For an account with two-factor authentication: the six digits of its app, or a recovery code. Each is accepted once.", "examples": ["492039"]}
          }
        },
        "Identity": {
          "type": "object",
          "required": ["user", "organizations"],
          "properties": {
            "user": {"$ref": "#/components/schemas/User"},
            "organizations": {
              "type": "array",
              "items": {
                "allOf": [{"$ref": "#/components/schemas/Organization"}],
                "required": ["role"],
                "properties": {"role": {"$ref": "#/components/schemas/Role"}}
              }
            }
          }
        },
        "User": {
          "type": "object",
          "required": ["id", "name", "email"],
          "properties": {
            "id": {"type": "string", "examples": ["user_kpccn5j5mps3g72q"]},
            "name": {"type": "string"},
            "email": {"type": "string"},
            "imageUrl": {"type": "string"}
          }
        },
        "Organization": {
          "type": "object",
          "required": ["id", "name"],
          "properties": {"id": {"type": "string", "examples": ["org_yp8brj5qckr2k73h"]}, "name": {"type": "string"}}
        },
        "Role": {"enum": ["owner", "member"], "description": "An owner also manages members, keys and settings."},
        "NewAccount": {
          "type": "object",
          "required": ["name", "email", "password"],
          "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 100, "description": "One line."},
            "email": {"type": "string", "maxLength": 254, "description": "In upper or lower case."},
            "password": {"$ref": "#/components/schemas/NewPassword"}
          }
        },
        "NewPassword": {"type": "string", "minLength": 12, "maxLength": 1000, "description": "At least 12 characters, and not easy to guess."},
        "SetUp": {
          "allOf": [{"$ref": "#/components/schemas/NewAccount"}],
          "required": ["token", "organization"],
          "properties": {
            "token": {"type": "string"},
            "organization": {"type": "string", "minLength": 1, "maxLength": 100, "description": "Its name, one line."}
          }
        },
        "ProfileEdit": {
          "type": "object",
          "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 100, "description": "One line."},
            "imageUrl": {"type": "string", "maxLength": 2000, "description": "An https address, or empty for no picture."}
          }
        },
        "PasswordChange": {
          "type": "object",
          "required": ["current", "new"],
          "properties": {"current": {"type": "string", "maxLength": 1000}, "new": {"$ref": "#/components/schemas/NewPassword"}}
        },
        "BrowserSessionList": {"type": "object", "required": ["browserSessions"], "properties": {"browserSessions": {"type": "array", "items": {"$ref": "#/components/schemas/BrowserSession"}}}},
        "BrowserSession": {
          "type": "object",
          "required": ["id", "createdAt", "lastUsedAt", "expiresAt", "current"],
          "properties": {
            "id": {"type": "string", "examples": ["bs_3tq8w6zc1mxn5y7k"]},
            "device": {"type": "string", "description": "The browser and its operating system, if known.", "examples": ["Firefox on Linux"]},
            "createdAt": {"$ref": "#/components/schemas/Time"},
            "lastUsedAt": {"allOf": [{"$ref": "#/components/schemas/Time"}], "description": "Recorded every 5 minutes at most."},
            "lastAddress": {"type": "string", "description": "The client's IP address at `lastUsedAt`, if known.", "examples": ["192.0.2.1"]},
            "expiresAt": {"allOf": [{"$ref": "#/components/schemas/Time"}], "description": "When the sign-in ends if the browser is not used before."},
            "current": {"type": "boolean", "description": "Whether it is the browser that sent this request."}
          }
        }
        """#
}
