/// A text, with searches that find it and searches that don't.
struct SearchedPosition: Sendable {
    let text: String
    let finds: [String]
    let misses: [String]

    init(_ text: String, by finds: String..., butNot misses: String...) {
        (self.text, self.finds, self.misses) = (text, finds, misses)
    }

    static let all = korean + names + paths + codes + addresses + emoji + withoutSpaces

    private static let korean = [
        SearchedPosition(
            "로그인페이지에서 버그를 수정", by: "버그", "로그인", "페이지", "버그를", "로그인페이지", "수정", "\"버그를 수정\"", butNot: "그버", "수버"),
        SearchedPosition("서버가 느립니다", by: "서버", "서버는", "서버에서", butNot: "버서"),
        SearchedPosition("테스트를 추가해 주세요", by: "테스트", "테스트가", "추가", "테스트 추가"),
        SearchedPosition("데이터베이스로 옮겨 주세요", by: "데이터베이스", "데이터", "베이스", "데이터베이스의"),
        SearchedPosition("사용자에게 알림을 보내기", by: "사용자", "알림", "사용자가", "알림은"),
        SearchedPosition("화면과 버튼", by: "화면", "화면을", "버튼이", butNot: "화면으로버튼"),
        SearchedPosition("폼을 검증", by: "폼", "폼을", "검증"),
        SearchedPosition("결제모듈까지 배포", by: "결제", "모듈", "결제모듈", "배포까지"),
        SearchedPosition("API를 호출", by: "api", "API를", "호출을"),
        SearchedPosition("오류코드는 503", by: "오류", "오류코드", "503"),
        SearchedPosition("인증토큰이 만료", by: "토큰", "인증", "토큰은", "만료"),
    ]

    private static let names = [
        SearchedPosition(
            "The getUserAccountById helper",
            by: "UserAccount", "account", "getUserAccountById", "getuseraccountbyid", "user_account", "ById", "getUser",
            "\"the getUserAccountById helper\"", "\"the getuseraccountbyid helper\"", "getUserAcc*", "useraccount",
            "useracc*", "USERACCOUNT", "getuseraccount", "accountby", "acc*",
            butNot: "acc", "AccountUser", "\"helper get\"", "getAccount", "useracc"),
        SearchedPosition("Rename parse_user_input_fast", by: "user_input", "input", "userInput", "parse_user_inp*"),
        SearchedPosition("class XMLHttpRequest", by: "xml", "HttpRequest", "XMLHttp", "request", "xmlhttprequest"),
        SearchedPosition("a list of URLs and userIDs", by: "URLs", "urls", "user", "ids", "userids"),
        SearchedPosition("std::unique_ptr<FooBar>", by: "unique_ptr", "foobar", "foo", "FooBar", "std::unique_ptr"),
        SearchedPosition(
            "LoginForm.validateEmail()", by: "validate", "email", "form.validate", "LoginForm", "validateEmail"),
        SearchedPosition("kebab-case-name", by: "kebab", "case-name", "kebab-case-name", "CaseName"),
        SearchedPosition("SCREAMING_SNAKE_CASE", by: "snake", "SnakeCase", "screaming_snake"),
        SearchedPosition("$scope.itemCount", by: "itemCount", "count", "scope.item"),
        SearchedPosition("useEffect and useState", by: "effect", "state", "useEffect", butNot: "\"effect use\""),
        SearchedPosition("iPhone with macOS", by: "iphone", "phone", "macos", "os"),
        SearchedPosition("sha256sum and utf8", by: "sha256", "256", "sum", "utf8", butNot: "utf"),
    ]

    private static let paths = [
        SearchedPosition(
            "Look at src/components/LoginForm.tsx:42", by: "src/components/LoginForm.tsx", "LoginForm.tsx",
            "components/LoginForm",
            "Form.tsx", "tsx", "LoginForm.tsx:42", "components/log*"),
        SearchedPosition(#"C:\Users\Ada\notes.txt"#, by: #"Users\Ada"#, "notes.txt", "ada", #"C:\Users\Ada\notes.txt"#),
        SearchedPosition("/etc/nginx/nginx.conf", by: "/etc/nginx", "nginx.conf", "etc"),
        SearchedPosition("./scripts/run-tests.sh", by: "run-tests.sh", "runTests", "scripts/run"),
        SearchedPosition("~/.config/git/ignore", by: ".config", "git/ignore"),
        SearchedPosition(
            "Sources/Domain/Search/TextWords.swift", by: "TextWords", "words.swift", "Domain/Search", "Sources/Domain"),
        SearchedPosition("node_modules/@types/react", by: "node_modules", "@types/react", "types"),
        SearchedPosition("tests/test_login.py::test_ok", by: "test_login.py", "test_ok", "login"),
        SearchedPosition("package-lock.json", by: "package-lock", "lock.json"),
        SearchedPosition("file:///var/log/syslog.1", by: "/var/log", "syslog.1", "syslog"),
    ]

    private static let codes = [
        SearchedPosition("error TS2345 in strict mode", by: "TS2345", "2345", "ts2345"),
        SearchedPosition("error[E0502]: cannot borrow", by: "E0502", "0502", "error[E0502]"),
        SearchedPosition("ERR_CONNECTION_REFUSED", by: "ERR_CONNECTION_REFUSED", "connection_refused", "refused"),
        SearchedPosition(
            "connect ECONNREFUSED 127.0.0.1:5432", by: "ECONNREFUSED", "127.0.0.1", "5432", "127.0.0.1:5432"),
        SearchedPosition("Fixes #123 and GH-456", by: "#123", "123", "GH-456", "456", butNot: "12"),
        SearchedPosition("CVE-2024-3094", by: "CVE-2024-3094", "2024-3094", "cve"),
        SearchedPosition("HTTP/2 503", by: "HTTP/2", "503"),
        SearchedPosition("0x80070005", by: "0x80070005", "0X80070005"),
        SearchedPosition(
            "id 550e8400-e29b-41d4-a716-446655440000", by: "550e8400", "550e8400-e29b-41d4-a716-446655440000"),
        SearchedPosition("v1.24.3-rc.1", by: "v1.24.3", "1.24.3", "1.24.3-rc*", "rc.1"),
        SearchedPosition("SQLSTATE[42P01]", by: "42P01", "SQLSTATE"),
        SearchedPosition("commit 3f9a2b1c4d", by: "3f9a2b1c4d", "3f9a2b1*"),
    ]

    private static let addresses = [
        SearchedPosition(
            "mail ada.lovelace@example.com", by: "ada.lovelace@example.com", "lovelace", "example.com", "ada.lovelace",
            "lovelace@example", "ADA.LOVELACE@EXAMPLE.COM"),
        SearchedPosition("user+tag@mail.example.org", by: "user+tag@mail.example.org", "tag", "mail.example"),
        SearchedPosition(
            "https://github.com/acme/web-app/pull/42?tab=files#r1", by: "https://github.com/acme/web-app/pull/42",
            "github.com", "acme/web-app", "pull/42", "github.com/acme", "tab=files"),
        SearchedPosition(
            "http://localhost:8080/api/sessions", by: "localhost:8080", "8080", "api/sessions", "localhost"),
        SearchedPosition("git@github.com:acme/app.git", by: "git@github.com:acme/app.git", "acme/app"),
        SearchedPosition("https://例え.jp/パス", by: "例え", "jp", "パス"),
        SearchedPosition("ssh://[2001:db8::1]:22", by: "2001:db8::1"),
        SearchedPosition("www.müller.de", by: "muller.de", "müller"),
        SearchedPosition("s3://bucket-name/key", by: "bucket-name", "s3"),
        SearchedPosition("@ada-lovelace in #general", by: "@ada-lovelace", "ada", "#general"),
    ]

    private static let emoji = [
        SearchedPosition("Add a 🚀 rocket", by: "🚀", "rocket 🚀", "\"a 🚀 rocket\"", butNot: "🐛"),
        SearchedPosition("👩‍💻👨‍🚒", by: "👩‍💻", "👩", "💻"), SearchedPosition("🇰🇷 release", by: "🇰🇷"),
        SearchedPosition("✅ done❌", by: "✅", "❌", "done"), SearchedPosition("fix🐛bug", by: "🐛", "fix", "bug"),
    ]

    private static let withoutSpaces = [
        SearchedPosition("请修复登录页面的超时问题", by: "登录", "超时问题", "登录页面", butNot: "录登"),
        SearchedPosition("ログイン画面を修正して", by: "ログイン", "画面", "修正"),
        SearchedPosition("แก้ไขหน้าเข้าสู่ระบบ", by: "เข้าสู่ระบบ", "หน้า"),
        SearchedPosition("修复getUserName方法", by: "方法", "userName", "修复"),
        SearchedPosition("ການແກ້ໄຂ", by: "ແກ້ໄຂ"), SearchedPosition("ကုဒ်ပြင်", by: "ပြင်"),
    ]
}
