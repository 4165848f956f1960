import Testing

@testable import Domain

struct SearchQueryTests {
    private func phrases(_ query: String, isBeingTyped: Bool = false) throws -> [String] {
        try SearchQuery(query, isBeingTyped: isBeingTyped).terms.map { term in
            term.phrases.map { $0.joined(separator: " ") + (term.isPrefix ? "*" : "") }.joined(separator: "|")
        }
    }

    @Test(arguments: [
        ("Fix \"The Login\" ti*", ["fix", "the login", "ti*"]), ("getUser", ["getuser|get user"]),
        ("getUs*", ["getus*|get us*"]),
        ("getA*", ["geta*"]), ("a/b", ["a b"]), ("버그를", ["버 그"]), ("\"버그를\"", ["버 그 를"]), ("폼을", ["폼"]),
        ("사이", ["사 이"]),
        ("회의", ["회 의"]), ("서버에서부터", ["서 버"]), ("API를", ["api"]), ("登录*", ["登 录"]), ("?!", []), ("", []), ("*", []),
        ("🚀", ["🚀"]),
    ])
    func whatIsTypedBecomesFoldedPhrases(query: String, expected: [String]) throws {
        #expect(try phrases(query) == expected)
    }

    @Test(arguments: [
        ("fix log", ["fix", "log*"]), ("fix l", ["fix", "l"]), ("\"fix log", ["fix log"]),
        ("fix \"log\"", ["fix", "log"]),
        ("登录", ["登 录"]), ("log*", ["log*"]), ("log ...", ["log*"]), ("🚀", ["🚀"]), ("getU", ["getu*"]),
    ])
    func theLastWordMayGoOnWhileItIsTyped(query: String, expected: [String]) throws {
        #expect(try phrases(query, isBeingTyped: true) == expected)
    }

    @Test(arguments: ["a*", "é*", "x_a*", String(repeating: "a ", count: 21), String(repeating: "a", count: 501)])
    func whatWouldBeTooMuchIsRefused(query: String) {
        #expect(throws: InvalidValue.self) { try SearchQuery(query) }
    }
}
