import Domain
import Hummingbird

/// The fixed errors of requests, by subject. Errors of a single field stand where the field is read.
extension DomainError {
    // Who is asking

    static let noCredentials = unauthenticated("Send an API key in `x-api-key`, or sign in.")
    static let unusableKey = unauthenticated("The API key is unknown, mistyped, expired or revoked.")
    static let signedOut = unauthenticated("You are not signed in, or no longer. Sign in again.")
    static let wrongCredentials = unauthenticated("Wrong email or password.")
    static let unsignedWebhook = unauthenticated(
        "The request isn't signed with the webhook's secret in `X-Hub-Signature-256`.")
    static let peopleOnly = forbidden("API keys may not do this; it takes a person who is signed in.")
    static let ownersOnly = forbidden("Only an owner of the organization may do this.")
    static let noAccess = forbidden("You have no access to this organization.")
    static let otherSite = forbidden(
        "The request doesn't come from this server's own pages. Programs send `Content-Type: application/json`.")
    static let ambiguousOrganization = invalid(
        "You belong to several organizations: say which with `organizationId`.")

    // Accounts and set-up

    static let notSetUp = unavailable(
        "This server is not set up yet. Open the link that it printed when it started, or run `lodestone setup`.")
    static let unusableSetUpLink = notFound(
        "The set-up link is mistyped or out of date. Restart the server to get a new one.")
    static func noSuchBrowser(_ id: BrowserSessionID) -> Self { notFound("You are not signed in as \(id).") }

    // Sessions

    static let keysCreateNoSessions = invalid(
        "API keys cannot create sessions, since a session belongs to a person. Sign in and send the cookie.")
    static let peopleDeleteSessions = forbidden("Sessions are deleted by people: the author or an owner, signed in.")
    static let programsReportPullRequests = forbidden("Pull requests are reported by programs, with an API key.")
    static let ownersAllowHosts = forbidden("Only owners of the organization, signed in, allow hosts.")
    static let patchTooLong = notFound("The patch was too long to be kept.")
    static let noWorkspaceArchive = notFound("No archive of the session's workspace is kept.")

    // Messages, requests and comments

    static let oneDirectionOnly = invalid("Send `after` to read onwards or `before` to read backwards, not both.")
    static let peopleTakeBackMessages = forbidden(
        "Messages are taken back by people: who wrote it or an owner, signed in.")
    static let peopleAnswerRequests = forbidden("Requests are answered by people. Sign in and send the cookie.")
    static let peopleComment = forbidden("Comments are made and sent by people. Sign in and send the cookie.")
    static let noRepositoryNamed = invalid("Name the repository: `repoUrl` is missing.")
    static let noLineNamed = invalid("The form names no line. Choose one in the changes.")
    static let otherChanges = conflict(
        "The session has other changes now than those that you looked at. Look at the lines again.")

    // Files

    static let keysAddNoFiles = invalid(
        "API keys cannot add files, since a file belongs to a person. Sign in and send the cookie.")
    static let noFilename = invalid("Send the file's name as the parameter `filename`.")

    // Events

    static let unreadableLastEventID = invalid("`Last-Event-ID` must be the `id` of an event, a whole number.")
    static func tooManyStreams(_ limit: Int) -> Self {
        tooOften("There are \(limit) event streams open already. Close some of them first.", retryAfter: 30)
    }

    // What cannot be read

    static let unreadableQuery = invalid("The query of the address cannot be read. Send each parameter once, encoded.")
    static let notText = invalid("The body is not UTF-8 text.")
    static let notAnObject = invalid("The body is not a JSON object.")
    static let requiredFieldMissing = invalid("A required field is missing.")
    static let repeatedField = invalid("The form cannot be read. Send each field once.")
    static let unreadableForm = invalid("The form cannot be read. Send it as a browser does.")
    static let unreadableDelivery = invalid("The body is not what GitHub sends of the event in `X-GitHub-Event`.")

    // How the server is

    static let clientGone = unavailable("The client went away before it was its turn.")
    static let bodyMemoryUsedUp = unavailable(
        "The server is taking in too much at once. Send it again.", retryAfter: 5)
    static let databaseSilent = unavailable("The database does not answer. The server's log tells more.")
}

/// The content types that requests don't have.
extension HTTPError {
    static let notJSON = HTTPError(
        .unsupportedMediaType, message: "Send a JSON object with `Content-Type: application/json`.")
    static let notJSONLines = HTTPError(
        .unsupportedMediaType, message: "Send stream-json lines with `Content-Type: application/x-ndjson`.")
    static let notAFile = HTTPError(
        .unsupportedMediaType,
        message: "Send the file itself as the body, with its own `Content-Type`, not in a form.")
    static let notAForm = HTTPError(.unsupportedMediaType, message: "Send the form as a browser does.")
    static let notAJSONWebhook = HTTPError(
        .unsupportedMediaType, message: "Choose the content type application/json for the webhook.")
}
