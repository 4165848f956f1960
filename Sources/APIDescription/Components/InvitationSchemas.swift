extension OpenAPIDocument {
    static let invitationSchemas = #"""
        "Invitation": {
          "type": "object",
          "required": ["id", "role", "state", "createdAt", "expiresAt"],
          "properties": {
            "id": {"type": "string", "examples": ["inv_9dk2m4x7qz5rwt3v"]},
            "role": {"$ref": "#/components/schemas/Role", "description": "The role of the new member."},
            "state": {"enum": ["pending", "used", "expired", "revoked"]},
            "createdBy": {"$ref": "#/components/schemas/Author", "description": "Absent when the server's operator made it."},
            "createdAt": {"$ref": "#/components/schemas/Time"},
            "expiresAt": {"$ref": "#/components/schemas/Time"},
            "acceptedBy": {"$ref": "#/components/schemas/Author", "description": "The person who joined with it."},
            "acceptedAt": {"$ref": "#/components/schemas/Time"},
            "revokedAt": {"$ref": "#/components/schemas/Time"}
          }
        },
        "InvitationList": {"type": "object", "required": ["invitations"], "properties": {"invitations": {"type": "array", "items": {"$ref": "#/components/schemas/Invitation"}}}},
        "NewInvitation": {
          "type": "object",
          "properties": {
            "role": {"$ref": "#/components/schemas/Role", "description": "The default is `member`."},
            "expiresAt": {"$ref": "#/components/schemas/Time", "description": "In the future, at most 30 days from now. The default is in 7 days."}
          }
        },
        "NewInvitationAnswer": {
          "type": "object",
          "required": ["invitation"],
          "properties": {
            "invitation": {
              "allOf": [{"$ref": "#/components/schemas/Invitation"}],
              "required": ["link"],
              "properties": {"link": {"type": "string", "description": "The link for the invited person. It is shown only in this response."}}
            }
          }
        },
        "InvitationToken": {"type": "object", "required": ["token"], "properties": {"token": {"type": "string"}}},
        "InvitationPreviewAnswer": {
          "type": "object",
          "required": ["invitation"],
          "properties": {
            "invitation": {
              "type": "object",
              "required": ["organization", "role", "expiresAt"],
              "properties": {
                "organization": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
                "role": {"$ref": "#/components/schemas/Role"},
                "expiresAt": {"$ref": "#/components/schemas/Time"}
              }
            }
          }
        },
        "SignUp": {
          "allOf": [{"$ref": "#/components/schemas/NewAccount"}],
          "required": ["token"],
          "properties": {"token": {"type": "string"}}
        }
        """#
}
