import Mustache

/// The templates of all pages, read once. A server with a broken one doesn't start.
enum PageTemplates {
    static let library: MustacheLibrary = {
        var library = MustacheLibrary()
        for asset in EmbeddedAsset.all where asset.folder == .templates {
            do {
                try library.register(asset.text, named: String(asset.name.prefix { $0 != "." }))
            } catch {
                preconditionFailure("the template \(asset.name) is broken: \(error)")
            }
        }
        return library
    }()

    static func render(_ name: String, _ model: Any) -> String {
        guard let html = library.render(model, withTemplate: name) else {
            preconditionFailure("there is no template \(name)")
        }
        return html
    }
}
