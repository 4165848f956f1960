import Markdown
import Mustache

/// The templates of all pages, read once.
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

    /// Reads the templates now, rather than with the first page.
    static func load() {
        _ = library
    }

    static func render(_ name: String, _ model: Any) -> String {
        guard let html = library.render(model, withTemplate: name) else {
            preconditionFailure("there is no template \(name)")
        }
        return html
    }
}

/// How values are escaped. The library's own way goes by characters and misses a mark beside a combining one, such as the
/// `<` after U+0600.
private struct PageText: MustacheContentType {
    func escapeText(_ text: String) -> String { HTMLText(text).description }
}
