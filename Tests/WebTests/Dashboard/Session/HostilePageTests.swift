import HTTPTypes
import TestSupport
import Testing

/// Nothing that a message, a title or a name contains becomes a part of the page.
struct HostilePageTests {
    static let attacks = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
        "</textarea></li></ol></main><script>alert(1)</script>", "\" onfocus=alert(1) autofocus x=\"",
        "' onfocus=alert(1) autofocus x='", "\u{600}<script>alert(1)</script>", "\"\u{301} onfocus=alert(1) x=\"",
        "{{#page}}{{/page}}{{{html}}}", "<!--", "-->", "]]>", "&lt;script&gt;",
        "[x](javascript:alert(1)) ![x](data:text/html,<script>)", "\u{1B}]8;;javascript:alert(1)\u{1B}\\x",
    ]

    /// The page with harmless texts everywhere, whose structure hostile texts must not change.
    private func elements(_ page: TestAnswer) -> [String] {
        let ascii = String(String.UnicodeScalarView(page.body.unicodeScalars.map { $0.isASCII ? $0 : "?" }))
        return ascii.matches(of: /<(\/?[a-zA-Z!][a-zA-Z0-9]*)((?:\s+[^\s=>"']+(?:="[^"]*")?)*)\s*\/?>/).map { match in
            let names = match.2.matches(of: /\s+([^\s=>"']+)(?:="[^"]*")?/).map { String($0.1) }
            return ([String(match.1)] + names).joined(separator: " ")
        }
    }

    private func page(with text: String, of team: Team, in service: TestService) async throws -> TestAnswer {
        let session = try await service.createSession(in: team)
        let words = "w \(text) w"
        let quoted = Line.string(words)
        let (path, cookie) = (team.path(of: session), team.owner.cookie)
        _ = try await service.send(
            .patch, "/api/sessions/\(session)", as: team.key,
            body: "{\"title\":\(Line.string(words.filter { $0 != "\u{1B}" }))}")
        try await service.submit("\(path)/messages", as: cookie, ["content": words])
        try await service.report(
            [
                Line.agent(Line.text(words)),
                Line.agent(#"{"type":"thinking","thinking":\#(quoted)}"#, #"{"type":\#(quoted)}"#),
                Line.agent(
                    Line.call("Bash", #"{"command":\#(quoted),"description":\#(quoted)}"#, id: "toolu_1"),
                    Line.call(
                        "Edit", #"{"file_path":\#(quoted),"old_string":"","new_string":\#(quoted)}"#, id: "toolu_2"),
                    Line.call(words, #"{"a":\#(quoted),"b":2}"#, id: "toolu_3"),
                    Line.call(
                        "TodoWrite", #"{"todos":[{"content":\#(quoted),"status":\#(quoted)}]}"#, id: "toolu_4")),
                Line.user(
                    Line.result(words, id: "toolu_1", isError: true), Line.result(words, id: "toolu_2"),
                    Line.result(words, id: "toolu_9")),
            ].joined(separator: "\n"), to: session, of: team)
        return try await service.visit(path, as: cookie)
    }

    @Test func thePageIsTheSameButForItsTexts() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let harmless = elements(try await page(with: "harmless", of: team, in: service))
            #expect(harmless.count > 100)
            for attack in Self.attacks {
                let hostile = try await page(with: attack, of: team, in: service)
                #expect(elements(hostile) == harmless, "\(attack)")
                #expect(hostile.status == 200 && !hostile.body.unicodeScalars.contains("\u{1B}"))
            }
        }
    }
}
