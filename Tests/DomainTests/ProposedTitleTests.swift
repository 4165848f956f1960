import Testing

@testable import Domain

struct ProposedTitleTests {
    @Test(arguments: [
        ("Fix the login page", "Fix the login page"), ("  Fix the login page\n", "Fix the login page"),
        ("\"Fix the login page\"", "Fix the login page"), ("“Fix the login page”", "Fix the login page"),
        ("# Fix the login page", "Fix the login page"), ("Fix the login page.", "Fix the login page"),
        ("`login` is broken", "`login` is broken"), ("Wait and see...", "Wait and see..."),
        (String(repeating: "a", count: 60), String(repeating: "a", count: 60)),
    ])
    func aLineIsTakenWithoutWhatIsAroundIt(printed: String, title: String) throws {
        #expect(try ProposedTitle.checked(printed, for: ["The login page is broken"]) == title)
    }

    @Test(arguments: [
        "", " \n ", "\"\"", "...", "42", "🎨", String(repeating: "a", count: 61), "Fix the login page\nand more",
        "Fix\u{1B}[31m it", "Исправить вход", "ログインを直す",
    ])
    func otherThingsAreRefused(printed: String) {
        #expect(throws: InvalidValue.self) {
            try ProposedTitle.checked(printed, for: ["The login page is broken", "Done."])
        }
    }

    @Test(arguments: [
        ("Исправить вход в Lodestone", "Почини вход"), ("ログインを直す", "ログインを直してください"), ("로그인 고치기", "로그인이 안 돼요"),
        ("تسجيل الدخول", "أصلح تسجيل الدخول"), ("Διόρθωση σύνδεσης", "Διόρθωσε τη σύνδεση"),
    ])
    func theConversationsLettersAreTaken(title: String, message: String) throws {
        #expect(try ProposedTitle.checked(title, for: [message]) == title)
    }

    @Test func anotherLanguageThanTheConversationsIsRefused() {
        #expect(throws: InvalidValue.self) { try ProposedTitle.checked("Fix the login", for: ["ログインを直してください"]) }
    }
}
