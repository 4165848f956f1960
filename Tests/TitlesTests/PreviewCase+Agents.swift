extension PreviewCase {
    /// The previews of agents' messages.
    static let agents: [PreviewCase] = [
        .init(
            """
            I've opened PR #42 with the changes. The form now validates email and password on the client and \
            on the server.
            """,
            "I've opened PR #42 with the changes..."
        ),
        .init(
            """
            Done! I've added **input validation** to the signup form:

            - Email is validated
            - Password needs 8+ chars
            """,
            "Done! I've added input validation to the signup form..."
        ),
        .init(
            """
            ## Summary

            I refactored the `UserService` class to use async/await. All tests pass.

            ## Changes
            - a
            """,
            "I refactored the `UserService` class to use async/await..."
        ),
        .init(
            "Perfect! All 42 tests pass now. I also updated the README with the new instructions for running them.",
            "Perfect! All 42 tests pass now..."
        ),
        .init("I'll start by looking at the code.", "I'll start by looking at the code."),
        .init(
            """
            Let me look at the test failures first. I'll run `npm test` and then check the output of the CI \
            workflow in detail.
            """,
            "Let me look at the test failures first..."
        ),
        .init(
            """
            The issue is in `src/auth/login.ts:42`: the token is compared with `==` instead of a \
            constant-time comparison, which leaks timing.
            """,
            "The issue is in `src/auth/login.ts:42`: the token is compared with `==`..."
        ),
        .init(
            """
            ```json
            {"status": "ok", "message": "this is a long line of JSON which goes on and on and on for ever and ever"}
            ```
            """,
            "{\"status\": \"ok\", \"message\": \"this is a long line of JSON which goes on and on..."
        ),
        .init(
            """
            # Heading

            Some text that follows the heading and is long enough to make the whole message go beyond eighty \
            characters.
            """,
            "Heading..."
        ),
        .init(
            """
            1. First step is to install the dependencies with npm
            2. Second step is to run the build and check the output
            """,
            "First step is to install the dependencies with npm..."
        ),
        .init(
            """
            **Root cause:** the cache key didn't include the locale, so users saw each other's language after \
            switching.
            """,
            "Root cause: the cache key didn't include the locale, so users saw each..."
        ),
        .init(
            """
            Fixed in [abc1234](https://github.com/acme/app/commit/abc1234): the date picker now respects the \
            timezone of the user.
            """,
            "Fixed in abc1234: the date picker now respects the timezone of the user."
        ),
        .init(
            """
            Is this what you wanted? I changed the color to blue and moved the button to the right of the \
            form as you asked.
            """,
            "Is this what you wanted..."
        ),
        .init("Fix login. Add tests.", "Fix login. Add tests."),
        .init(
            """
            Version v1.2.3 is released, e.g. on npm. You can install it with `npm i foo@1.2.3` in any project \
            that uses Node.js 20.
            """,
            "Version v1.2.3 is released, e.g. on npm..."
        ),
        .init(
            "登录页面已经修复，现在可以正常工作了。我还添加了几个测试用例来覆盖这些情况，包括空密码、错误的邮箱格式、以及过长的用户名等等，所有测试都通过了。",
            "登录页面已经修复，现在可以正常工作了。我还添加了几个测试用例来覆盖这些情况，包括空密码、错误的邮箱格式、以及过长的用户名等等，所有测试都通过了。"
        ),
        .init("    indented text", "indented text"),
        .init("Hello\n", "Hello"),
        .init("a\n\n\nb", "a b"),
        .init(
            """
            > quoted text of the user that is long enough to not be a short message at all, really

            Yes, I agree with that.
            """,
            "Yes, I agree with that."
        ),
        .init(
            """
            Build failed with 3 errors
            src/a.ts:1:2: error: nope, this is a long compiler message about types
            """,
            "Build failed with 3 errors..."
        ),
        .init(
            """
            The word "foo" was renamed to "bar." Nothing else was changed in the code base, I promise you \
            that much for sure.
            """,
            "The word \"foo\" was renamed to \"bar.\"..."
        ),
        .init(
            """
            Wait... I found it. The bug is in the parser and it comes from the way that we handle the escape \
            sequences there.
            """,
            "Wait... I found it..."
        ),
        .init("No changes were necessary", "No changes were necessary"),
        .init(
            """
            ✅ All tests pass! Here is a summary of what I did in this session, step by step, so that you can \
            review it all:
            """,
            "✅ All tests pass..."
        ),
        .init(
            """
            -----
            Text after a rule that is long enough to exceed the limit of eighty characters in this preview function.
            """,
            "Text after a rule that is long enough to exceed the limit of eighty..."
        ),
    ]
}
