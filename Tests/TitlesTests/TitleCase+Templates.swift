extension TitleCase {
    /// Issue templates, sections, labels and tags.
    static let templates: [TitleCase] = [
        .init(
            """
            ## Bug report
            ### Describe the bug
            Login fails with a 500 when the password contains a `%`.

            ### Steps to reproduce
            1. Go to /login
            2. Enter a password
            """,
            "Login fails with a 500 when the password contains a %"
        ),
        .init(
            """
            **Describe the bug**
            A clear and concise description of what the bug is.
            The export button does nothing.

            **To Reproduce**
            Steps to reproduce the behavior:
            1. Go to '...'
            """,
            "The export button does nothing"
        ),
        .init(
            """
            ### What happened?

            The CLI exits with code 1 when no config is found

            ### Expected behavior

            It should fall back to defaults.

            ### Version

            v1.2.3

            - [x] I have searched the existing issues
            """,
            "The CLI exits with code 1 when no config is found"
        ),
        .init(
            "Context: We use Django 4.2 and DRF.\n\nAdd pagination to the orders endpoint.",
            "Add pagination to orders endpoint"
        ),
        .init(
            """
            ## Context
            We have a monorepo with pnpm.

            ## Task
            Upgrade TypeScript to 5.4 in all packages.

            ## Constraints
            - Don't change public APIs
            """,
            "Upgrade TypeScript to 5.4 in all packages"
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
            "Add dark mode toggle to settings page"
        ),
        .init("<task>Add dark mode</task>", "Add dark mode"),
        .init("Task: Add rate limiting\nDescription: The public API has no rate limit.", "Add rate limiting"),
        .init(
            "Title: Crash when opening settings\nBody: The app crashes with a null pointer.",
            "Crash when opening settings"
        ),
        .init("# Feature Request: dark mode", "Dark mode"),
        .init("# Bug: Crash on startup\nThe app crashes.", "Crash on startup"),
        .init("### Task 1: Set up the project\n- init", "Set up project"),
        .init("Step 1: Create the database\nStep 2: Seed it", "Create database"),
        .init("Goal: reduce bundle size below 200 kB", "Reduce bundle size below 200 kB"),
        .init(
            "Tasks:\n1. Create a migration for the users table\n2. Add a model",
            "Create migration for users table"
        ),
        .init(
            """
            Subject: Broken invoice PDFs

            Hi,

            The invoice PDFs generated since Monday are blank.

            Best regards,
            Ann
            """,
            "Broken invoice PDFs"
        ),
        .init("<system-reminder>Be nice</system-reminder>\nAdd a health check endpoint", "Add health check endpoint"),
        .init("- [ ] Add login\n- [ ] Add logout", "Add login"),
        .init(
            "You are a helpful assistant.\n\nUser request: Convert the README to AsciiDoc.",
            "Convert README to AsciiDoc"
        ),
        .init("**Bug**: the export fails", "The export fails"),
        .init("**Summary:** Add SSO\n\n**Details:** Use Okta.", "Add SSO"),
        .init("## Summary\nAdd OAuth login\n\n## Details\nUse passport.js", "Add OAuth login"),
        .init(
            "## Goal\n\nReduce the Docker image size\n\n## Current state\n\nThe image is 1.2 GB.",
            "Reduce Docker image size"
        ),
        .init(
            """
            ### Is your feature request related to a problem? Please describe.
            I'm always frustrated when the sidebar collapses on resize.

            ### Describe the solution you'd like
            Keep the sidebar state in localStorage.
            """,
            "Keep sidebar state in localStorage"
        ),
        .init(
            """
            ### Prerequisites
            - [x] I have read the docs

            ### Description
            The `parse` method throws on empty input.

            ### Reproduction
            https://stackblitz.com/edit/foo
            """,
            "The parse method throws on empty input"
        ),
        .init(
            """
            <!-- Please fill in the template -->
            **What is the current behavior?**
            Tabs lose focus.

            **What is the expected behavior?**
            Tabs keep focus.
            """,
            "Tabs lose focus"
        ),
        .init(
            "Type: bug\nComponent: auth\nDescription: Logout doesn't clear cookies",
            "Logout doesn't clear cookies"
        ),
        .init(
            "**Acceptance criteria**\n- [ ] works on mobile\n\n**Task**\nMake the nav responsive",
            "Make nav responsive"
        ),
        .init(
            "Objective: Migrate from Jest to Vitest.\n\nConstraints:\n- keep snapshots",
            "Migrate from Jest to Vitest"
        ),
        .init("INSTRUCTIONS: Read data.csv and plot column 2.", "Read data.csv and plot column 2"),
        .init("<user_query>\nWrite a quicksort in Go.\n</user_query>", "Write quicksort in Go"),
        .init("<instructions>\nWrite a quicksort in Go.\n</instructions>", "Write quicksort in Go"),
        .init("System: You are a helpful coding assistant.\nUser: Write a quicksort in Go.", "Write quicksort in Go"),
        .init("## What\nAdd a health endpoint.\n\n## Why\nKubernetes needs it.", "Add health endpoint"),
        .init("## Why\nKubernetes needs a health endpoint.\n\n## What\nAdd `/healthz`.", "Add /healthz"),
        .init(
            """
            ### Current behavior
            The list is unsorted.

            ### Desired behavior
            The list is sorted by date.
            """,
            "The list is unsorted"
        ),
        .init(
            """
            ### Version
            1.2.3
            ### OS
            macOS
            ### Steps
            Open the app.
            ### What went wrong
            The menu bar icon disappears after sleep.
            """,
            "The menu bar icon disappears after sleep"
        ),
        .init("Ticket: ABC-123\nSummary: Fix the login\nPriority: High", "Fix login"),
        .init("[Bug]: Login fails on Safari", "Login fails on Safari"),
        .init("[Feature Request] Dark mode", "Dark mode"),
        .init("Bug report - login fails", "Login fails"),
        .init("TODO:\n- write docs", "Write docs"),
        .init(
            "User story: As a customer, I want to filter orders by date so that I find them faster.",
            "Filter orders by date so that I find them faster"
        ),
        .init("Your task: write a README.", "Write README"),
        .init("Question: how do I mock the clock?", "How do I mock the clock?"),
        .init("What I need: a script to back up Postgres to S3", "Script to back up Postgres to S3"),
    ]
}
