import Domain
import HTTPTypes
import Hummingbird

extension Problem {
    /// The same for a person who came with a browser.
    ///
    /// - Parameters:
    ///   - browser: whose it is; `nil` for somebody who isn't signed in.
    ///   - path: of the request, which may be within one of the person's organizations.
    func page(requestID: String, for browser: BrowserSession?, at path: String) -> Page {
        let colleague = browser?.colleague(at: path)
        return Page(
            template: "problem", title: heading,
            content: ProblemContent(
                heading: heading, explanation: explanation,
                requestID: status.kind == .serverError ? requestID : nil,
                isSignedOut: status == .unauthorized || browser == nil && status == .forbidden,
                sessionsPath: colleague?.organization.sessionsPath ?? "/"),
            frame: colleague.map { PageFrame($0, in: nil) } ?? browser.map { PageFrame($0) })
    }

    private var heading: String {
        switch status {
        case .notFound: "Page not found"
        case .forbidden: "You don't have access to this page"
        case .unauthorized: "You've been signed out"
        case .serviceUnavailable: "Not available right now"
        case .tooManyRequests: "Too many requests"
        case .internalServerError: "Something went wrong"
        default: "Something's wrong with that request"
        }
    }

    /// What was wrong. A detail with names of fields in back-ticks is for programs.
    private var explanation: String {
        guard !detail.contains("`") else { return "Go back and try again." }
        return detail == Self.nothingHere ? "Check the address, or go back to your sessions." : detail
    }
}

/// What `problem.mustache` shows.
private struct ProblemContent {
    let heading: String
    let explanation: String
    let requestID: String?
    let isSignedOut: Bool
    let sessionsPath: String
}

extension BrowserSession {
    /// The person in the organization that a path is within, if they belong to it.
    fileprivate func colleague(at path: String) -> Colleague? {
        let parts = path.split(separator: "/")
        guard parts.count > 1, parts[0] == "organizations" else { return nil }
        let organization = OrganizationID(rawValue: String(parts[1]))
        return role(in: organization).map { Colleague(browser: self, organization: organization, role: $0) }
    }
}

extension Request {
    /// Whether a person asks for a page, rather than a program for data.
    var wantsPage: Bool {
        !uri.path.hasPrefix("/api/") && headers[.accept]?.contains("text/html") ?? false
    }

    /// Whether the answer is going to be shown as a page. A script that sends a form reads the answer itself.
    var isNavigation: Bool {
        headers[.fetchMode].map { $0 == "navigate" } ?? true
    }
}
