extension OpenAPIDocument {
    static let serviceSchemas = #"""
        "Health": {"type": "object", "required": ["status"], "properties": {"status": {"const": "ok"}}},
        "Readiness": {
          "type": "object",
          "required": ["status"],
          "properties": {
            "status": {"enum": ["ok", "warning"]},
            "warning": {"type": "string", "description": "Why the status is `warning`: the last good backup is older than twice `backupHours`."},
            "lastBackupAt": {"$ref": "#/components/schemas/Time", "description": "Present once there is a backup, on servers that make backups by schedule."},
            "backupAgeSeconds": {"type": "integer", "minimum": 0}
          }
        }
        """#
}
