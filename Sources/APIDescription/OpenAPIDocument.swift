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
          "description": "Times are UTC with milliseconds. An absent value is an absent key, never `null`. Unknown \#
          fields of a body are ignored. Every response has an `x-request-id`, which is also in the server's log; a \#
          client can send its own, of up to 64 letters, digits, `_` and `-`. Until the server is set up, every \#
          address except `/api/setup`, `/livez` and `/readyz` returns 503.",
          "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"}
        },
        "servers": [{"url": "/", "description": "The server that this document comes from."}],
        "security": [{"apiKey": []}, {"bearer": []}, {"cookie": []}],
        "tags": [
          {"name": "Sessions", "description": "The tasks that a team gave its agents, and the week's numbers."},
          {"name": "Transcripts", "description": "The messages of people and agents, and pull requests."},
          {"name": "Events", "description": "Server-sent events from one numbered log, which is kept for a week. A stream without a position begins with the next event. With a position, it begins right after it: a client that opens a stream, reads sessions and reconnects with the last `id` misses no event and gets none twice. A position that isn't in the log gives an event `reset`: read the data again. A comment is sent at least every 15 s. The stream ends when its caller loses access, and when its client doesn't keep up."},
          {"name": "Sandbox", "description": "The changes of sessions that ran in this server's sandbox."},
          {"name": "Requests", "description": "Questions, plans and permissions that agents want people to decide before they continue."},
          {"name": "Attachments", "description": "The images and files that people add to messages, which name them in `attachments`. They are kept as long as their session."},
          {"name": "Comments", "description": "People's comments on lines of a session's changes, which they then send to the agent."},
          {"name": "Lifecycle", "description": "Stopping, archiving, exporting and deleting sessions."},
          {"name": "Account", "description": "Signing in and out, and your own account."},
          {"name": "Notifications", "description": "Notifications on your devices (Web Push): a session that you created or wrote in waits for an answer, is completed, has failed, or has a pull request."},
          {"name": "Joining", "description": "Joining with a link: the first owner with the server's set-up link, everybody after that with an invitation. The token is the part of the link after `#`."},
          {"name": "Organizations", "description": "An organization's name, its members and the invitations to it."},
          {"name": "Environments", "description": "How the sandbox of a session's agent is set up. A session gets the environment chosen when it is created, or else that of its repository, or else the default one."},
          {"name": "API keys", "description": "Keys for programs that use an organization's data. Its owners manage them."},
          {"name": "Webhooks", "description": "Requests that external services send when something happens there."},
          {"name": "Service", "description": "The server itself: its description, its health and its metrics."}
        ]
        """#
}
