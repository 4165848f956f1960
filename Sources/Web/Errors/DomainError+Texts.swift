import Domain
import Hummingbird

/// The fixed errors of requests, by subject. Errors of a single field stand where the field is read.
extension DomainError {
    // Who is asking

    static let noCredentials = unauthenticated("Send an API key in `x-api-key`, or sign in.")
    static let unusableKey = unauthenticated("The API key is unknown, mistyped, expired or revoked.")
    static let noRunnerToken = unauthenticated("Send a runner token as `Authorization: Bearer`.")
    static let unusableRunnerToken = unauthenticated("The runner token is unknown, mistyped or revoked.")
    static let signedOut = unauthenticated("You are not signed in, or your sign-in has expired. Sign in again.")
    static let wrongCredentials = unauthenticated("Wrong email or password.")
    static let wrongCode = unauthenticated("The code is wrong or was already used. Enter a new one.")
    static let codeMissing = unauthenticated(
        "This account has two-factor authentication. Send the code of its app, or a recovery code, as `code`.")
    static let signInExpired = unauthenticated("The sign-in took too long, or had too many wrong codes. Sign in again.")
    static let secondFactorNeeded = forbidden(
        "Your organization requires two-factor authentication of its owners. Set it up on the page of your account.")
    static func unsignedWebhook(in field: String) -> Self {
        unauthenticated("The request isn't signed with the webhook's secret in `\(field)`.")
    }
    static let peopleOnly = forbidden("API keys can't do this. Sign in and send the cookie.")
    static let ownersOnly = forbidden("Only an owner of the organization may do this.")
    static let noAccess = forbidden("You don't have access to this organization.")
    static let otherSite = forbidden(
        "The request isn't from this server's own pages. Programs must send `Content-Type: application/json`.")
    static let ambiguousOrganization = invalid(
        "You belong to several organizations. Choose one with `organizationId`.")

    static let metricsForThisMachineOnly = forbidden(
        "The metrics are for programs on the server's machine. Set `metricsTokenFile` to read them from elsewhere.")
    static let noMetricsToken = forbidden("Send the token for the metrics as `Authorization: Bearer TOKEN`.")
    static let wrongMetricsToken = forbidden("This is not the token for the metrics.")

    // Accounts and set-up

    static let notSetUp = unavailable(
        "This server is not set up yet. Open the link that it printed when it started, or run `lodestone setup`.")
    static let unusableSetUpLink = notFound(
        "The set-up link is invalid or has expired. Restart the server to get a new one.")
    static func noSuchBrowser(_ id: BrowserSessionID) -> Self { notFound("You are not signed in as \(id).") }

    // Sessions

    static let keysCreateNoSessions = invalid(
        "API keys can't create sessions, because a session belongs to a person. Sign in and send the cookie.")
    static let peopleDeleteSessions = forbidden("Only people can delete sessions: the author or an owner, signed in.")
    static let programsReportPullRequests = forbidden("Only programs can report pull requests. Send an API key.")
    static let ownersAllowHosts = forbidden("Only signed-in owners of the organization may allow hosts.")
    static let patchTooLong = notFound("The patch was too long to store.")
    static let noWorkspaceArchive = notFound("There is no archive of the session's workspace.")

    // Messages, requests and comments

    static let oneDirectionOnly = invalid("Send either `after` or `before`, not both.")
    static let peopleWithdrawMessages = forbidden(
        "Only people can take back messages: the author or an owner, signed in.")
    static let peopleAnswerRequests = forbidden("Only people can answer requests. Sign in and send the cookie.")
    static let peopleComment = forbidden("Only people can write and send comments. Sign in and send the cookie.")
    static let noRepositoryNamed = invalid("The parameter `repoUrl` is required.")
    static let noLineNamed = invalid("No line is chosen. Choose one in the changes.")
    static let otherChanges = conflict(
        "The session's changes are different now. Check the lines again.")

    // Files

    static let keysAddNoFiles = invalid(
        "API keys can't add files, because a file belongs to a person. Sign in and send the cookie.")
    static let noSuchImage = notFound("The session has no such image.")
    static let noFilename = invalid("Send the file's name as the parameter `filename`.")

    // Events

    static let unreadableLastEventID = invalid("`Last-Event-ID` must be the `id` of an event, a whole number.")
    static func tooManyStreams(_ limit: Int) -> Self {
        tooOften("\(limit) event streams are already open, which is the limit. Close some first.", retryAfter: 30)
    }

    // What cannot be read

    static let unreadableQuery = invalid("The query can't be read. Send each parameter once, percent-encoded.")
    static let notText = invalid("The body is not UTF-8 text.")
    static let notAnObject = invalid("The body is not a JSON object.")
    static let requiredFieldMissing = invalid("A required field is missing.")
    static let repeatedField = invalid("The form cannot be read. Send each field once.")
    static let unreadableForm = invalid("The form cannot be read. Send it as a browser does.")

    // How the server is

    static let clientGone = unavailable("The client disconnected before its request was processed.")
    static let bodyMemoryUsedUp = unavailable(
        "The server is receiving too much data right now. Try again in a moment.", retryAfter: 5)
    static let databaseSilent = unavailable("The database does not respond. See the server's log.")
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
