extension OpenAPIDocument {
    static let serviceSchemas = #"""
        "Health": {"type": "object", "required": ["status"], "properties": {"status": {"const": "ok"}}}
        """#
}
