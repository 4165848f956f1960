/// A text, and what finds it and what doesn't.
struct SearchedPlace: Sendable {
    let text: String
    let finds: [String]
    let misses: [String]

    init(_ text: String, by finds: String..., butNot misses: String...) {
        (self.text, self.finds, self.misses) = (text, finds, misses)
    }

    static let all = korean + names + paths + codes + addresses + emoji + withoutSpaces

    private static let korean = [
        SearchedPlace(
            "로그인페이지에서 버그를 수정", by: "버그", "로그인", "페이지", "버그를", "로그인페이지", "수정", "\"버그를 수정\"", butNot: "그버", "수버"),
        SearchedPlace("서버가 느립니다", by: "서버", "서버는", "서버에서", butNot: "버서"),
        SearchedPlace("테스트를 추가해 주세요", by: "테스트", "테스트가", "추가", "테스트 추가"),
        SearchedPlace("데이터베이스로 옮겨 주세요", by: "데이터베이스", "데이터", "베이스", "데이터베이스의"),
        SearchedPlace("사용자에게 알림을 보내기", by: "사용자", "알림", "사용자가", "알림은"),
        SearchedPlace("화면과 버튼", by: "화면", "화면을", "버튼이", butNot: "화면으로버튼"),
        SearchedPlace("폼을 검증", by: "폼", "폼을", "검증"),
        SearchedPlace("결제모듈까지 배포", by: "결제", "모듈", "결제모듈", "배포까지"),
        SearchedPlace("API를 호출", by: "api", "API를", "호출을"),
        SearchedPlace("오류코드는 503", by: "오류", "오류코드", "503"),
        SearchedPlace("인증토큰이 만료", by: "토큰", "인증", "토큰은", "만료"),
    ]

    private static let names = [
        SearchedPlace(
            "The getUserAccountById helper",
            by: "UserAccount", "account", "getUserAccountById", "getuseraccountbyid", "user_account", "ById", "getUser",
            "\"the getUserAccountById helper\"", "\"the getuseraccountbyid helper\"", "getUserAcc*", "useraccount",
            "useracc*", "USERACCOUNT", "getuseraccount", "accountby", "acc*",
            butNot: "acc", "AccountUser", "\"helper get\"", "getAccount", "useracc"),
        SearchedPlace("Rename parse_user_input_fast", by: "user_input", "input", "userInput", "parse_user_inp*"),
        SearchedPlace("class XMLHttpRequest", by: "xml", "HttpRequest", "XMLHttp", "request", "xmlhttprequest"),
        SearchedPlace("a list of URLs and userIDs", by: "URLs", "urls", "user", "ids", "userids"),
        SearchedPlace("std::unique_ptr<FooBar>", by: "unique_ptr", "foobar", "foo", "FooBar", "std::unique_ptr"),
        SearchedPlace(
            "LoginForm.validateEmail()", by: "validate", "email", "form.validate", "LoginForm", "validateEmail"),
        SearchedPlace("kebab-case-name", by: "kebab", "case-name", "kebab-case-name", "CaseName"),
        SearchedPlace("SCREAMING_SNAKE_CASE", by: "snake", "SnakeCase", "screaming_snake"),
        SearchedPlace("$scope.itemCount", by: "itemCount", "count", "scope.item"),
        SearchedPlace("useEffect and useState", by: "effect", "state", "useEffect", butNot: "\"effect use\""),
        SearchedPlace("iPhone with macOS", by: "iphone", "phone", "macos", "os"),
        SearchedPlace("sha256sum and utf8", by: "sha256", "256", "sum", "utf8", butNot: "utf"),
    ]

    private static let paths = [
        SearchedPlace(
            "Look at src/components/LoginForm.tsx:42", by: "src/components/LoginForm.tsx", "LoginForm.tsx",
            "components/LoginForm",
            "Form.tsx", "tsx", "LoginForm.tsx:42", "components/log*"),
        SearchedPlace(#"C:\Users\Ada\notes.txt"#, by: #"Users\Ada"#, "notes.txt", "ada", #"C:\Users\Ada\notes.txt"#),
        SearchedPlace("/etc/nginx/nginx.conf", by: "/etc/nginx", "nginx.conf", "etc"),
        SearchedPlace("./scripts/run-tests.sh", by: "run-tests.sh", "runTests", "scripts/run"),
        SearchedPlace("~/.config/git/ignore", by: ".config", "git/ignore"),
        SearchedPlace(
            "Sources/Domain/Search/TextWords.swift", by: "TextWords", "words.swift", "Domain/Search", "Sources/Domain"),
        SearchedPlace("node_modules/@types/react", by: "node_modules", "@types/react", "types"),
        SearchedPlace("tests/test_login.py::test_ok", by: "test_login.py", "test_ok", "login"),
        SearchedPlace("package-lock.json", by: "package-lock", "lock.json"),
        SearchedPlace("file:///var/log/syslog.1", by: "/var/log", "syslog.1", "syslog"),
    ]

    private static let codes = [
        SearchedPlace("error TS2345 in strict mode", by: "TS2345", "2345", "ts2345"),
        SearchedPlace("error[E0502]: cannot borrow", by: "E0502", "0502", "error[E0502]"),
        SearchedPlace("ERR_CONNECTION_REFUSED", by: "ERR_CONNECTION_REFUSED", "connection_refused", "refused"),
        SearchedPlace("connect ECONNREFUSED 127.0.0.1:5432", by: "ECONNREFUSED", "127.0.0.1", "5432", "127.0.0.1:5432"),
        SearchedPlace("Fixes #123 and GH-456", by: "#123", "123", "GH-456", "456", butNot: "12"),
        SearchedPlace("CVE-2024-3094", by: "CVE-2024-3094", "2024-3094", "cve"),
        SearchedPlace("HTTP/2 503", by: "HTTP/2", "503"),
        SearchedPlace("0x80070005", by: "0x80070005", "0X80070005"),
        SearchedPlace(
            "id 550e8400-e29b-41d4-a716-446655440000", by: "550e8400", "550e8400-e29b-41d4-a716-446655440000"),
        SearchedPlace("v1.24.3-rc.1", by: "v1.24.3", "1.24.3", "1.24.3-rc*", "rc.1"),
        SearchedPlace("SQLSTATE[42P01]", by: "42P01", "SQLSTATE"),
        SearchedPlace("commit 3f9a2b1c4d", by: "3f9a2b1c4d", "3f9a2b1*"),
    ]

    private static let addresses = [
        SearchedPlace(
            "mail ada.lovelace@example.com", by: "ada.lovelace@example.com", "lovelace", "example.com", "ada.lovelace",
            "lovelace@example", "ADA.LOVELACE@EXAMPLE.COM"),
        SearchedPlace("user+tag@mail.example.org", by: "user+tag@mail.example.org", "tag", "mail.example"),
        SearchedPlace(
            "https://github.com/acme/web-app/pull/42?tab=files#r1", by: "https://github.com/acme/web-app/pull/42",
            "github.com", "acme/web-app", "pull/42", "github.com/acme", "tab=files"),
        SearchedPlace("http://localhost:8080/api/sessions", by: "localhost:8080", "8080", "api/sessions", "localhost"),
        SearchedPlace("git@github.com:acme/app.git", by: "git@github.com:acme/app.git", "acme/app"),
        SearchedPlace("https://例え.jp/パス", by: "例え", "jp", "パス"),
        SearchedPlace("ssh://[2001:db8::1]:22", by: "2001:db8::1"),
        SearchedPlace("www.müller.de", by: "muller.de", "müller"),
        SearchedPlace("s3://bucket-name/key", by: "bucket-name", "s3"),
        SearchedPlace("@ada-lovelace in #general", by: "@ada-lovelace", "ada", "#general"),
    ]

    private static let emoji = [
        SearchedPlace("Add a 🚀 rocket", by: "🚀", "rocket 🚀", "\"a 🚀 rocket\"", butNot: "🐛"),
        SearchedPlace("👩‍💻👨‍🚒", by: "👩‍💻", "👩", "💻"), SearchedPlace("🇰🇷 release", by: "🇰🇷"),
        SearchedPlace("✅ done❌", by: "✅", "❌", "done"), SearchedPlace("fix🐛bug", by: "🐛", "fix", "bug"),
    ]

    private static let withoutSpaces = [
        SearchedPlace("请修复登录页面的超时问题", by: "登录", "超时问题", "登录页面", butNot: "录登"),
        SearchedPlace("ログイン画面を修正して", by: "ログイン", "画面", "修正"),
        SearchedPlace("แก้ไขหน้าเข้าสู่ระบบ", by: "เข้าสู่ระบบ", "หน้า"),
        SearchedPlace("修复getUserName方法", by: "方法", "userName", "修复"),
        SearchedPlace("ການແກ້ໄຂ", by: "ແກ້ໄຂ"), SearchedPlace("ကုဒ်ပြင်", by: "ပြင်"),
    ]
}
