import HTTPTypes
import Hummingbird
import NIOCore

/// A page of the dashboard: the template of its content, and the plain value that the template shows.
struct Page {
    let template: String
    let title: String
    let content: Any
    /// What stands around the content; nothing for somebody who isn't signed in.
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

    /// - Parameter isSecret: whether it shows a key or a link that opens something.
    func response(_ status: HTTPResponse.Status = .ok, isSecret: Bool = false) -> Response {
        let response = Response.html(html, status)
        return isSecret ? response.uncompressed : response
    }
}

/// What `layout.mustache` shows.
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
    /// A page, or a part of one, that may load and run nothing but the server's own files. People's pictures come from
    /// where they keep them.
    static func html(_ html: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .contentSecurityPolicy: """
                default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; connect-src 'self'; \
                worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
                """,
                // A form's origin is what proves it ours where browsers send no `Sec-Fetch-Site`.
                .referrerPolicy: "same-origin",
                .vary: "Cookie",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    /// Sends a browser on to an address of this server, which it gets.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
