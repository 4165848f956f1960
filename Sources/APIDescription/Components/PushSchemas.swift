extension OpenAPIDocument {
    static let pushSchemas = #"""
        "PushKey": {
          "type": "object",
          "required": ["publicKey"],
          "properties": {"publicKey": {"type": "string", "description": "A point of P-256, uncompressed, in base64url.", "examples": ["BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"]}}
        },
        "NewPushSubscription": {
          "type": "object",
          "required": ["endpoint", "keys"],
          "properties": {
            "endpoint": {"type": "string", "maxLength": 2048, "description": "The push service's address for messages to the device."},
            "keys": {
              "type": "object",
              "required": ["p256dh", "auth"],
              "properties": {
                "p256dh": {"type": "string", "description": "The device's public key, 65 bytes in base64url without padding."},
                "auth": {"type": "string", "description": "Its authentication secret, 16 bytes in base64url without padding."}
              }
            },
            "name": {"type": "string", "minLength": 1, "maxLength": 100, "description": "The device's name. The default comes from its `User-Agent`."}
          }
        },
        "PushSubscriptionAnswer": {"type": "object", "required": ["pushSubscription"], "properties": {"pushSubscription": {"$ref": "#/components/schemas/PushSubscription"}}},
        "PushSubscriptionList": {"type": "object", "required": ["pushSubscriptions"], "properties": {"pushSubscriptions": {"type": "array", "items": {"$ref": "#/components/schemas/PushSubscription"}}}},
        "PushSubscription": {
          "type": "object",
          "required": ["id", "endpoint", "name", "createdAt"],
          "properties": {
            "id": {"type": "string", "examples": ["push_3tq8w6zc1mxn5y7k"]},
            "endpoint": {"type": "string"},
            "name": {"type": "string", "examples": ["Firefox on Linux"]},
            "createdAt": {"$ref": "#/components/schemas/Time"},
            "deliveredAt": {"allOf": [{"$ref": "#/components/schemas/Time"}], "description": "When the push service last accepted a message for it."},
            "failedAt": {"allOf": [{"$ref": "#/components/schemas/Time"}], "description": "When the push service last refused a message for it."},
            "failure": {"type": "string", "description": "Why the push service refused it."}
          }
        },
        "Notifications": {
          "allOf": [{"$ref": "#/components/schemas/NotificationsEdit"}],
          "required": ["waits", "finished", "failed", "pullRequestOpened"]
        },
        "NotificationsEdit": {
          "type": "object",
          "properties": {
            "waits": {"type": "boolean", "description": "An agent has asked something and waits for an answer."},
            "finished": {"type": "boolean", "description": "A session is completed."},
            "failed": {"type": "boolean", "description": "A session has failed."},
            "pullRequestOpened": {"type": "boolean", "description": "A session's pull request was opened."}
          }
        }
        """#
}
