extension TitleCase {
    /// Bug reports: the sentence that says what fails, not the trace or the log.
    static let reports: [TitleCase] = [
        .init(
            """
            The login page crashes on Safari 17.2 when I press "Sign in".

            ```
            TypeError: undefined is not an object (evaluating 'user.name')
                at render (App.js:12:3)
            ```
            """,
            "The login page crashes on Safari 17.2 when I press \"Sign in\""
        ),
        .init("There is a typo in the README", "Typo in the README"),
        .init(
            """
            The app is crashing on startup.

            Here's the log:

            2024-05-01 10:00:01 INFO Starting server
            2024-05-01 10:00:02 ERROR Failed to bind port 8080
            """,
            "The app is crashing on startup"
        ),
        .init(
            """
            this function is too slow, can you optimize it?

            ```python
            def fib(n):
                return fib(n-1) + fib(n-2)
            ```
            """,
            "This function is too slow"
        ),
        .init(
            """
            Fix this error:

            Traceback (most recent call last):
              File "main.py", line 3, in <module>
                foo()
            KeyError: 'user_id'
            """,
            "Fix this error: KeyError: 'user_id'"
        ),
        .init(
            """
            The CI pipeline fails intermittently with the error "ECONNRESET" while downloading dependencies \
            from the internal registry, which makes releases unreliable.
            """,
            "The CI pipeline fails intermittently with the error…"
        ),
        .init("the sidebar flickers on load", "The sidebar flickers on load"),
        .init(
            "After upgrading to Next 14 the images don't load anymore",
            "After upgrading to Next 14 the images don't load anymore"
        ),
        .init(
            "When the user logs out, the session cookie isn't cleared",
            "When the user logs out, the session cookie isn't cleared"
        ),
        .init("I've attached a screenshot. The tooltip is cut off.", "The tooltip is cut off"),
        .init(
            "I'm getting a 404 when I hit /api/users/me after logging in, any ideas?",
            "404 when I hit /api/users/me after logging in"
        ),
        .init(
            "Our Kubernetes pods keep restarting because of OOM kills. Investigate and propose a fix.",
            "Our Kubernetes pods keep restarting because of OOM kills"
        ),
        .init(
            """
            I get this error when running the app:

            Error: Cannot find module 'express'
                at Function.Module._resolveFilename (node:internal/modules/cjs/loader:933:15)

            How do I fix it?
            """,
            "Error when running the app"
        ),
        .init("Nope, still broken. The button doesn't respond to clicks.", "The button doesn't respond to clicks"),
        .init("On mobile, the menu overlaps the logo.", "On mobile, the menu overlaps the logo"),
        .init("line 42 of parser.py: off by one error", "Line 42 of parser.py: off by one error"),
        .init(
            """
            The following test fails:

            ```
            FAIL src/App.test.js
              ● renders learn react link
            ```
            """,
            "The following test fails"
        ),
        .init(
            """
            Here's the error I get when running `cargo build`:

            error[E0382]: borrow of moved value: `s`
             --> src/main.rs:4:20
              |
            3 |     let t = s;
            """,
            "Here's the error I get when running cargo build"
        ),
        .init(
            "$ npm test\n> app@1.0.0 test\n> jest\n\nFAIL src/sum.test.js\n\nwhy is this failing?",
            "Why is this failing?"
        ),
        .init(
            "Here is my code:\n\n```python\nprint(\"hi\")\n```\n\nWhy doesn't it print twice?",
            "Why doesn't it print twice?"
        ),
        .init("`npm install` fails with ERESOLVE", "npm install fails with ERESOLVE"),
        .init("\"Save\" button doesn't do anything", "\"Save\" button doesn't do anything"),
        .init(
            "The \"Save\" button should be disabled until the form is valid",
            "The \"Save\" button should be disabled until the form is valid"
        ),
        .init(
            "docker compose up fails with \"port is already allocated\"",
            "Docker compose up fails with \"port is already allocated\""
        ),
        .init("e2e tests are flaky", "e2e tests are flaky"),
        .init("iOS build is broken", "iOS build is broken"),
        .init(
            "Investigate high memory usage in the worker (see graph: https://grafana.example.com/d/abc123)",
            "Investigate high memory usage in worker (see graph…"
        ),
        .init(
            "In src/auth/login.ts, the `validate` function doesn't check for empty strings.",
            "The validate function doesn't check for empty strings"
        ),
        .init(
            """
            When I run `docker build .` I get:

            ```
            ERROR: failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1
            ```

            What is wrong with my Dockerfile?
            """,
            "What is wrong with my Dockerfile?"
        ),
        .init(
            """
            The date picker shows the wrong month in the UTC+12 timezone. Steps:
            1. Open the booking page
            2. Click on the date field
            """,
            "The date picker shows the wrong month in the UTC+12 timezone"
        ),
        .init("My tests pass locally but fail in CI.", "My tests pass locally but fail in CI"),
        .init("This PR breaks the build", "This PR breaks the build"),
        .init(
            "It doesn't work. When I click on \"Buy\", I get a blank page.",
            "When I click on \"Buy\", I get a blank page"
        ),
        .init("There should be a way to cancel a running job", "There should be a way to cancel a running job"),
        .init("Users can't log in with Google since yesterday", "Users can't log in with Google since yesterday"),
        .init(
            "Error when running migrations: relation \"users\" does not exist",
            "Error when running migrations: relation \"users\" does not…"
        ),
        .init(
            """
            Expected behavior: clicking "Delete" removes the row.
            Actual behavior: nothing happens.
            """,
            "Nothing happens"
        ),
        .init(
            """
            In our React app we have a table component (`src/components/Table.tsx`) that renders about 10,000 \
            rows. Scrolling is really slow. Virtualize the rows using react-window.
            """,
            "Virtualize rows using react-window"
        ),
        .init(
            """
            Hi team,

            We've recently started seeing intermittent failures in the checkout flow. About 2% of the \
            payments fail with a timeout. I've attached the logs below. Could someone please investigate the \
            Stripe webhook handler and add retries?

            2024-05-01T10:00:00Z ERROR timeout
            """,
            "Investigate Stripe webhook handler and add retries"
        ),
        .init(
            """
            CI failed on the last commit:

            ```
            Error: Process completed with exit code 1.
            ```

            Please fix it.
            """,
            "CI failed on the last commit"
        ),
        .init("Please fix the CI failure:\n\n##[error]Process completed with exit code 1.", "Fix CI failure"),
        .init(
            "I've got a weird bug: when two users edit the same doc, the cursor jumps to the start.",
            "The cursor jumps to the start"
        ),
        .init(
            """
            Since the last release, the app doesn't start on Android 14. Here is the logcat output:

            E/AndroidRuntime: FATAL EXCEPTION: main
            """,
            "Since the last release, the app doesn't start on Android 14"
        ),
        .init("The endpoint `/api/users` returns 500. It should return 404.", "The endpoint /api/users returns 500"),
        .init("wait, what? the tests are all red", "The tests are all red"),
        .init("Some users report that emails arrive twice", "Some users report that emails arrive twice"),
        .init("All the links in the footer are broken", "All the links in the footer are broken"),
        .init("There are 3 failing tests in auth.spec.ts. Fix them.", "3 failing tests in auth.spec.ts"),
    ]
}
