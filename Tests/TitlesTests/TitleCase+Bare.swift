extension TitleCase {
    /// Only a link, code, a log, or hardly anything.
    static let bare: [TitleCase] = [
        .init("https://github.com/acme/web-app/issues/123", "acme/web-app#123"),
        .init("https://docs.example.com/guides/install?x=1#top", "docs.example.com/guides/install?x=1"),
        .init(
            """
            ```swift
            import Foundation

            func add(_ a: Int, _ b: Int) -> Int {
                a + b
            }
            ```
            """,
            "func add(_ a: Int, _ b: Int) -> Int {"
        ),
        .init("fix this\nhttps://github.com/acme/app/issues/9", "Fix this: acme/app#9"),
        .init(
            """
            Traceback (most recent call last):
              File "main.py", line 3, in <module>
                foo()
            KeyError: 'user_id'
            """,
            "KeyError: 'user_id'"
        ),
        .init(
            """
            2024-01-02T10:11:12Z INFO starting
            2024-01-02T10:11:13Z ERROR connection refused to db:5432
            2024-01-02T10:11:14Z INFO retrying
            """,
            "Connection refused to db:5432"
        ),
        .init("?", "?"),
        .init("42", "42"),
        .init("{\"name\": \"foo\", \"version\": \"1.0.0\"}", "{\"name\": \"foo\", \"version\": \"1.0.0\"}"),
        .init(
            """
            diff --git a/src/x.ts b/src/x.ts
            index 123..456 100644
            --- a/src/x.ts
            +++ b/src/x.ts
            @@ -1,2 +1,2 @@
            -const a = 1;
            +const a = 2;
            """,
            "src/x.ts"
        ),
        .init("def fib(n):\n    return fib(n-1) + fib(n-2)", "def fib(n):"),
        .init("SELECT * FROM users WHERE id = 1;", "SELECT * FROM users WHERE id = 1"),
        .init(
            "npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree",
            "npm ERR! code ERESOLVE"
        ),
        .init(
            """
            Exception in thread "main" java.lang.NullPointerException: Cannot invoke "String.length()"
            \tat com.acme.Main.main(Main.java:5)
            \t... 3 more
            """,
            "Exception in thread \"main\" java.lang.NullPointerException…"
        ),
        .init(
            """
            thread 'main' panicked at src/main.rs:4:5:
            index out of bounds: the len is 3 but the index is 99
            note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
            """,
            "thread 'main' panicked at src/main.rs:4:5"
        ),
        .init(
            "src/app.ts(12,5): error TS2322: Type 'string' is not assignable to type 'number'.",
            "src/app.ts(12,5): error TS2322: Type 'string' is not…"
        ),
        .init("yes", "Yes"),
        .init("help", "Help"),
        .init("continue", "Continue"),
        .init(
            "TypeError: Cannot read properties of undefined (reading 'map') when I open the dashboard, please fix",
            "TypeError: Cannot read properties of undefined (reading…"
        ),
        .init("{\n  \"compilerOptions\": {\n    \"strict\": true\n  }\n}", "\"compilerOptions\": {"),
        .init("<div class=\"card\">\n  <h1>Hello</h1>\n</div>", "<div class=\"card\">"),
        .init("👍", "👍"),
        .init("...", "..."),
        .init("12345 67890", "12345 67890"),
        .init("`foo`", "foo"),
        .init("あ", "あ"),
        .init("https://github.com/acme/app/blob/main/src/index.ts#L10-L20", "acme/app/src/index.ts"),
        .init("https://github.com/acme/app/commit/0123456789abcdef0123456789abcdef01234567", "acme/app@0123456"),
        .init("https://gitlab.com/group/project/-/issues/7", "group/project#7"),
        .init("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "youtube.com/watch?v=dQw4w9WgXcQ"),
        .init(
            "https://stackoverflow.com/questions/12345/how-do-i-exit-vim-from-the-command-line-properly",
            "stackoverflow.com/questions/12345"
        ),
        .init("git@github.com:acme/app.git", "acme/app"),
        .init("github.com/acme/app/issues/5", "acme/app#5"),
        .init("<https://github.com/acme/app/issues/5>", "acme/app#5"),
        .init("[Issue 5](https://github.com/acme/app/issues/5)", "Issue 5"),
        .init(
            "curl -X POST https://api.example.com/v1/users -d '{\"a\":1}' returns 415, why?",
            "curl -X POST api.example.com/v1/users -d '{\"a\":1}' returns…"
        ),
        .init(
            """
            panic: runtime error: index out of range [5] with length 3

            goroutine 1 [running]:
            main.main()
            \t/tmp/x.go:8 +0x1d
            """,
            "panic: runtime error: index out of range [5] with length 3"
        ),
        .init(
            "[2024-03-01 12:00:00] production.ERROR: SQLSTATE[42S02]: Base table or view not found",
            "production.ERROR: SQLSTATE[42S02]: Base table or view not…"
        ),
        .init(
            """
            import React from 'react';

            export default function App() {
              return <div>Hi</div>;
            }
            """,
            "export default function App() {"
        ),
        .init(
            "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hi\") }",
            "Func main() { fmt.Println(\"hi\") }"
        ),
        .init(".button { color: red; }", ".button { color: red; }"),
        .init("console.log(\"hello world\")", "console.log(\"hello world\")"),
        .init("x = 5", "x = 5"),
        .init("Thanks!", "Thanks"),
        .init("👋", "👋"),
        .init("+1", "+1"),
        .init("error TS2304: Cannot find name 'describe'.", "error TS2304: Cannot find name 'describe'"),
        .init(
            "Clone https://user:secret@git.example.com/foo.git and run the tests",
            "Clone git.example.com/foo.git and run tests"
        ),
    ]
}
