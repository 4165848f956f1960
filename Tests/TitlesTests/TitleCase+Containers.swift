extension TitleCase {
    /// Pasted text inside containers, in several forms.
    static let containers: [TitleCase] = [
        .init(
            "Key: OPS-12\nSummary: Rotate the keys of the staging cluster\nPriority: High\n\nPlease do it this week.",
            "Rotate keys of staging cluster"),
        .init(
            "Von: Anna\nGesendet: Montag\nBetreff: WG: AW: Lieferschein fehlt in der PDF\n\nHallo,\nsiehe unten.",
            "Lieferschein fehlt in der PDF"),
        .init("Тема: Отчёт не выгружается\n\nПосмотрите, пожалуйста.", "Отчёт не выгружается"),
        .init(
            "Sujet : Facture en double\nDe : compta@example.fr\nDate : lundi\n\nBonjour,\npeux-tu regarder ?",
            "Facture en double"),
        .init("Subject: Question\nFrom: a@example.com\n\nHow do I reset my password?", "How do I reset my password?"),
        .init("Subject: Re: Re: Fwd: VPN drops every hour\n\nAny news?", "VPN drops every hour"),
        .init(
            "From: a@example.com\nTo: b@example.com\n\nThe VPN drops every hour. Can you check?",
            "The VPN drops every hour"),
        .init(
            "02.03.26, 10:32 - Anna: hi\n02.03.26, 10:33 - Anna: can you fix the footer links?\n"
                + "02.03.26, 10:34 - Ben: ok", "Fix footer links"),
        .init(
            "[02.03.26, 10:32:11] Anna: could you add a dark theme?\n[02.03.26, 10:33:00] Ben: sure", "Add dark theme"),
        .init(
            "Anna, [02.03.26 10:33]\nthe upload hangs at 99%\n\nBen, [02.03.26 10:34]\nsame here",
            "The upload hangs at 99%"),
        .init("Anna 10:32\nthe map does not load\nBen 10:33\nlooking", "The map does not load"),
        .init("10:32 <ravi> build is red again\n10:33 <lena> looking", "Build is red again"),
        .init(
            "<anna> hi\n<ben> hello\n<anna> can we make the CSV export stream? it runs out of memory",
            "Make CSV export stream"),
        .init(
            "Anna Schmidt: hi team\nBen: hi\nAnna Schmidt: the invoice PDF is empty since today\nBen: oh",
            "The invoice PDF is empty since today"),
        .init(
            "```json\n{\"title\": \"Cache is never cleared\", \"body\": \"...\"}\n```\nplease fix",
            "Cache is never cleared"),
        .init("[{\"summary\": \"Broken avatar upload\"}]", "Broken avatar upload"),
        .init(
            "{\"name\": \"x\", \"scripts\": {\"build\": \"tsc\"}}\n\nwhy does the build script not emit types?",
            "Why does the build script not emit types?"),
        .init(
            "ALTER TABLE users ADD COLUMN age int;\n\nWhy does this lock the table?", "Why does this lock the table?"),
        .init(
            "SELECT a,\n  b\nFROM t\nLEFT JOIN u ON u.id = t.id\nWHERE u.id IS NULL;\n\nMake this query faster.",
            "Make this query faster"),
        .init(
            "--- a/x.c\n+++ b/x.c\n@@ -1,2 +1,2 @@\n-int a;\n+long a;\n\nDoes this break the ABI?",
            "Does this break the ABI?"),
        .init("@lib/util.py @tests/ make the tests pass", "Make tests pass"),
        .init("@src/app.ts why does this crash on reload?", "Why does this crash on reload?"),
        .init("@README.md translate to Spanish", "Translate to Spanish"),
        .init("look at [Image #2], the colors are wrong", "Look at [Image #2], colors are wrong"),
        .init("Make the footer look like this [Image #1]", "Make footer look like this"),
        .init("[Image #1]", "[Image #1]"),
        .init(
            "<command-name>/clear</command-name>\n<command-message>clear</command-message>\n<command-args></command-args>",
            "/clear"),
        .init(
            "<command-message>deploy</command-message>\n<command-name>/deploy</command-name>\n"
                + "<command-args>to the staging cluster</command-args>", "/deploy to staging cluster"),
        .init("<local-command-stdout>v22.1.0</local-command-stdout>\nUpgrade node to 24", "Upgrade node to 24"),
        .init(
            "<ide_opened_file>The user opened /a/b.ts</ide_opened_file>\nAdd a test for the parser",
            "Add test for parser"),
        .init("<ul><li>Fix the <b>login</b> page</li><li>Add tests</li></ul>", "Fix login page"),
        .init("<h2>Checkout is slow</h2><p>It takes <em>nine</em> seconds.</p>", "Checkout is slow"),
        .init(
            "<style>p{color:red}</style><p>Newsletter signup returns 500 &amp; no mail is sent</p>",
            "Newsletter signup returns 500 & no mail is sent"),
        .init("Tom &amp; Jerry page shows &lt;br&gt; as text", "Tom & Jerry page shows <br> as text"),
        .init("Line one<br>Line two is about the footer", "Line one Line two is about the footer"),
        .init("+----+\n| id |\n+----+\n\nWhat does this column mean?", "What does this column mean?"),
        .init("| a | b |\n|---|---|\n| 1 | 2 |", "A | b"),
    ]

    /// First lines, headings, articles and clauses in front.
    static let structure: [TitleCase] = [
        .init("how do we deploy this?\n\nI only find a Makefile.", "How do we deploy this?"),
        .init("Login broken\n\n## Steps\n1. open the app\n2. sign in\n\n## Expected\nI am signed in", "Login broken"),
        .init("Context: we use Next.js 14\n\nMake the header sticky", "Make header sticky"),
        .init("`make test` fails on macOS\n\nLog attached.", "make test fails on macOS"),
        .init("#512 Export as XLSX\n\nCustomers want XLSX besides CSV.", "#512 Export as XLSX"),
        .init("WIP\n\nRename the module to core.", "Rename module to core"),
        .init("**Cart forgets its items**\n\nAfter a reload the cart is empty.", "Cart forgets its items"),
        .init(
            "# Cart forgets its items\n\nAfter a reload the cart is empty.\n\n# Environment\n\niOS 18",
            "Cart forgets its items"),
        .init(
            "## Описание проблемы\n\nКарта не загружается в Safari.\n\n## Шаги для воспроизведения\n\n1. Открыть карту\n\n"
                + "## Искали ли вы похожие задачи?\n\nДа", "Карта не загружается в Safari"),
        .init(
            "### What problem does this solve?\n\nWe can't export more than 100 rows.\n\n### Which version?\n\n2.3\n\n"
                + "### Do you want to work on it?\n\nYes", "We can't export more than 100 rows"),
        .init(
            "Run the backup twice a day and keep a copy for a week.", "Run backup twice a day and keep copy for week"),
        .init(
            "Poll the API once a minute instead of 10 times a second.",
            "Poll API once a minute instead of 10 times a second"),
        .init("Is there a way to pin the sidebar?", "Is there a way to pin the sidebar?"),
        .init(
            "When a user has two licenses and the older one is still active at renewal time, the newer one is marked expired.",
            "The newer one is marked expired"),
        .init(
            "If the connection to the message broker is lost while a job is running, restart the job from the last "
                + "checkpoint.", "Restart job from last checkpoint"),
        .init(
            "Given that most of our users are on mobile, move the search box to the top.", "Move search box to top"),
        .init(
            "Users should be able to change their email. Send a confirmation first.",
            "Users should be able to change their email"),
        .init(
            "Just a heads up: the certificate expires on Friday. Renew it please.",
            "The certificate expires on Friday"),
        .init("Map tiles flicker. Please have a look when you can.", "Map tiles flicker"),
        .init("Search results are empty for guests", "Search results are empty for guests"),
        .init("Giriş sayfasını düzeltebilir misin lütfen?", "Giriş sayfasını düzeltebilir misin?"),
        .init("Подскажите, пожалуйста, как запустить тесты локально?", "Как запустить тесты локально?"),
        .init("Me gustaría que el menú quede abierto.", "Me gustaría que el menú quede abierto"),
        .init("Γεια σου, μπορείς να διορθώσεις τη σελίδα σύνδεσης;", "Μπορείς να διορθώσεις τη σελίδα σύνδεσης;"),
        .init("ログインページの修正をお願いします。", "ログインページの修正"),
        .init("로그인 오류 수정 부탁드립니다", "로그인 오류 수정"),
        .init("了解です。次はカートのテストを追加してください。", "次はカートのテストを追加してください"),
        .init("ok perfecto, ahora agrega paginación a la tabla", "Ahora agrega paginación a la tabla"),
    ]
}
