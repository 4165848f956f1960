import Domain
import HTTPTypes
import Markdown
import TestSupport
import Testing

@testable import Web

struct APIReferencePageTests {
    private func page(_ document: String) throws -> String {
        APIReferencePage(reference: APIReference(try OrderedJSON(parsing: document))).html
    }

    @Test func itShowsEveryOperationInTheFrameOfWhoeverIsSignedIn() async throws {
        try await TestService.run { service in
            let answer = try await service.send(.get, "/docs")
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
            let policy = try #require(answer.headers[.contentSecurityPolicy])
            #expect(policy.hasPrefix("default-src 'none'; script-src 'self';") && !policy.contains("unsafe"))
            #expect(!answer.body.contains("style=") && !answer.body.contains("<nav aria-label=\"Main\">"))
            let team = try await service.makeTeam()
            let framed = try await service.visit("/docs", as: team.owner.cookie)
            #expect(framed.body.contains("href=\"/organizations/\(team.id)/sessions\""))
            #expect(framed.headers[.cacheControl] == "no-store")
            for route in RouteTable(service.services).routes where !route.isPage && route.access != .runner {
                #expect(answer.body.contains("<code><b>\(route.method.rawValue)</b> \(route.path)</code>"))
            }
        }
    }

    @Test func everyLinkWithinThePageLeadsSomewhere() async throws {
        try await TestService.run { service in
            let html = try await service.send(.get, "/docs").body
            let anchors = Set(html.matches(of: /id="([^"]*)"/).map(\.1))
            let links = Set(html.matches(of: /href="#([^"]*)"/).map(\.1))
            #expect(!links.isEmpty && links.subtracting(anchors) == [])
        }
    }

    @Test func whatTheDocumentSaysIsEscaped() throws {
        let html = try page(
            #"""
            {
              "info": {"title": "<A>", "version": "'1'", "description": "`<b>` & \"c\""},
              "tags": [{"name": "T\"", "description": "<t>"}],
              "paths": {"/<p>": {"get": {"tags": ["T\""], "operationId": "o\"", "summary": "<s>"}}}
            }
            """#)
        #expect(html.contains("<h1>&lt;A&gt; API <small>&#39;1&#39;</small></h1>"))
        #expect(html.contains("<p><code>&lt;b&gt;</code> &amp; &quot;c&quot;</p>"))
        #expect(html.contains("<article id=\"o&quot;\">"))
        for raw in ["<A>", "<t>", "<p>\"", "<s>", "id=\"o\"\""] { #expect(!html.contains(raw), "\(raw)") }
    }

    @Test func examplesAreQuotedForTheShell() throws {
        let html = try page(
            #"""
            {
              "info": {}, "tags": [{"name": "T"}],
              "security": [{"apiKey": []}],
              "paths": {"/a/{b}": {
                "parameters": [{"name": "b", "in": "path", "example": "1"}],
                "put": {"tags": ["T"], "requestBody": {"content": {"application/json": {"example": {"it": "is ' $x"}}}}}
              }}
            }
            """#)
        let example = #"""
            curl -X PUT -H "x-api-key: $LODESTONE_KEY" -H 'Content-Type: application/json' \#
            --data-binary '{"it": "is '\'' $x"}' "$LODESTONE/a/1"
            """#
        #expect(html.contains("<pre><code>\(HTMLText(example))</code></pre>"))
    }

    @Test(arguments: [
        "", "{", "[1,", #"{"a" 1}"#, #"{"a": }"#, #""a"#, "1 2", #""\x""#, "[1 2]", "[1,]", "[:1]", "[,1]", "]",
    ])
    func whatIsNoJSONIsRefused(text: String) {
        #expect(throws: (any Error).self) { try OrderedJSON(parsing: text) }
    }

    @Test func membersKeepTheirOrder() throws {
        let json = #"{"b": [1, "two \"\u0032\"", {}], "a": {"z": true, "y": null}, "c": []}"#
        #expect(
            try OrderedJSON(parsing: json).json == #"{"b": [1, "two \"2\"", {}], "a": {"z": true, "y": null}, "c": []}"#
        )
    }
}
