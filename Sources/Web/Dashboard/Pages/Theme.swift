import HTTPTypes
import Hummingbird

/// The colors that a person chose in this browser. Without a choice, the operating system's setting applies.
enum Theme: String, CaseIterable {
    case light, dark

    /// The choice in the request's cookie.
    @TaskLocal static var current: Theme?

    static let cookieName = "theme"
    static let lifetime = Duration.seconds(365 * 86_400)

    var name: String { self == .light ? "Light" : "Dark" }

    init?(of request: Request) {
        guard let value = request.cookie(Self.cookieName), let theme = Theme(rawValue: value) else { return nil }
        self = theme
    }
}

/// Renders a request's pages in the colors that its cookie names, so that no script has to change them later.
struct ThemeMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let theme = Theme(of: request) else { return try await next(request, context) }
        return try await Theme.$current.withValue(theme) { try await next(request, context) }
    }
}

/// An option in the menu.
struct ThemeChoice {
    let value: String
    let name: String
    let isChosen: Bool

    static var all: [ThemeChoice] {
        let chosen = Theme.current
        return [ThemeChoice(value: "system", name: "System", isChosen: chosen == nil)]
            + Theme.allCases.map { ThemeChoice(value: $0.rawValue, name: $0.name, isChosen: $0 == chosen) }
    }
}
