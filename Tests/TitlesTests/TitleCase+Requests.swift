extension TitleCase {
    /// Plain requests: articles and the closing mark go, all else stays.
    static let requests: [TitleCase] = [
        .init(
            """
            Add input validation to the signup form. Email should be validated, password needs 8+ chars with \
            at least one number.
            """,
            "Add input validation to signup form"
        ),
        .init(
            "Write a function that takes a list of integers and returns the sum of the even ones.",
            "Write function that takes list of integers and returns sum…"
        ),
        .init("Bump lodash from 4.17.20 to 4.17.21.", "Bump lodash from 4.17.20 to 4.17.21"),
        .init("implement #123", "Implement #123"),
        .init("Fix #45 and #46", "Fix #45 and #46"),
        .init(
            "Remove the deprecated `--legacy` flag, then update the docs and bump the version to v2.0.0.",
            "Remove deprecated --legacy flag, then update docs and bump…"
        ),
        .init(
            "Make sure that all API responses include the request id",
            "Make sure that all API responses include request id"
        ),
        .init(
            """
            Refactor utils.py. It's way too long and has duplicate code, e.g. parse_date and parse_datetime \
            do nearly the same thing.
            """,
            "Refactor utils.py"
        ),
        .init(
            "Upgrade to Node.js v20.1.2, e.g. by changing .nvmrc, etc. and run the tests. Then deploy.",
            "Upgrade to Node.js v20.1.2, e.g. by changing .nvmrc, etc…"
        ),
        .init("Commit the changes and open a PR", "Commit changes and open PR"),
        .init("Revert the last commit", "Revert last commit"),
        .init(
            "Given a list of intervals, merge all overlapping intervals.",
            "Given list of intervals, merge all overlapping intervals"
        ),
        .init(
            "If the token is expired, refresh it automatically instead of logging the user out",
            "If token is expired, refresh it automatically instead of…"
        ),
        .init("Translate the README into German", "Translate README into German"),
        .init("FIX THE LOGIN PAGE NOW!!!", "FIX LOGIN PAGE NOW"),
        .init("Fix   the\n\tlogin\tpage", "Fix login page"),
        .init("add a login page\nuse oauth\nmake it look nice", "Add login page"),
        .init("Change the text from \"a user\" to \"the user\"", "Change text from \"a user\" to \"the user\""),
        .init("Fixes #12", "Fixes #12"),
        .init("feat(auth): add the refresh token flow", "feat(auth): add refresh token flow"),
        .init("JIRA-1234: Add an audit log for admin actions", "JIRA-1234: Add audit log for admin actions"),
        .init("[JIRA-1234] Add an audit log for admin actions", "[JIRA-1234] Add audit log for admin actions"),
        .init("PROJ-55 fix the date picker", "PROJ-55 fix date picker"),
        .init("fix(ui): button color", "fix(ui): button color"),
        .init("Closes #4. The parser should accept trailing commas.", "The parser should accept trailing commas"),
        .init(
            "Follow up on #123: the fix doesn't handle empty arrays",
            "Follow up on #123: fix doesn't handle empty arrays"
        ),
        .init("Actually, use PostgreSQL instead of MySQL.", "Use PostgreSQL instead of MySQL"),
        .init(
            "In the settings page, add a toggle for email notifications.",
            "In settings page, add toggle for email notifications"
        ),
        .init("🚀 add the dark mode", "🚀 Add dark mode"),
        .init(
            "Add support for 👨\u{200D}👩\u{200D}👧\u{200D}👦 emoji in usernames",
            "Add support for 👨\u{200D}👩\u{200D}👧\u{200D}👦 emoji in usernames"
        ),
        .init(
            "Migrate the app from Webpack to Vite.\n- keep the aliases\n- keep env vars",
            "Migrate app from Webpack to Vite"
        ),
        .init("1. Fix the login redirect 2. Add tests 3. Update the changelog", "Fix login redirect"),
        .init(
            "Look at https://example.com/docs/api and write a client for it in Go",
            "Look at example.com/docs/api and write client for it in Go"
        ),
        .init(
            "I want to add a feature where users can upload a profile picture. It should be resized to 256x256.",
            "Add feature where users can upload profile picture"
        ),
        .init(
            "Create a new endpoint POST /api/v1/orders that validates the payload and returns 201",
            "Create new endpoint POST /api/v1/orders that validates…"
        ),
        .init(
            """
            Write an E2E test that signs up a user, verifies the email, logs in, creates a project and \
            deletes it again
            """,
            "Write E2E test that signs up user, verifies email, logs in…"
        ),
        .init("Build me a landing page for a coffee shop", "Build landing page for coffee shop"),
        .init("Write me a bash one-liner to count lines", "Write bash one-liner to count lines"),
        .init(
            """
            Add i18n (German, French and Spanish) to the marketing site; the strings live in locales/*.json \
            and must be loaded lazily.
            """,
            "Add i18n (German, French and Spanish) to marketing site…"
        ),
        .init(
            "Use e.g. Redis or Memcached for caching. It must be configurable.",
            "Use e.g. Redis or Memcached for caching"
        ),
        .init(
            "Handle files such as foo.txt, bar.md etc. The parser ignores them now.",
            "Handle files such as foo.txt, bar.md etc"
        ),
        .init(
            "Make the CLI print \"Done.\" when finished. It should also exit with 0.",
            "Make CLI print \"Done.\" when finished"
        ),
        .init("Update package.json. Then run npm install.", "Update package.json"),
        .init("Compare A vs. B and pick one. Then implement it.", "Compare A vs. B and pick one"),
        .init("Set timeout to 2.5 s. The default is 1 s.", "Set timeout to 2.5 s"),
        .init("Upgrade to version 5. Then run the tests.", "Upgrade to version 5"),
        .init(
            "Run `swift test` and fix whatever fails. Don't change the public API.",
            "Run swift test and fix whatever fails"
        ),
        .init("Address the review comments on PR #42", "Address review comments on PR #42"),
        .init("Work on #77", "Work on #77"),
        .init("Revert \"feat: add the thing\"", "Revert \"feat: add thing\""),
        .init("docs: fix the typo in README", "docs: fix typo in README"),
        .init("chore(deps): bump the eslint group", "chore(deps): bump eslint group"),
        .init("So far the API only supports JSON. Add XML.", "Add XML"),
        .init(
            "Before we release, bump the version and update the changelog.",
            "Before we release, bump version and update changelog"
        ),
        .init(
            "Because the API is rate limited, add exponential backoff to the client.",
            "Add exponential backoff to client"
        ),
        .init("To reduce costs, move images to S3.", "To reduce costs, move images to S3"),
        .init("Once the migration is done, drop the old column", "Once migration is done, drop old column"),
        .init("fix: `TypeError: x is not a function` in cart.js", "fix: TypeError: x is not a function in cart.js"),
        .init("Fix the bug where the user's name isn't shown...", "Fix bug where user's name isn't shown"),
    ]
}
