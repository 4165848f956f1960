import Domain
import HTTPTypes
import Hummingbird

extension Problem {
    /// The problem as a page for people.
    ///
    /// - Parameters:
    ///   - browser: the signed-in person; `nil` if nobody is signed in.
    ///   - path: the path of the request, which may be within one of the person's organizations.
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

    /// The explanation for people. A detail with field names in backticks is meant for programs and isn't shown.
    private var explanation: String {
        guard !detail.contains("`") else { return "Go back and try again." }
        return detail == Self.nothingHere ? "Check the address, or go back to your sessions." : detail
    }
}

/// The content of `problem.mustache`.
private struct ProblemContent {
    let heading: String
    let explanation: String
    let requestID: String?
    let isSignedOut: Bool
    let sessionsPath: String
}

extension BrowserSession {
    /// The person as a member of the organization in the path; `nil` if they don't belong to it.
    fileprivate func colleague(at path: String) -> Colleague? {
        let parts = path.split(separator: "/")
        guard parts.count > 1, parts[0] == "organizations" else { return nil }
        let organization = OrganizationID(rawValue: String(parts[1]))
        return role(in: organization).map { Colleague(browser: self, organization: organization, role: $0) }
    }
}

extension Request {
    /// Whether the request is for a page, not for data.
    var wantsPage: Bool {
        !uri.path.hasPrefix("/api/") && headers[.accept]?.contains("text/html") ?? false
    }

    /// Whether the browser will show the response as a page. A script that sends a form reads the response itself.
    var isNavigation: Bool {
        headers[.fetchMode].map { $0 == "navigate" } ?? true
    }
}
