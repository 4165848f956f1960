import Domain

/// The OpenAPI 3.1 description of every route, assembled from the literals in this module. Tests compare it with the
/// route table and with the running service.
package enum OpenAPIDocument {
    /// The document as it is served: JSON in UTF-8, formatted for readers.
    package static let bytes = Array(text.utf8)

    private static let text = """
        {
        "openapi": "3.1.0",
        \(head),
        "paths": \(object(of: paths)),
        "components": \(object(of: components.map { "\"\($0.name)\": \(object(of: $0.members))" }))
        }

        """

    /// The members of the `paths` object, piece by piece.
    private static let paths = [
        sessionPaths, transcriptPaths, eventPaths, requestPaths, attachmentPaths, runPaths, commentPaths, keepingPaths,
        accountPaths, profilePaths, pushPaths, joiningPaths, memberPaths, invitationPaths, environmentPaths,
        apiKeyPaths, webhookPaths, servicePaths,
    ]

    /// The members of each object in `components`, likewise.
    private static let components = [
        (name: "securitySchemes", members: [securitySchemes]),
        (name: "parameters", members: [parameters]),
        (name: "responses", members: [responses]),
        (name: "schemas", members: schemas),
    ]

    private static let schemas = [
        sessionSchemas, transcriptSchemas, requestSchemas, attachmentSchemas, runSchemas, commentSchemas,
        accountSchemas, pushSchemas, memberSchemas, invitationSchemas, environmentSchemas, apiKeySchemas,
        serviceSchemas, problemSchemas,
    ]

    private static func object(of members: [String]) -> String {
        "{\n\(members.joined(separator: ",\n"))\n}"
    }

    private static let head = #"""
        "info": {
          "title": "Lodestone",
          "version": "\#(ServiceVersion.current)",
          "summary": "A self-hosted service for coding-agent sessions.",
          "description": "Times are UTC with milliseconds. A value that is absent is a key that is absent, never `null`; unknown fields of a body are ignored. Every answer has an `x-request-id`, which the server's log has too; a request's own is kept when it is up to 64 letters, digits, `_` and `-`. Until the server is set up, every address but `/api/setup`, `/livez` and `/readyz` answers 503.",
          "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"}
        },
        "servers": [{"url": "/", "description": "The server that this document comes from."}],
        "security": [{"apiKey": []}, {"bearer": []}, {"cookie": []}],
        "tags": [
          {"name": "Sessions", "description": "What a team asked its agents to do, and how the week went."},
          {"name": "Transcripts", "description": "What people and agents wrote, and what came of it."},
          {"name": "Events", "description": "Server-sent events: one numbered log, which is kept for a week. Without a position a stream begins with what happens next. With one it begins right after it, so that who opens a stream, reads sessions and comes back with the last `id` misses nothing and gets nothing twice. A position that isn't in the log gives an event `reset`: what was read before is out of date. A comment comes at least every 15 s. The stream ends when its caller may not read any more, and when its client doesn't keep up."},
          {"name": "Sandbox", "description": "What sessions changed that this server's own agent worked on."},
          {"name": "Requests", "description": "What agents want people to decide before they go on: questions, plans and permissions."},
          {"name": "Attachments", "description": "The images and files that people add to messages. They are kept as long as their session; messages name them in `attachments`."},
          {"name": "Comments", "description": "What people say about lines of what a session changed, until they send it to the agent."},
          {"name": "Keeping", "description": "Stopping, putting away, exporting and deleting sessions."},
          {"name": "People", "description": "Signing in and out, and your own account."},
          {"name": "Notifications", "description": "What your devices are told of (Web Push): a session that you created or wrote in waits for an answer, is completed, has failed, or has a pull request."},
          {"name": "Joining", "description": "Coming in by a link: the first owner by the server's own, others by an invitation's. The token is what stands after the link's `#`."},
          {"name": "Organizations", "description": "An organization's name, its members and the invitations to it."},
          {"name": "Environments", "description": "How the sandbox of a session's agent is set up. A session gets the environment that its creation names, or else that of its repository, or else the default one."},
          {"name": "API keys", "description": "Programs' access to an organization, which its owners manage."},
          {"name": "Webhooks", "description": "What other services send by themselves."},
          {"name": "Service", "description": "The server itself: its description, its health and its measurements."}
        ]
        """#
}
