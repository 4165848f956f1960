extension OpenAPIDocument {
    static let pushPaths = #"""
        "/api/push/key": {
          "get": {
            "tags": ["Notifications"],
            "operationId": "showPushKey",
            "summary": "Show the key that browsers subscribe with",
            "description": "The server's public key for Web Push (RFC 8292), in the format of `applicationServerKey` \#
            in `PushManager.subscribe`. It never changes.",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "The key.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PushKey"}}}},
              \#(errors(401, 403, 429, 500, 503, 507))
            }
          }
        },
        "/api/me/push-subscriptions": {
          "get": {
            "tags": ["Notifications"],
            "operationId": "listPushSubscriptions",
            "summary": "List the devices that get notifications",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "Your devices, the latest first.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PushSubscriptionList"}}}},
              \#(errors(401, 403, 429, 500, 503))
            }
          },
          "post": {
            "tags": ["Notifications"],
            "operationId": "subscribe",
            "summary": "Subscribe a device to notifications",
            "description": "The body is a browser's `PushSubscription` as JSON. The device then gets notifications of \#
            sessions that you created or wrote in, for the events that you chose. A device that has subscribed before \#
            keeps its ID. The endpoint must be an https address with a host name, outside private networks. You may \#
            have 20 devices; a new one then replaces the oldest. Signing out of the browser ends the subscription.",
            "security": [{"cookie": []}],
            "parameters": [{"$ref": "#/components/parameters/idempotencyKey"}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewPushSubscription"}, "example": {"endpoint": "https://push.example.com/send/f1LsxkKphfQ", "keys": {"p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", "auth": "BTBZMqHH6r4Tts7J_aSIgg"}}}}
            },
            "responses": {
              "201": {"description": "The device gets notifications.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PushSubscriptionAnswer"}}}},
              \#(errors(400, 401, 403, 413, 415, 422, 429, 500, 503, 507))
            }
          }
        },
        "/api/me/push-subscriptions/{subscription}": {
          "parameters": [{"$ref": "#/components/parameters/subscription"}],
          "delete": {
            "tags": ["Notifications"],
            "operationId": "unsubscribe",
            "summary": "Remove a device",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "The device gets no more notifications."},
              \#(errors(401, 403, 404, 429, 500, 503, 507))
            }
          }
        },
        "/api/me/push-subscriptions/{subscription}/test": {
          "parameters": [{"$ref": "#/components/parameters/subscription"}],
          "post": {
            "tags": ["Notifications"],
            "operationId": "testPushSubscription",
            "summary": "Send a device a test message",
            "description": "The message is sent within about a second. The list of devices then shows whether the \#
            push service accepted it: in `deliveredAt`, or in `failedAt` and `failure`.",
            "security": [{"cookie": []}],
            "responses": {
              "202": {"description": "The message will be sent."},
              \#(errors(401, 403, 404, 429, 500, 503, 507))
            }
          }
        },
        "/api/me/notifications": {
          "get": {
            "tags": ["Notifications"],
            "operationId": "showNotifications",
            "summary": "Show your notifications",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "The choices.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Notifications"}}}},
              \#(errors(401, 403, 429, 500, 503))
            }
          },
          "patch": {
            "tags": ["Notifications"],
            "operationId": "chooseNotifications",
            "summary": "Choose your notifications",
            "description": "Absent fields stay unchanged.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NotificationsEdit"}, "example": {"finished": false}}}
            },
            "responses": {
              "200": {"description": "The choices.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Notifications"}}}},
              \#(errors(400, 401, 403, 413, 415, 429, 500, 503, 507))
            }
          }
        }
        """#
}
