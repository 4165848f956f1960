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
            `message.appended` the message and `task.updated` the task, both with their `sessionId`, `task.removed` a \#
            task's `id` and `sessionId`, `message.withdrawn` the `sequence` of a message that was taken back and its \#
            `sessionId`, `request.created`, `request.answered` and `request.withdrawn` the agent's request with its \#
            `sessionId`, `run.updated` the state of the sandbox's work on a session, and `stats.changed` the week's \#
            numbers. The data is the state when the event is sent; an event about something deleted by then is left \#
            out. An import sends an event for each session, but not for its messages: `messageCount` shows that there \#
            are more.",
            "responses": {
              "200": {"$ref": "#/components/responses/events"},
              \#(errors(400, 401, 403, 429, 500, 503))
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
            "description": "The events of this session. The stream ends after `session.deleted`.",
            "responses": {
              "200": {"$ref": "#/components/responses/events"},
              \#(errors(400, 401, 403, 404, 429, 500, 503))
            }
          }
        }
        """#
}
