extension TitleCase {
    /// The request after the role, or the setting.
    static let rolePlay: [TitleCase] = [
        .init(
            """
            You are a senior engineer with 10 years of experience in Swift. You write clean code. Your task \
            is to migrate the tests from XCTest to Swift Testing.
            """,
            "Migrate tests from XCTest to Swift Testing"
        ),
        .init(
            "I want you to act as a code reviewer. Review the auth module for security issues.",
            "Review auth module for security issues"
        ),
        .init(
            "Act as a senior Python developer and write unit tests for the billing module.",
            "Write unit tests for billing module"
        ),
        .init("You are an expert in CSS. Center the hero section vertically.", "Center hero section vertically"),
        .init(
            "As a user, I want to reset my password so that I can log in again.",
            "Reset my password so that I can log in again"
        ),
        .init("You are a world-class React developer.", "You are world-class React developer"),
        .init(
            """
            I'm working on a Next.js app. The checkout page uses Stripe. Please add Apple Pay support to the \
            checkout page.
            """,
            "Add Apple Pay support to checkout page"
        ),
        .init(
            "We recently migrated to Postgres 16. Update the connection pool settings to match.",
            "Update connection pool settings to match"
        ),
        .init("We're using Redux. I want to migrate to Zustand.", "Migrate to Zustand"),
        .init(
            "See https://github.com/acme/app/issues/77 for details. Implement the retry logic described there.",
            "Implement retry logic described there"
        ),
        .init("Do not use any external libraries. Implement a JSON parser in C.", "Implement JSON parser in C"),
        .init("I'm a beginner. Explain recursion like I'm five.", "Explain recursion like I'm five"),
        .init(
            "Our landing page has a Lighthouse score of 45. Improve performance to at least 90.",
            "Improve performance to at least 90"
        ),
        .init("You will be given a Python function. Optimize it.\n\ndef f(n): return sum(range(n))", "Optimize it"),
        .init("You have access to the repo. Add a LICENSE file.", "Add LICENSE file"),
        .init(
            "Imagine you are a compiler. Explain what happens to `const x = 1`.",
            "Explain what happens to const x = 1"
        ),
        .init("Think step by step. What is wrong with this SQL query?", "What is wrong with this SQL query?"),
        .init("Be brief. Summarize the architecture.", "Summarize architecture"),
        .init(
            "IMPORTANT: do not change the public API. Refactor the parser into smaller files.",
            "Refactor parser into smaller files"
        ),
        .init("Note: don't touch the DB. Rename the service class.", "Rename service class"),
        .init("Please note that the tests are flaky. Add retries to the e2e suite.", "Add retries to e2e suite"),
        .init(
            """
            I'm building a Chrome extension that blocks distracting sites. Right now it only supports exact \
            matches. I'd like to support wildcard patterns like *.reddit.com. Please update the matching \
            logic in src/background.ts and add tests.
            """,
            "Support wildcard patterns like *.reddit.com"
        ),
        .init(
            "We have two services, A and B. Service A calls B over HTTP. We'd like to switch to gRPC.",
            "Switch to gRPC"
        ),
        .init(
            "As you know, we're moving to ESM. Convert all require() calls in scripts/ to imports.",
            "Convert all require() calls in scripts/ to imports"
        ),
        .init(
            "My boss wants a dashboard that shows daily active users. Build it with Chart.js.",
            "My boss wants a dashboard that shows daily active users"
        ),
        .init("At the moment there is no way to filter the list. Add a filter by status.", "Add filter by status"),
        .init(
            "I have two tables, users and orders. Write a query that returns users without orders.",
            "Write query that returns users without orders"
        ),
        .init(
            "You are Claude Code. Fix the failing test in tests/test_api.py.",
            "Fix failing test in tests/test_api.py"
        ),
        .init(
            "You're an experienced DevOps engineer. Help me set up a GitHub Actions workflow for a monorepo.",
            "Set up GitHub Actions workflow for monorepo"
        ),
    ]
}
