import HTTPTypes
import Hummingbird
import NIOCore

/// A page of the dashboard: the template of its content, and the plain value that the template shows.
struct Page {
    let template: String
    let title: String
    let content: Any
    /// The navigation around the content; `nil` for people who aren't signed in.
    var frame: PageFrame?
    var script = PageScript.dashboard
    var icon = PageIcon.plain
    var notice: ActionNotice?

    var html: String {
        PageTemplates.render(
            template,
            Layout(
                title: title, page: content, frame: frame, script: PublicAssets.shared.address(of: script),
                icon: icon.address, notice: notice,
                theme: Theme.current?.rawValue))
    }

    /// - Parameter isSecret: whether it shows a key or an invitation link; such a page isn't compressed.
    func response(_ status: HTTPResponse.Status = .ok, isSecret: Bool = false) -> Response {
        let response = Response.html(html, status)
        return isSecret ? response.uncompressed : response
    }
}

/// The content of `layout.mustache`.
private struct Layout {
    let title: String
    let page: Any
    let frame: PageFrame?
    /// The address of its module.
    let script: String
    /// The address of the icon in the browser's tab.
    let icon: String
    let notice: ActionNotice?
    let theme: String?
}

extension Response {
    /// A response with a page or a part of one. Its content security policy allows only the server's own files, and
    /// pictures of people from any https address.
    static func html(_ html: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .contentSecurityPolicy: """
                default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; connect-src 'self'; \
                worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
                """,
                // Browsers without `Sec-Fetch-Site` send the origin, which proves that a form is from this server.
                .referrerPolicy: "same-origin",
                .vary: "Cookie",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    /// A redirect (303) to an address of this server.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
