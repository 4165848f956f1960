/// The content of a demo session; `AREA` in its texts is replaced by a part of the product.
struct DemoStory {
    let prompt: String
    let file: String
    let steps: [String]
    let summary: String
    var followUp: String?

    static let all: [DemoStory] = [
        DemoStory(
            prompt: "Add input validation to the AREA. Reject empty fields and show the reason beside each one.",
            file: "src/validation.ts", steps: ["Read the current form", "Write the checks", "Test the checks"],
            summary: "The AREA now rejects empty fields and shows the reason beside each one. I added six tests.",
            followUp: "Please also limit the name to 80 characters."),
        DemoStory(
            prompt: """
                The AREA crashes on the second click:

                TypeError: Cannot read properties of undefined (reading 'id')
                    at render (src/view.tsx:42:17)
                    at update (src/store.ts:88:5)

                Find out why and fix it.
                """,
            file: "src/view.tsx", steps: ["Reproduce the crash", "Fix the cause", "Add a regression test"],
            summary: "The store was cleared while the view still used it. Fixed, with a test that failed before."),
        DemoStory(
            prompt: "Can you make the AREA faster? It takes more than two seconds for our largest customer.",
            file: "src/query.sql", steps: ["Measure where the time goes", "Add the missing index", "Measure again"],
            summary: "A missing index made it read the whole table. It takes **80 ms** now instead of 2.3 s.",
            followUp: "Nice! How much does the index slow down writes?"),
        DemoStory(
            prompt: "Why does the test of the AREA fail on CI but not on my machine?",
            file: "test/area.test.ts",
            steps: ["Read the log of the failing run", "Make the test independent of the zone"],
            summary: "The test compared local times. It now runs in UTC everywhere."),
        DemoStory(
            prompt: "Refactor the AREA: one function of 400 lines is too much. Keep the behavior as it is.",
            file: "src/area.go", steps: ["Write tests for the current behavior", "Split it", "Remove unused code"],
            summary: "Split into five functions, none over 60 lines. All tests pass unchanged."),
        DemoStory(
            prompt: """
                ## Update the dependencies

                - [ ] everything with a security advisory
                - [ ] nothing that needs a migration

                Write down what you left.
                """,
            file: "package.json", steps: ["List the advisories", "Update", "Run all tests"],
            summary: "Updated four packages. Left `left-pad`, whose next version needs a migration."),
        DemoStory(
            prompt: "Write the documentation of the AREA, with an example that runs.",
            file: "docs/area.md", steps: ["Read the code", "Write the page", "Run the example"],
            summary: "The page is in `docs/area.md`. Its example runs in CI from now on."),
        DemoStory(
            prompt: "Bitte füge dem Bereich „AREA“ eine Exportfunktion als CSV hinzu. Umlaute müssen stimmen.",
            file: "src/export.py", steps: ["Spalten festlegen", "Export schreiben", "Mit Umlauten testen"],
            summary: "Der Export schreibt UTF-8 mit BOM, damit auch Tabellenprogramme die Umlaute lesen."),
        DemoStory(
            prompt: "请修复 AREA 的超时问题，并添加单元测试。",
            file: "src/client.ts", steps: ["重现超时", "修复重试逻辑", "添加单元测试"],
            summary: "超时已修复：重试之间现在会等待，并且最多重试三次。"),
        DemoStory(
            prompt: "AREA のエラーメッセージを日本語にしてください。",
            file: "locales/ja.json", steps: ["文言を集める", "翻訳する", "画面で確認する"],
            summary: "エラーメッセージを 14 件翻訳しました。"),
        DemoStory(
            prompt: "Corrige el error del AREA cuando el correo tiene mayúsculas, por favor.",
            file: "src/users.rb", steps: ["Reproducir el error", "Comparar sin mayúsculas", "Añadir una prueba"],
            summary: "Los correos se comparan ahora sin distinguir mayúsculas."),
        DemoStory(
            prompt: "Добавь в раздел AREA фильтр по дате.",
            file: "src/filters.ts", steps: ["Добавить поле", "Изменить запрос", "Проверить границы"],
            summary: "Фильтр по дате готов; границы включены."),
        DemoStory(
            prompt: "أضف زر نسخ إلى AREA.",
            file: "src/copy.tsx", steps: ["إضافة الزر", "اختبار الزر"],
            summary: "أضفت زر النسخ، وهو يعمل بلوحة المفاتيح أيضًا."),
        DemoStory(
            prompt: "Add a `--dry-run` flag to scripts/deploy.sh, and use it in the AREA pipeline.",
            file: "scripts/deploy.sh", steps: ["Add the flag", "Use it in the pipeline"],
            summary: "`scripts/deploy.sh --dry-run` prints what it would do. The pipeline runs it on every branch.",
            followUp: "Please color the output when it is a terminal."),
    ]

    static let failures = [
        "Reached maximum number of turns (40)", "Credit balance is too low", "The tests still fail: 3 of 212",
        "API Error: 529 overloaded_error",
    ]

    func text(_ template: String, area: String) -> String { template.replacing("AREA", with: area) }
}
