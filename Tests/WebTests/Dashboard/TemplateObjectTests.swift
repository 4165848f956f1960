import Mustache
import Testing

@testable import Web

@Suite struct TemplateObjectTests {
    private struct Part {
        let text: String
        var parts: [Part] = []
        var some: Int?
    }

    private enum Kind {
        case large
    }

    private struct Described: CustomStringConvertible {
        let description: String
    }

    private struct Content {
        let text = "a text that is too long to be kept in place"
        let number = 7
        let isTrue = true
        let kind = Kind.large
        let described = Described(description: "as it says")
        let some: Int? = 3
        let none: Int? = nil
        let part = Part(text: "outer", parts: [Part(text: "inner", parts: [Part(text: "innermost")])])
        let somePart: Part? = Part(text: "some")
        let noPart: Part? = nil
        let any: Any = Part(text: "any")
        let list = ["a", "b"]
        let empty: [Part] = []
        let last: Substring = "the last"
    }

    private func rendered(_ template: String) throws -> String {
        try MustacheTemplate(string: template).render(PageTemplates.object(Content()) as Any)
    }

    @Test(arguments: [
        ("{{text}}", "a text that is too long to be kept in place"),
        ("{{number}} {{#isTrue}}yes{{/isTrue}} {{kind}} {{described}} {{last}}", "7 yes large as it says the last"),
        ("{{some}}{{none}}{{^none}}nothing{{/none}}{{#some}}{{.}}{{/some}}", "3nothing3"),
        (
            "{{part.text}} {{#part}}{{text}} {{#parts}}{{text}} {{#parts}}{{text}}{{/parts}}{{/parts}}{{/part}}",
            "outer outer inner innermost"
        ),
        (
            "{{#somePart}}{{text}} {{number}}{{/somePart}}{{#noPart}}there{{/noPart}}{{^noPart}} none{{/noPart}}",
            "some 7 none"
        ),
        ("{{#part}}{{some}}{{#some}}{{.}}{{/some}}{{^some}}no {{number}}{{/some}}{{some.text}}{{/part}}", "no 7"),
        ("{{any.text}}{{#any}} {{text}}{{/any}}", "any any"),
        ("{{#list}}{{.}}{{^last()}}, {{/last()}}{{/list}}", "a, b"),
        ("{{#empty}}x{{/empty}}{{^empty}}none{{/empty}}{{#empty(empty)}} empty{{/empty(empty)}}", "none empty"),
        ("{{unknown}}{{part.unknown}}{{^unknown}}none{{/unknown}}", "none"),
    ])
    func templatesSeeStoredProperties(template: String, expected: String) throws {
        #expect(try rendered(template) == expected)
    }
}
