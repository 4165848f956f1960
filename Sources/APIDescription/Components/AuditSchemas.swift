extension OpenAPIDocument {
    static let auditSchemas = #"""
        "AuditAction": {
          "type": "string",
          "enum": [
            "auth.signed_in", "auth.sign_in_failed", "auth.signed_out", "auth.browser_signed_out",
            "auth.access_refused", "user.added", "user.disabled", "user.profile_changed",
            "user.password_changed", "user.password_reset", "two_factor.turned_on", "two_factor.turned_off",
            "two_factor.code_failed", "two_factor.recovery_code_used", "two_factor.recovery_codes_renewed",
            "two_factor.reset", "organization.two_factor_changed", "organization.created", "organization.renamed",
            "organization.network_changed", "member.joined", "member.role_changed", "member.removed",
            "invitation.created", "invitation.revoked", "key.created", "key.revoked", "environment.created",
            "environment.changed", "environment.deleted", "secret.set", "secret.removed",
            "network.host_allowed", "session.deleted", "session.exported", "organization.exported",
            "organization.imported"
          ]
        },
        "AuditEvent": {
          "type": "object",
          "required": ["id", "action", "createdAt", "actor", "details"],
          "properties": {
            "id": {"type": "string", "examples": ["4711"]},
            "action": {"$ref": "#/components/schemas/AuditAction"},
            "createdAt": {"$ref": "#/components/schemas/Time"},
            "actor": {
              "type": "object",
              "required": ["type"],
              "properties": {
                "type": {"type": "string", "enum": ["server", "administrator", "visitor", "user", "api_key"]},
                "id": {"type": "string"},
                "name": {"type": "string", "description": "At the time of the entry."}
              }
            },
            "subject": {
              "type": "object",
              "description": "The thing or person that the action concerns.",
              "required": ["id"],
              "properties": {"id": {"type": "string"}, "name": {"type": "string"}}
            },
            "details": {"type": "object", "additionalProperties": {"type": "string"}},
            "address": {"type": "string", "description": "The client's IP address."},
            "browser": {"type": "string", "examples": ["Firefox on Linux"]}
          }
        },
        "AuditPage": {
          "type": "object",
          "required": ["events"],
          "properties": {
            "events": {"type": "array", "items": {"$ref": "#/components/schemas/AuditEvent"}},
            "nextCursor": {"type": "string", "description": "Absent on the last page."}
          }
        }
        """#
}
