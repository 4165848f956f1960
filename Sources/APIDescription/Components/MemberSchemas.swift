extension OpenAPIDocument {
    static let memberSchemas = #"""
        "OrganizationEdit": {
          "type": "object",
          "required": ["name"],
          "properties": {"name": {"type": "string", "minLength": 1, "maxLength": 100, "description": "One line."}}
        },
        "OrganizationAnswer": {"type": "object", "required": ["organization"], "properties": {"organization": {"$ref": "#/components/schemas/Organization"}}},
        "Member": {
          "allOf": [{"$ref": "#/components/schemas/User"}],
          "required": ["role", "joinedAt"],
          "properties": {"role": {"$ref": "#/components/schemas/Role"}, "joinedAt": {"$ref": "#/components/schemas/Time"}}
        },
        "MemberAnswer": {"type": "object", "required": ["member"], "properties": {"member": {"$ref": "#/components/schemas/Member"}}},
        "MemberList": {"type": "object", "required": ["members"], "properties": {"members": {"type": "array", "items": {"$ref": "#/components/schemas/Member"}}}},
        "RoleAssignment": {"type": "object", "required": ["role"], "properties": {"role": {"$ref": "#/components/schemas/Role"}}}
        """#
}
