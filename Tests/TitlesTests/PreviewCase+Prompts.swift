extension PreviewCase {
    /// The previews of prompts.
    static let prompts: [PreviewCase] = [
        .init(
            """
            Add input validation to the signup form. Email should be validated, password needs 8+ chars with \
            at least one number.
            """,
            "Add input validation to the signup form..."
        ),
        .init(
            "Hi! Can you please fix the login page? It crashes when I click on submit.",
            "Hi! Can you please fix the login page? It crashes when I click on submit."
        ),
        .init(
            """
            Hello team,

            I'd like you to refactor the `UserService` class so that it uses async/await. Thanks!
            """,
            "Hello team, I'd like you to refactor the `UserService` class so that it uses..."
        ),
        .init("Why does the build fail on CI?", "Why does the build fail on CI?"),
        .init(
            """
            ## Bug report
            ### Describe the bug
            Login fails with a 500 when the password contains a `%`.

            ### Steps to reproduce
            1. Go to /login
            2. Enter a password
            """,
            "Login fails with a 500 when the password contains a `%`..."
        ),
        .init(
            """
            The login page crashes on Safari 17.2 when I press "Sign in".

            ```
            TypeError: undefined is not an object (evaluating 'user.name')
                at render (App.js:12:3)
            ```
            """,
            "The login page crashes on Safari 17.2 when I press \"Sign in\"..."
        ),
        .init(
            """
            You are a senior engineer with 10 years of experience in Swift. You write clean code. Your task \
            is to migrate the tests from XCTest to Swift Testing.
            """,
            "You are a senior engineer with 10 years of experience in Swift..."
        ),
        .init("https://github.com/acme/web-app/issues/123", "https://github.com/acme/web-app/issues/123"),
        .init(
            """
            ```swift
            import Foundation

            func add(_ a: Int, _ b: Int) -> Int {
                a + b
            }
            ```
            """,
            "import Foundation..."
        ),
        .init("Please do the following:\n1. Rename `foo` to `bar`\n2. Update the docs", "Please do the following..."),
        .init("请帮我修复登录页面的错误。然后添加测试。", "请帮我修复登录页面的错误。然后添加测试。"),
        .init(
            "แก้ไขหน้าเข้าสู่ระบบที่ไม่ทำงานเมื่อผู้ใช้ป้อนรหัสผ่านผิดหลายครั้งติดต่อกันและระบบค้าง",
            "แก้ไขหน้าเข้าสู่ระบบที่ไม่ทำงานเมื่อผู้ใช้ป้อนรหัสผ่านผิดหลายครั้งติดต่อกันและระบบค้าง"
        ),
        .init(
            "Upgrade to Node.js v20.1.2, e.g. by changing .nvmrc, etc. and run the tests. Then deploy.",
            "Upgrade to Node.js v20.1.2, e.g. by changing .nvmrc, etc. and run the tests..."
        ),
        .init(
            """
            Fix this error:

            Traceback (most recent call last):
              File "main.py", line 3, in <module>
                foo()
            KeyError: 'user_id'
            """,
            "Fix this error..."
        ),
        .init(
            """
            2024-01-02T10:11:12Z INFO starting
            2024-01-02T10:11:13Z ERROR connection refused to db:5432
            2024-01-02T10:11:14Z INFO retrying
            """,
            "2024-01-02T10:11:12Z INFO starting..."
        ),
        .init(
            """
            <context>
            We use React 18.
            </context>
            <task>
            Add a dark mode toggle to the settings page
            </task>
            """,
            "We use React 18..."
        ),
        .init("?", "?"),
        .init("Fix   the\n\tlogin\tpage", "Fix the login page"),
        .init(
            """
            I'm working on a Next.js app. The checkout page uses Stripe. Please add Apple Pay support to the \
            checkout page.
            """,
            "I'm working on a Next.js app..."
        ),
        .init("# Add dark mode\n\nWe want users to be able to switch themes.", "Add dark mode..."),
        .init(
            """
            On Tue, Jan 5, 2026 at 3:04 PM Bob <bob@x.com> wrote:
            > the old thing
            > more

            Please rename the old thing to the new thing.
            """,
            "Please rename the old thing to the new thing."
        ),
        .init("`npm install` fails with ERESOLVE", "`npm install` fails with ERESOLVE"),
        .init(
            "Implement the design from [this Figma file](https://figma.com/file/abc) on the pricing page.",
            "Implement the design from this Figma file on the pricing page."
        ),
        .init(
            "![screenshot](https://x.com/a.png)\n\nThe button is misaligned on the home page",
            "The button is misaligned on the home page"
        ),
        .init("---\ntitle: My doc\n---\nFix the broken links in docs/", "Fix the broken links in docs/"),
        .init("def fib(n):\n    return fib(n-1) + fib(n-2)", "def fib(n)..."),
        .init("SELECT * FROM users WHERE id = 1;", "SELECT * FROM users WHERE id = 1;"),
        .init(
            "Thanks for the quick fix! Now please add a regression test for the date parser.",
            "Thanks for the quick fix! Now please add a regression test for the date parser."
        ),
    ]
}
