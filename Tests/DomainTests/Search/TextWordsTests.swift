import Testing

@testable import Domain

struct TextWordsTests {
    private static func words(of text: String) -> [String] {
        var reader = TextWords(text)
        var words: [String] = []
        while reader.next() {
            words.append(reader.parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|"))
        }
        return words
    }

    @Test(arguments: [
        ("", []), ("  \n", []), ("?!", []), ("Fix it", ["fix", "it"]), ("a_b-c.d/e", ["a", "b", "c", "d", "e"]),
        ("getUserById", ["get|user|by|id"]), ("HTTPServer", ["http|server"]), ("userIDs", ["user|ids"]),
        ("URLs", ["urls"]),
        ("URLsById", ["urls|by|id"]), ("LOGIN", ["login"]), ("Login", ["login"]), ("TS2345", ["ts|2345"]),
        ("E0502", ["e|0502"]),
        ("utf8", ["utf8"]),
        ("v1", ["v|1"]), ("v1beta", ["v1beta"]), ("aB", ["a|b"]), ("caféAuLait", ["cafe|au|lait"]),
        ("éÀgauche", ["e|agauche"]), ("éAgauche", ["e|agauche"]), ("sha256sum", ["sha|256|sum"]),
        ("550e8400", ["550e8400"]), ("get2Users", ["get2|users"]),
        ("ABCDEFGH", ["abcdefgh"]), ("aBcDeFgHiJ", ["abcdefghij"]), ("A1B2C3D4", ["a1b2c3d4"]), ("2024", ["2024"]),
        ("ПолучитьДанные", ["получить|данные"]), ("ＧｅｔＵｓｅｒ", ["get|user"]), ("Straße", ["strasse"]), ("ǅ", ["dz"]),
        ("登录page", ["登", "录", "page"]), ("버그를", ["버", "그", "를"]), ("เข้า", ["เ", "ข้", "า"]), ("ｶﾞ", ["ガ"]),
        ("\u{1112}\u{1161}\u{11AB}", ["한"]), ("e\u{301}t\u{301}", ["et"]), ("\u{301}a", ["a"]), ("🚀!", ["🚀"]),
        ("👩🏽‍💻", ["👩", "💻"]), ("─│┌", []), ("20°C", ["20", "c"]), ("½", ["12"]), ("a\u{200B}b", ["a", "b"]),
        ("हिन्दी", ["हिन्दी"]),
    ])
    func theyAreFolded(text: String, expected: [String]) {
        #expect(Self.words(of: text) == expected)
    }

    /// Folding what is folded changes nothing: a word that somebody copies from anywhere finds itself.
    @Test func foldingIsStable() {
        let ranges: [ClosedRange<UInt32>] = [0x21...0x33FF, 0xA640...0xABFF, 0xF900...0xFFFF, 0x1F000...0x1FAFF]
        for value in ranges.joined() {
            guard let scalar = Unicode.Scalar(value), let word = Self.words(of: String(scalar)).first else { continue }
            let again = Self.words(of: word).joined()
            if again != word { Issue.record("\(String(value, radix: 16)): \(word), then \(again)") }
        }
    }

    /// Data in letters is no name, and no word is longer than a name could be.
    @Test func longWordsAreCutAndHaveNoParts() {
        for letters in ["a", "aB", "ß", "ﷺ", "a1"] {
            let words = Self.words(of: String(repeating: letters, count: 5000))
            #expect(words.count == 1 && words[0].utf8.count < 300 && !words[0].contains("|"))
        }
        #expect(Self.words(of: String(repeating: "ﷺ", count: 20) + "aB") != [])
    }

    @Test func theyStandWhereTheyWereWritten() {
        let text = "Ærø: getIt, 登ｶﾞ e\u{301}"
        var reader = TextWords(text)
        var found: [String] = []
        while reader.next() { found.append(String(decoding: Array(text.utf8)[reader.range], as: UTF8.self)) }
        #expect(found == ["Ærø", "getIt", "登", "ｶﾞ", "e\u{301}"])
    }

    @Test func aMarkStandsBeforeEveryWord() throws {
        let mark = try #require(SearchMark(organization: 1))
        func plain(_ text: String?) -> String? { text?.replacing("\u{F0001}", with: "'") }
        let indexed = mark.indexed("Fix it: 登录, naïve_x-1")
        #expect(plain(indexed.words) == "'fix 'it '登 '录 'naive 'x '1")
        #expect(indexed.parts == nil)
        let names = mark.indexed("call a.getUserId and fooBar/x now")
        #expect(plain(names.words) == "'call 'a 'getuserid 'and 'foobar 'x 'now")
        #expect(plain(names.parts) == "'a 'get 'user 'id 'getuser 'userid ' 'foo 'bar 'x")
        #expect(SearchMark(organization: 0) == nil && SearchMark(organization: 65_534) == nil)
    }

    /// Somebody writes another organization's mark: it comes after their own.
    @Test func nobodyWritesAnothersMark() throws {
        let mark = try #require(SearchMark(organization: 1))
        #expect(mark.indexed("\u{F0002}secret").words == "\u{F0001}\u{F0002}secret")
        let term = try #require(try SearchQuery("\u{F0002}secret").terms.first)
        #expect(term.phrases.map { $0.map(mark.marked) } == [["\u{F0001}\u{F0002}secret"]])
    }
}
