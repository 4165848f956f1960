import Markdown
import Mustache

/// The templates of all pages, parsed once.
enum PageTemplates {
    static let library: MustacheLibrary = {
        MustacheContentTypes.register(PageText(), named: "PAGE")
        var library = MustacheLibrary()
        for asset in EmbeddedAsset.all where asset.folder == .templates {
            do {
                let name = String(asset.name.prefix { $0 != "." })
                try library.register("{{% CONTENT_TYPE: PAGE}}\n" + PublicAssets.shared.linked(asset.text), named: name)
            } catch {
                preconditionFailure("the template \(asset.name) is broken: \(error)")
            }
        }
        return library
    }()

    /// Parses the templates now rather than for the first page.
    static func load() {
        _ = library
    }

    static func render(_ name: String, _ model: Any) -> String {
        guard let html = library.render(object(model) as Any, withTemplate: name) else {
            preconditionFailure("there is no template \(name)")
        }
        return html
    }
}

/// Escapes values for HTML. The library's own escaping works on characters and misses a special character next to a
/// combining one, such as `<` after U+0600.
private struct PageText: MustacheContentType {
    func escapeText(_ text: String) -> String { HTMLText(text).description }
}
