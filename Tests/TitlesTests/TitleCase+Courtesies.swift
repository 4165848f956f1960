extension TitleCase {
    /// Greetings, politeness and fillers go.
    static let courtesies: [TitleCase] = [
        .init("Hi! Can you please fix the login page? It crashes when I click on submit.", "Fix login page"),
        .init(
            """
            Hello team,

            I'd like you to refactor the `UserService` class so that it uses async/await. Thanks!
            """,
            "Refactor UserService class so that it uses async/await"
        ),
        .init("hey can u make the navbar sticky pls", "Make navbar sticky"),
        .init(
            "hey claude, could you take a look at the flaky test in auth_spec.rb?",
            "Take a look at flaky test in auth_spec.rb"
        ),
        .init("@claude please review this PR https://github.com/acme/app/pull/42", "Review this PR acme/app#42"),
        .init(
            "so basically the dropdown doesn't close when i click outside",
            "The dropdown doesn't close when i click outside"
        ),
        .init("ok now add tests for it", "Add tests for it"),
        .init(
            """
            Let's build a small CLI in Rust that converts Markdown to HTML. It should support tables and footnotes.
            """,
            "Build small CLI in Rust that converts Markdown to HTML"
        ),
        .init(
            "I need a script that renames all .jpeg files to .jpg in a folder",
            "Script that renames all .jpeg files to .jpg in folder"
        ),
        .init(
            "We should cache the results of getUser() since it's called on every request",
            "Cache results of getUser() since it's called on every…"
        ),
        .init("It would be nice to have dark mode in the docs site.", "Have dark mode in docs site"),
        .init("would it be possible to add CSV export?", "Add CSV export"),
        .init(
            "Thanks for the quick fix! Now please add a regression test for the date parser.",
            "Add regression test for date parser"
        ),
        .init("Great work. One more thing: rename the `isValid` prop to `valid`.", "Rename isValid prop to valid"),
        .init("Perfect, thanks! Next, add pagination to the table.", "Add pagination to table"),
        .init("Pls fix lint errors", "Fix lint errors"),
        .init(
            "Could you check whether the `retry` decorator handles async functions?",
            "Check whether retry decorator handles async functions"
        ),
        .init("Please help me with the deployment to Fly.io", "Help me with deployment to Fly.io"),
        .init(
            "Can you help me understand how the event loop works in Node.js?",
            "Understand how event loop works in Node.js"
        ),
        .init("I need help writing a Dockerfile for a Flask app", "Help writing Dockerfile for Flask app"),
        .init(
            """
            Hi Claude! I hope you're doing well. I was wondering if you could help me debug a memory leak in \
            our Node service.
            """,
            "Debug memory leak in our Node service"
        ),
        .init(
            "Ok so I've been looking at the auth code and I think we need to rotate the refresh tokens on every use",
            "Rotate refresh tokens on every use"
        ),
        .init("Can you look at why `make test` hangs? I think it's the new fixture.", "Look at why make test hangs"),
        .init("I have a question about the caching layer", "Question about the caching layer"),
        .init("TL;DR: make the sidebar collapsible", "Make sidebar collapsible"),
        .init("[URGENT] the payments page is down", "The payments page is down"),
        .init("Add tests\nThanks", "Add tests"),
        .init(
            "Ok, let's try again. The modal should close when pressing Escape.",
            "The modal should close when pressing Escape"
        ),
        .init("I have fixed the bug in the login form. Now add tests for it.", "Add tests for it"),
        .init("WIP: refactor of the parser", "Refactor of parser"),
        .init(
            "I keep getting \"Module not found: Can't resolve 'fs'\" when building for the browser.",
            "\"Module not found: Can't resolve 'fs'\" when building for…"
        ),
        .init(
            """
            Hey, I was working on the payment module and noticed that refunds are processed twice. Can you \
            look into it?
            """,
            "Refunds are processed twice"
        ),
        .init(
            "So I've been thinking about the architecture and I'd like to split the monolith into services.",
            "Split monolith into services"
        ),
        .init("I suspect a memory leak in the websocket server", "Memory leak in the websocket server"),
        .init("@alice can you review the parser changes?", "Review parser changes"),
        .init("Hey Bob, can you update the changelog?", "Update changelog"),
        .init("Dear team, please update the privacy policy page.", "Update privacy policy page"),
        .init("Dear Sir or Madam, I would like to request a dark mode.", "Request dark mode"),
        .init("Good morning! Would you mind renaming the repo?", "Renaming repo"),
        .init("Please, please fix the login!!!", "Fix login"),
        .init("pretty please add tests", "Add tests"),
        .init("Could you kindly look into the failing deploy?", "Look into failing deploy"),
        .init("I would really appreciate it if you could add dark mode", "Add dark mode"),
        .init("if you have time, could you add dark mode?", "Add dark mode"),
        .init("Can you please help me to fix the flaky login test? Thanks in advance!", "Fix flaky login test"),
        .init("Good job! Now deploy to staging.", "Deploy to staging"),
        .init("Hey @claude, could you fix the typo in the docs?", "Fix typo in docs"),
        .init("claude please add a test for the parser", "Add test for parser"),
        .init("Hi Claude,\n\ncan you add a test for the parser?\n\nBest,\nAnn", "Add test for parser"),
        .init("can you please please please fix the login??", "Fix login"),
        .init("fix login pls thx", "Fix login"),
        .init("Please add tests for me", "Add tests"),
        .init(
            "Long story short, I need to parse a 2 GB CSV file without running out of memory.",
            "Parse 2 GB CSV file without running out of memory"
        ),
        .init(
            "the thing is, our users are complaining that the app is slow on older phones",
            "Our users are complaining that the app is slow on older…"
        ),
        .init(
            "The goal of this task is to improve the performance of the search endpoint. Currently it takes 3s.",
            "Improve performance of search endpoint"
        ),
        .init("While testing the upload, I noticed that files > 5 MB are truncated", "Files > 5 MB are truncated"),
        .init(
            "I need you to do three things: fix the header, update the footer, and add a sidebar.",
            "Fix header, update footer, and add sidebar"
        ),
        .init("Nice! The header still overlaps on iPad though.", "The header still overlaps on iPad though"),
        .init("yes, go ahead and merge it", "Merge it"),
        .init(
            "We should never see this error: \"invalid state\"",
            "We should never see this error: \"invalid state\""
        ),
        .init("Also, the logo is blurry.", "The logo is blurry"),
        .init(
            "tried running npm install and got a bunch of peer dependency errors, can you fix package.json",
            "Fix package.json"
        ),
        .init(
            """
            I updated the dependencies (see package.json) but now `yarn build` crashes with "heap out of memory".
            """,
            "yarn build crashes with \"heap out of memory\""
        ),
        .init(
            "First of all, thanks for the great work! I found a bug in the parser: it doesn't handle CRLF.",
            "Bug in the parser: it doesn't handle CRLF"
        ),
        .init(
            "Hello, I'm Ann from the design team. We'd like the primary color changed to #ff6600.",
            "Primary color changed to #ff6600"
        ),
        .init(
            "Now that auth is merged, wire it into the admin UI.",
            "Now that auth is merged, wire it into admin UI"
        ),
        .init("Hi, is it OK to drop Node 16 from the CI matrix? Cheers", "Drop Node 16 from CI matrix"),
        .init("I'd be very thankful if you could document the retry policy.", "Document retry policy"),
        .init("Mind taking a look? The map tiles stay blank offline.", "The map tiles stay blank offline"),
        .init("Kannst du mal eben die alten Feature-Flags entfernen?", "Die alten Feature-Flags entfernen"),
        .init(
            "¿Me puedes explicar este error?\n\nEl pago se cobra dos veces.\n\nGracias", "El pago se cobra dos veces"
        ),
    ]
}
