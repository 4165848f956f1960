import Markdown

/// The documentation page. Its script adds a search and buttons that copy the examples.
struct APIReferencePage {
    let reference: APIReference

    var title: String { "\(reference.title) API" }

    /// The page's content, for the frame of all pages.
    var html: String {
        """
        <nav class="docs-nav" aria-label="Contents">
        <p class="docs-find" hidden><input type="search" aria-label="Find in this page" placeholder="Find…" \
        autocomplete="off"></p>
        \(lines(reference.topics, contents))
        <p><a href="#errors">Errors</a></p>
        <p><a href="#objects">Objects</a></p>
        </nav>
        <div class="docs-text">
        <h1>\(HTMLText(title)) <small>\(HTMLText(reference.version))</small></h1>
        <p>\(HTMLText(prose: reference.description))</p>
        <p>To try the examples in a shell, set <code>LODESTONE</code> to this server's address and
        <code>LODESTONE_KEY</code> to an API key. Signing in writes the file <code>cookies</code>, which the requests
        of signed-in people send. The same description for programs: <a href="/openapi.json">OpenAPI 3.1</a>.</p>
        \(lines(reference.topics, topic))
        <section id="errors">
        <h2>Errors</h2>
        \(list(nil, reference.errors, answer))
        </section>
        <section id="objects">
        <h2>Objects</h2>
        \(lines(reference.schemas, schema))
        </section>
        </div>
        """
    }

    private func contents(of topic: APIReference.Topic) -> String {
        """
        <p><a href="#\(HTMLText(topic.anchor))">\(HTMLText(topic.name))</a></p>
        <ul>
        \(lines(topic.operations) { "<li><a href=\"#\(HTMLText($0.id))\">\(HTMLText($0.summary))</a></li>" })
        </ul>
        """
    }

    private func topic(_ topic: APIReference.Topic) -> String {
        """
        <section id="\(HTMLText(topic.anchor))">
        <h2>\(HTMLText(topic.name))</h2>
        <p>\(HTMLText(prose: topic.description))</p>
        \(lines(topic.operations, operation))
        </section>
        """
    }

    private func operation(_ operation: APIReference.Operation) -> String {
        """
        <article id="\(HTMLText(operation.id))">
        <h3>\(HTMLText(operation.summary))</h3>
        <p class="address"><code><b>\(HTMLText(operation.method))</b> \(HTMLText(operation.path))</code> \
        <span>\(operation.callers.words)</span></p>
        \(paragraph(operation.description))
        \(list("Parameters", operation.parameters, parameter))
        \(list("Body", operation.bodies) { ("<code>\(HTMLText($0.mediaType))</code>", words($0.type)) })
        \(list("Answers", operation.answers, answer))
        \(errors(operation.errors))
        <pre><code>\(HTMLText(operation.example))</code></pre>
        </article>
        """
    }

    private func parameter(_ parameter: APIReference.Parameter) -> (term: String, detail: String) {
        let place = "<small>\(HTMLText(parameter.place))</small>"
        return ("<code>\(HTMLText(parameter.name))</code> \(place)", described(parameter.type, parameter.description))
    }

    private func answer(_ answer: APIReference.Answer) -> (term: String, detail: String) {
        (HTMLText(answer.status).description, described(answer.type, answer.description))
    }

    private func errors(_ statuses: [String]) -> String {
        guard !statuses.isEmpty else { return "" }
        return "<p><a href=\"#errors\">Errors</a>: \(HTMLText(statuses.joined(separator: ", ")))</p>"
    }

    private func schema(_ schema: APIReference.Schema) -> String {
        """
        <article id="\(anchor(of: schema.name))">
        <h3>\(HTMLText(schema.name))</h3>
        \(paragraph(schema.description))
        \(schema.type.isEmpty ? "" : "<p>\(words(schema.type))\(schema.fields.isEmpty ? "" : " and:")</p>")
        \(list(nil, schema.fields, field))
        </article>
        """
    }

    private func field(_ field: APIReference.Field) -> (term: String, detail: String) {
        let term = "<code>\(HTMLText(field.name))</code>\(field.isRequired ? "" : " <small>optional</small>")"
        return (term, described(field.type, field.description))
    }

    private func described(_ type: [APIReference.TypePart], _ description: String?) -> String {
        let text = description.map { HTMLText(prose: $0).description }
        return [text, type.isEmpty ? nil : "<small>\(words(type))</small>"].compactMap { $0 }.joined(separator: " ")
    }

    private func words(_ type: [APIReference.TypePart]) -> String {
        type.map { part in
            switch part {
            case .words(let words): HTMLText(prose: words).description
            case .schema(let name): "<a href=\"#\(anchor(of: name))\">\(HTMLText(name))</a>"
            }
        }.joined()
    }

    private func anchor(of schema: String) -> HTMLText {
        HTMLText("object-\(schema)")
    }

    private func paragraph(_ text: String?) -> String {
        text.map { "<p>\(HTMLText(prose: $0))</p>" } ?? ""
    }

    private func list<Item>(
        _ heading: String?, _ items: [Item], _ entry: (Item) -> (term: String, detail: String)
    ) -> String {
        guard !items.isEmpty else { return "" }
        let entries = lines(items) { item in
            let (term, detail) = entry(item)
            return "<div><dt>\(term)</dt><dd>\(detail)</dd></div>"
        }
        return "\(heading.map { "<h4>\($0)</h4>\n" } ?? "")<dl>\n\(entries)\n</dl>"
    }

    private func lines<Item>(_ items: [Item], _ line: (Item) -> String) -> String {
        items.map(line).joined(separator: "\n")
    }
}

extension APIReference.Callers {
    fileprivate var words: String {
        switch self {
        case .anybody: "anybody"
        case .person: "a signed-in person"
        case .program: "an API key"
        case .both: "an API key or a signed-in person"
        }
    }
}
