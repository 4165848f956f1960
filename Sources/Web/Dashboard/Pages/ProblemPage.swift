import HTTPTypes
import Hummingbird

extension Problem {
    /// The same for a person who came with a browser.
    func page(requestID: String) -> Page {
        Page(
            template: "problem", title: status.reasonPhrase,
            content: Shown(
                title: heading, detail: detail, requestID: status.kind == .serverError ? requestID : nil,
                isSignedOut: status == .unauthorized))
    }

    private struct Shown {
        let title: String
        let detail: String
        let requestID: String?
        let isSignedOut: Bool
    }

    private var heading: String {
        switch status {
        case .notFound: "There is nothing here"
        case .forbidden: "This is not open to you"
        case .unauthorized: "You are signed out"
        case .serviceUnavailable: "Not available yet"
        case .internalServerError: "Something went wrong"
        default: "That did not work"
        }
    }
}

extension Request {
    /// Whether a person asks for a page, rather than a program for data.
    var wantsPage: Bool {
        !uri.path.hasPrefix("/api/") && headers[.accept]?.contains("text/html") ?? false
    }
}
