extension OpenAPIDocument {
    static let eventPaths = #"""
        "/api/events": {
          "parameters": [
            {"$ref": "#/components/parameters/organizationId"},
            {"$ref": "#/components/parameters/after"}, {"$ref": "#/components/parameters/lastEventId"}
          ],
          "get": {
            "tags": ["Events"],
            "operationId": "followOrganization",
            "summary": "Follow what happens in the organization",
            "description": "`session.created` and `session.updated` carry the session, `session.deleted` its `id`, \#
        `message.appended` the message and `task.updated` the task, both with their `sessionId`, `task.removed` a task's `id` \#
        and `sessionId`, `message.withdrawn` the `sequence` of a message that was taken back and its `sessionId`, `request.created`, `request.answered` and `request.withdrawn` what \#
        an agent asks with its `sessionId`, `run.updated` how the sandbox's work on a session stands, and `stats.changed` the week's numbers: each as it is when the event is sent. What is gone by \#
        then is left out. An import tells of each session, not of its messages: `messageCount` says that there are more.",
            "responses": {
              "200": {"$ref": "#/components/responses/events"},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}
            }
          }
        },
        "/api/sessions/{id}/events": {
          "parameters": [
            {"$ref": "#/components/parameters/session"},
            {"$ref": "#/components/parameters/organizationId"},
            {"$ref": "#/components/parameters/after"}, {"$ref": "#/components/parameters/lastEventId"}
          ],
          "get": {
            "tags": ["Events"],
            "operationId": "followSession",
            "summary": "Follow one session",
            "description": "The organization's events that are about this session. The stream ends after \#
        `session.deleted`.",
            "responses": {
              "200": {"$ref": "#/components/responses/events"},
              "400": {"$ref": "#/components/responses/400"}, "401": {"$ref": "#/components/responses/401"},
              "403": {"$ref": "#/components/responses/403"}, "404": {"$ref": "#/components/responses/404"},
              "429": {"$ref": "#/components/responses/429"}, "500": {"$ref": "#/components/responses/500"},
              "503": {"$ref": "#/components/responses/503"}
            }
          }
        }
        """#
}
