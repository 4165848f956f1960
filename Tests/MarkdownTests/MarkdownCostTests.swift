import Foundation
import Markdown
import Testing

/// No text takes long, and none is lost for that.
struct MarkdownCostTests {
    enum Heavy: CaseIterable {
        case brackets, pictures, separatedPictures, quotes, quotedLines, lists, emphasis, underscores, parentheses
        case addresses, mailboxes, columns, lateTable, backticks, references, oneLine, manyLines

        var text: String {
            switch self {
            case .brackets: "[" * 10_000
            case .pictures: "![[]()" * 12_000
            case .separatedPictures: "![ []() " * 9_000
            case .quotes: ">" * 10_000
            case .quotedLines: (">" * 300 + "a\n") * 200
            case .lists: "- " * 10_000
            case .emphasis: "*" * 5_000 + "a" + "*" * 5_000
            case .underscores: "_a " * 20_000
            case .parentheses: "www.a.b" + ")" * 60_000
            case .addresses: "http://a.b<" * 6_000
            case .mailboxes: "a@" * 30_000
            case .columns: "|" + "x|" * 16_000 + "\n|" + "-|" * 16_000
            case .lateTable: "a\n" * 30_000 + "|a|\n|-|"
            case .backticks: (1...300).map { "e" + "`" * $0 }.joined()
            case .references: (1...5000).map { "[\($0)]: u\n" }.joined() + "[1]" * 5000
            case .oneLine: "a" * 1_000_000
            case .manyLines: "a\n" * 500_000
            }
        }
    }

    @Test(arguments: Heavy.allCases)
    func rendersInTime(_ heavy: Heavy) {
        let text = heavy.text
        let start = processorSeconds()
        _ = Markdown.html(text, headingsFrom: 4)
        // Many times what it takes in a release build; cmark alone takes longer for several of them.
        #expect(processorSeconds() - start < 1)
    }

    @Test(arguments: [Heavy.quotes, .lists, .emphasis, .pictures, .manyLines])
    func showsWhatItDoesNotRenderAsItWasWritten(_ heavy: Heavy) {
        let text = heavy.text + "<b>&"
        #expect(Markdown.html(text, headingsFrom: 4) == "<pre>\(HTMLText(text))</pre>")
    }

    @Test func rendersALongAnswer() {
        let section = "## Part\n\nSome `code` and a [link](https://example.com).\n\n```\nlet a = [1, 2]\n```\n\n"
        let html = Markdown.html(String(repeating: section, count: 800), headingsFrom: 4)
        #expect(html.matches(of: /<h4>Part<\/h4>/).count == 800)
    }
}

/// The CPU time of this thread, so that a busy machine doesn't matter.
private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
}

private func * (text: String, count: Int) -> String {
    String(repeating: text, count: count)
}
