import Domain
import TestSupport
import Testing

@testable import Storage

/// Searches in the database's own index.
struct FoldedSearchTests {
    /// Finds the texts, each a session's first message, that have a term, and the excerpts that show it.
    private struct Index {
        let test: TestStore
        private var sessions: [String: SessionID] = [:]

        init() async throws {
            test = try await TestStore()
        }

        mutating func add(_ text: String) async throws {
            if sessions[text] == nil { sessions[text] = try await test.createSession("Note:\n\n- \(text)").id }
        }

        func finds(_ text: String, by query: String) async throws -> Bool {
            let page = try await test.search(query)
            #expect(page.searchLimit == nil)
            return page.sessions.contains { $0.session.id == sessions[text] }
        }
    }

    @Test func eitherFormFindsTheOther() async throws {
        var index = try await Index()
        for form in SearchedForm.all {
            try await index.add(form.one)
            try await index.add(form.other)
        }
        for form in SearchedForm.all {
            for (text, query) in [
                (form.one, form.other), (form.other, form.one), (form.one, form.one), (form.other, form.other),
            ] {
                #expect(try await index.finds(text, by: query), "\(query) in \(text)")
                #expect(try await index.finds(text, by: "\"\(query)\""), "\"\(query)\" in \(text)")
            }
        }
    }

    @Test func wordsAreFoundWholeAndByTheirParts() async throws {
        var index = try await Index()
        for place in SearchedPosition.all { try await index.add(place.text) }
        for place in SearchedPosition.all {
            for query in place.finds {
                #expect(try await index.finds(place.text, by: query), "\(query) in \(place.text)")
            }
            for query in place.misses {
                #expect(try await !index.finds(place.text, by: query), "\(query) in \(place.text)")
            }
        }
    }

    /// The excerpt is of the text as it was written.
    @Test(arguments: [
        ("버그", "버그를 수정"), ("UserAccount", "getUserAccountById"), ("fullwidth", "Ｆｕｌｌｗｉｄｔｈ"), ("σφαλμα", "σφάλμα"),
        ("strasse", "Straße"), ("lodz", "Łódź"), ("aero", "Ærø"), ("カタカナ", "ｶﾀｶﾅ"), ("שלום", "שָׁלוֹם"), ("🚀", "👍🚀"),
        ("form.tsx", "src/LoginForm.tsx"), ("useracc*", "userAccounts"), ("useraccount", "getUserAccountById"),
    ])
    func excerptsShowTheOriginal(query: String, text: String) async throws {
        let test = try await TestStore()
        let filler = String(repeating: "filler words ", count: 60)
        _ = try await test.createSession("Note:\n\n- \(filler)\(text)")
        let match = try #require(try await test.search(query).sessions.first?.match)
        #expect(match.snippet.hasPrefix("…") && match.snippet.hasSuffix(text), "\(match.snippet)")
    }

    /// A line that is too long to be read for each excerpt.
    @Test func excerptsOfLongMessagesAreMadeOfTheirBeginning() async throws {
        let test = try await TestStore()
        let filler = String(repeating: "слово ", count: 10_000)
        _ = try await test.createSession("Note:\n\n- Łódź first \(filler) straße")
        #expect(try await test.search("lodz").sessions.first?.match?.snippet.contains("Łódź first") == true)
        #expect(try await test.search("strasse").sessions.first?.match?.snippet.contains("Łódź first") == true)
    }

    @Test(arguments: [
        "?!", "...", "\"\"", "*", "—", "()", "\u{200B}", "\u{FE0F}", "🛸", "🛸🛸", "\"", "→", "🛸*", "\u{301}",
    ])
    func whatIsNoWordFindsNothing(query: String) async throws {
        let test = try await TestStore()
        _ = try await test.createSession("Fix the login page")
        #expect(try await test.search(query).sessions.isEmpty)
    }

    /// A search on the page may end in the middle of a word.
    @Test(arguments: [
        ("logi", true), ("fix logi", true), ("log", true), ("lo", true), ("l", false), ("logi page", false),
        ("\"logi", false),
        ("getUserA", true), ("getUserAcc", true), ("UserAcc", true), ("accoun", true), ("components/Lo", true),
        ("ada@exam", true),
        ("로그", true), ("log*", true), ("ло", true), ("useracc", true), ("логи", true), ("a*", false), ("logi ?", true),
        ("xlogi", false),
    ])
    func theLastWordMayGoOn(query: String, isFound: Bool) async throws {
        let test = try await TestStore()
        _ = try await test.createSession(
            "Fix the login page\n\n- getUserAccountById components/LoginForm ada@example.com 로그인 Логин")
        guard let typed = try? SearchQuery(query, isBeingTyped: true) else {
            #expect(query == "a*")
            return
        }
        var filter = SessionFilter()
        filter.query = typed
        let page = try await test.store.sessions.page(of: test.organization.id, filter, after: .start, limit: 10)
        #expect(page.sessions.isEmpty != isFound)
    }

    /// Where very many words begin with what was typed, a bounded number of them is looked for, and the answer says so. The
    /// word itself is the first.
    @Test func onlySoManyWordsAreLookedForInThePlaceOfOne() async throws {
        let test = try await TestStore()
        let words = (0..<250).map { "prefix\($0 + 1000)" }.joined(separator: " ")
        _ = try await test.createSession(words)
        let exact = try await test.createSession("prefix")
        let page = try await test.search("prefix*")
        #expect(page.searchLimit == .tooMuchToSearch)
        #expect(page.sessions.contains { $0.session.id == exact.id })
        #expect(try await test.search("prefix10*").searchLimit == nil)
        #expect(try await test.search("prefix1249").searchLimit == nil)
    }
}

extension TestStore {
    func search(_ query: String) async throws -> SessionPage {
        var filter = SessionFilter()
        filter.query = try SearchQuery(query)
        return try await store.sessions.page(of: organization.id, filter, after: .start, limit: 500)
    }
}
