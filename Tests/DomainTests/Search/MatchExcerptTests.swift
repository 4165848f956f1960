import Domain
import Testing

struct MatchExcerptTests {
    private func excerpt(_ query: String, _ text: String) throws -> String {
        let term = try #require(try SearchQuery(query).terms.first)
        return MatchExcerpt.text(around: term, in: text)
    }

    private static func words(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { "word\($0)" }.joined(separator: " ")
    }

    private static let long = words(1...200)

    private static let places: [(String, String, String)] = [
        ("cache", "First the \n \"cache\",  then 登录页面", "First the \"cache\", then 登录页面"),
        ("word100", long, "…\(words(92...115))…"),
        ("WORD3", long, "\(words(1...24))…"),
        ("\"word150 word151\"", long, "…\(words(142...165))…"),
        ("word19*", long, "\(words(1...24))…"),
        ("word20*", long, "\(words(1...24))…"),
        ("word200", long, "…\(words(192...200))"),
        ("nothing", long, "\(words(1...24))…"),
        ("cafe", "Ein CAFÉ", "Ein CAFÉ"),
        ("登录", "\(String(repeating: "中", count: 100))登录", "…中中中中中中中中登录"),
        ("버그", "\(String(repeating: "페이지 ", count: 100))버그를", "…\(String(repeating: "페이지 ", count: 8))버그를"),
        ("by id", long, "\(words(1...24))…"), ("getIt", "x \(long) callGetIt y", "…\(words(193...200)) callGetIt y"),
        ("x", "", ""),
    ]

    @Test(arguments: places)
    func itShowsTheWordsAroundThePlace(query: String, text: String, expected: String) throws {
        #expect(try excerpt(query, text) == expected)
    }

    /// A word without case and accents, a phrase that begins with its own beginning, a word that goes on.
    @Test(arguments: [
        ("creme", "CRÈME"), ("été", "ete"), ("ЙОД", "йод"), ("\"a a b\"", "a a a b"), ("val*", "Validation"),
        ("σίσυφος", "ΣΊΣΥΦΟΣ"), ("strasse", "Straße"), ("UserAccount", "getUserAccountById"),
        ("form.tsx", "a/LoginForm.tsx"),
        ("login_form", "LoginForm"), ("버그는", "버그를"), ("カタカナ", "ｶﾀｶﾅ"), ("🚀", "🚀"), ("accoun*", "UserAccount"),
    ])
    func itFindsWhatTheIndexFinds(query: String, text: String) throws {
        let filler = String(repeating: "filler ", count: 100)
        #expect(try excerpt(query, filler + text).hasSuffix(text))
    }

    /// 2.5 million repetitions and other monsters; with work that grows faster than the text this would take hours.
    @Test(arguments: [
        ("error", "error "), ("\"a a a a a a a a b\"", "a "), ("b", "a "), ("x", "="), ("x", "\u{301}"), ("中", "中"),
        ("é", "é"), ("z", "z"),
    ])
    func longTextsTakeTimeInProportion(query: String, part: String) throws {
        let text = String(repeating: part, count: 2_500_000)
        let beginning = String(decoding: text.utf8.prefix(MatchExcerpt.maximumBytes), as: UTF8.self)
        #expect(try excerpt(query, beginning).count <= 500)
    }
}
