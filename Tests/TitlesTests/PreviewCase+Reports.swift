extension PreviewCase {
    /// The same for longer prompts, pasted output and other languages.
    static let reports: [PreviewCase] = [
        .init(
            """
            The CI pipeline fails intermittently with the error "ECONNRESET" while downloading dependencies \
            from the internal registry, which makes releases unreliable.
            """,
            "The CI pipeline fails intermittently with the error \"ECONNRESET\" while..."
        ),
        .init(
            "Write a function that takes a list of integers and returns the sum of the even ones.",
            "Write a function that takes a list of integers and returns the sum of the..."
        ),
        .init(
            """
            Refactor utils.py. It's way too long and has duplicate code, e.g. parse_date and parse_datetime \
            do nearly the same thing.
            """,
            "Refactor utils.py..."
        ),
        .init(
            "Tasks:\n1. Create a migration for the users table\n2. Add a model",
            "Create a migration for the users table..."
        ),
        .init(
            "Migrate the app from Webpack to Vite.\n- keep the aliases\n- keep env vars",
            "Migrate the app from Webpack to Vite..."
        ),
        .init(
            "Here is my code:\n\n```python\nprint(\"hi\")\n```\n\nWhy doesn't it print twice?",
            "Here is my code..."
        ),
        .init(
            "Rename getCwd() to getCurrentWorkingDirectory() everywhere in src/",
            "Rename getCwd() to getCurrentWorkingDirectory() everywhere in src/"
        ),
        .init("Исправь баг: кнопка не работает", "Исправь баг: кнопка не работает"),
        .init("로그인 버튼을 눌러도 아무 반응이 없어요. 확인해 주세요.", "로그인 버튼을 눌러도 아무 반응이 없어요. 확인해 주세요."),
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
            "diff --git a/src/x.ts b/src/x.ts..."
        ),
        .init("👍", "👍"),
        .init("...", "..."),
        .init("- [ ] Add login\n- [ ] Add logout", "Add login..."),
        .init(
            """
            Subject: Broken invoice PDFs

            Hi,

            The invoice PDFs generated since Monday are blank.

            Best regards,
            Ann
            """,
            "Subject: Broken invoice PDFs..."
        ),
        .init(
            """
            Hi Claude! I hope you're doing well. I was wondering if you could help me debug a memory leak in \
            our Node service.
            """,
            "Hi Claude! I hope you're doing well..."
        ),
        .init(
            "In src/auth/login.ts, the `validate` function doesn't check for empty strings.",
            "In src/auth/login.ts, the `validate` function doesn't check for empty strings."
        ),
        .init(
            "Our Kubernetes pods keep restarting because of OOM kills. Investigate and propose a fix.",
            "Our Kubernetes pods keep restarting because of OOM kills..."
        ),
        .init(
            """
            The following test fails:

            ```
            FAIL src/App.test.js
              ● renders learn react link
            ```
            """,
            "The following test fails..."
        ),
        .init(
            """
            Hey, I was working on the payment module and noticed that refunds are processed twice. Can you \
            look into it?
            """,
            "Hey, I was working on the payment module and noticed that refunds are..."
        ),
        .init(
            """
            I updated the dependencies (see package.json) but now `yarn build` crashes with "heap out of memory".
            """,
            "I updated the dependencies (see package.json) but now `yarn build` crashes..."
        ),
        .init("“Add a search box to the header”", "“Add a search box to the header”"),
        .init(
            "Fix the \"Are you sure?\" dialog. It shows twice.",
            "Fix the \"Are you sure?\" dialog. It shows twice."
        ),
        .init("Why oh why does it crash?????", "Why oh why does it crash?????"),
        .init(
            """
            Hi team,

            We've recently started seeing intermittent failures in the checkout flow. About 2% of the \
            payments fail with a timeout. I've attached the logs below. Could someone please investigate the \
            Stripe webhook handler and add retries?

            2024-05-01T10:00:00Z ERROR timeout
            """,
            "Hi team, We've recently started seeing intermittent failures in the checkout..."
        ),
        .init("## What\nAdd a health endpoint.\n\n## Why\nKubernetes needs it.", "Add a health endpoint..."),
        .init(
            "Weird bug: when two users edit the same doc, the cursor jumps to the start.",
            "Weird bug: when two users edit the same doc, the cursor jumps to the start."
        ),
        .init("ユーザー登録フォームに入力チェックを追加する。メールアドレスは必須。", "ユーザー登録フォームに入力チェックを追加する。メールアドレスは必須。"),
        .init("你好！我想给网站添加深色模式，请问应该怎么做？", "你好！我想给网站添加深色模式，请问应该怎么做？"),
        .init(
            "curl -X POST https://api.example.com/v1/users -d '{\"a\":1}' returns 415, why?",
            "curl -X POST https://api.example.com/v1/users -d '{\"a\":1}' returns 415, why?"
        ),
    ]
}
