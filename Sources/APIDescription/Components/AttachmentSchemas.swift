extension OpenAPIDocument {
    static let attachmentSchemas = #"""
        "Attachment": {
          "type": "object",
          "description": "An image or a file that a person adds to a message.",
          "required": ["id", "filename", "mediaType", "bytes"],
          "properties": {
            "id": {"type": "string", "examples": ["att_3tz5x8c1v6b9n2m4"]},
            "filename": {"type": "string"},
            "mediaType": {"type": "string", "examples": ["image/png"]},
            "bytes": {"type": "integer", "minimum": 1, "maximum": 20971520},
            "width": {"type": "integer", "minimum": 1, "description": "Only of an image, in pixels."},
            "height": {"type": "integer", "minimum": 1}
          }
        },
        "AttachmentIds": {
          "type": "array",
          "items": {"type": "string"},
          "maxItems": 16,
          "description": "IDs of files that you uploaded within the last day, to send with the message: up to 6 \#
          images and 10 files that aren't images."
        }
        """#
}
