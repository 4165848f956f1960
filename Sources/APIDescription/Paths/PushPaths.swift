extension OpenAPIDocument {
    static let pushPaths = #"""
        "/api/push/key": {
          "get": {
            "tags": ["Notifications"],
            "operationId": "showPushKey",
            "summary": "Show the key that browsers subscribe with",
            "description": "The server's public key for Web Push (RFC 8292), as `PushManager.subscribe` takes it in `applicationServerKey`. It never changes.",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "The key.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PushKey"}}}},
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        },
        "/api/me/push-subscriptions": {
          "get": {
            "tags": ["Notifications"],
            "operationId": "listPushSubscriptions",
            "summary": "List the devices that are told what happens",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "Your devices, the latest first.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PushSubscriptionList"}}}},
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}
            }
          },
          "post": {
            "tags": ["Notifications"],
            "operationId": "subscribe",
            "summary": "Have a device told what happens",
            "description": "The body is what a browser's `PushSubscription` is as JSON. From then on the device is told of the sessions that you created or wrote in, as far as you want to know it. A device that has subscribed before keeps its id. The endpoint must be an https address with a host's name that doesn't lead to a private network. You may have 20 devices; the oldest goes when there are more. Signing out of the browser ends the subscription.",
            "security": [{"cookie": []}],
            "parameters": [{"$ref": "#/components/parameters/idempotencyKey"}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewPushSubscription"}, "example": {"endpoint": "https://push.example.com/send/f1LsxkKphfQ", "keys": {"p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", "auth": "BTBZMqHH6r4Tts7J_aSIgg"}}}}
            },
            "responses": {
              "201": {"description": "The device is told from now on.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PushSubscriptionAnswer"}}}},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "413": {"$ref": "#/components/responses/413"},
              "415": {"$ref": "#/components/responses/415"}, "422": {"$ref": "#/components/responses/422"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        },
        "/api/me/push-subscriptions/{subscription}": {
          "parameters": [{"$ref": "#/components/parameters/subscription"}],
          "delete": {
            "tags": ["Notifications"],
            "operationId": "unsubscribe",
            "summary": "Tell a device nothing more",
            "security": [{"cookie": []}],
            "responses": {
              "204": {"description": "It is told nothing more."},
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "404": {"$ref": "#/components/responses/404"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        },
        "/api/me/push-subscriptions/{subscription}/test": {
          "parameters": [{"$ref": "#/components/parameters/subscription"}],
          "post": {
            "tags": ["Notifications"],
            "operationId": "testPushSubscription",
            "summary": "Send a device a test message",
            "description": "It is sent within a second or so. Whether the push service took it is then in the list of devices, in `deliveredAt`, or `failedAt` and `failure`.",
            "security": [{"cookie": []}],
            "responses": {
              "202": {"description": "It is sent."},
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "404": {"$ref": "#/components/responses/404"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        },
        "/api/me/notifications": {
          "get": {
            "tags": ["Notifications"],
            "operationId": "showNotifications",
            "summary": "Show what your devices are told of",
            "security": [{"cookie": []}],
            "responses": {
              "200": {"description": "The choices.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Notifications"}}}},
              "401": {"$ref": "#/components/responses/401"}, "403": {"$ref": "#/components/responses/403"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}
            }
          },
          "patch": {
            "tags": ["Notifications"],
            "operationId": "chooseNotifications",
            "summary": "Choose what your devices are told of",
            "description": "What the body does not have stays as it is.",
            "security": [{"cookie": []}],
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NotificationsEdit"}, "example": {"finished": false}}}
            },
            "responses": {
              "200": {"description": "The choices.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Notifications"}}}},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "413": {"$ref": "#/components/responses/413"},
              "415": {"$ref": "#/components/responses/415"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}, "507": {"$ref": "#/components/responses/507"}
            }
          }
        }
        """#
}
