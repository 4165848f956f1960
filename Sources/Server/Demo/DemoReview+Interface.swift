extension DemoReview {
    /// The second part of the patch: the pages, their styles and the tests.
    static let interfacePatch = #"""
        diff --git a/src/signup/legacyRules.js b/src/signup/legacyRules.js
        deleted file mode 100644
        index 902f692..0000000
        --- a/src/signup/legacyRules.js
        +++ /dev/null
        @@ -1,9 +0,0 @@
        -// Kept for the old admin page.
        -module.exports = {
        -    email: function (value) {
        -        return /.+@.+/.test(value);
        -    },
        -    password: function (value) {
        -        return value.length > 3;
        -    },
        -};
        diff --git a/src/signup/helpers.ts b/src/signup/text.ts
        similarity index 89%
        rename from src/signup/helpers.ts
        rename to src/signup/text.ts
        index 1499270..119f036 100644
        --- a/src/signup/helpers.ts
        +++ b/src/signup/text.ts
        @@ -3,6 +3,7 @@ export function tidy(text: string): string {
             return text.trim().replace(/\s+/g, " ");
         }
         
        +/** Whether nothing can be seen of a text. */
         export function isBlank(text: string): boolean {
             return tidy(text) === "";
         }
        diff --git a/src/signup/validation.ts b/src/signup/validation.ts
        new file mode 100644
        index 0000000..6b8d57f
        --- /dev/null
        +++ b/src/signup/validation.ts
        @@ -0,0 +1,26 @@
        +import { domainOf, isBlank } from "./text";
        +
        +export interface Fields {
        +    name: string;
        +    email: string;
        +    password: string;
        +}
        +
        +export type Problems = Partial<Record<keyof Fields, string>>;
        +
        +const limits = { name: 80, password: 12 };
        +const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
        +
        +/** What is wrong with each field. The server has the same rules, and the last word. */
        +export function check({ name, email, password }: Fields): Problems {
        +    const problems: Problems = {};
        +    if (isBlank(name)) problems.name = "Enter your name.";
        +    else if (name.length > limits.name) problems.name = `Your name can have at most ${limits.name} characters.`;
        +    if (!address.test(email) || domainOf(email).includes("..")) {
        +        problems.email = "Enter an email address, such as ada@example.com.";
        +    }
        +    if (password.length < limits.password) {
        +        problems.password = `The password needs at least ${limits.password} characters.`;
        +    }
        +    return problems;
        +}
        diff --git a/styles/forms.css b/styles/forms.css
        index 01b62d6..d629f78 100644
        --- a/styles/forms.css
        +++ b/styles/forms.css
        @@ -5,6 +5,16 @@ form label {
         
         form input {
             width: 100%;
        -    border: 1px solid #ccc;
        +    border: 1px solid var(--line);
             border-radius: 4px;
         }
        +
        +form input[aria-invalid="true"] {
        +    border-color: var(--bad);
        +}
        +
        +.field-error {
        +    margin: 4px 0 0;
        +    color: var(--bad);
        +    font-size: 0.875rem;
        +}
        diff --git a/tests/test_users.py b/tests/test_users.py
        new file mode 100644
        index 0000000..f400e9b
        --- /dev/null
        +++ b/tests/test_users.py
        @@ -0,0 +1,32 @@
        +import pytest
        +
        +from server.problems import InvalidForm
        +from server.users import check, create_user, find_user, NewUser
        +
        +GOOD = {"name": "Ada", "email": "ada@example.com", "password": "correct horse battery"}
        +
        +
        +@pytest.mark.parametrize(
        +    ("field", "value", "reason"),
        +    [
        +        ("name", "  ", "Enter your name."),
        +        ("name", "x" * 81, "Your name can have at most 80 characters."),
        +        ("email", "ada", "Enter an email address, such as ada@example.com."),
        +        ("email", "ada@", "Enter an email address, such as ada@example.com."),
        +        ("password", "short", "The password needs at least 12 characters."),
        +        ("password", "password1234", "This password is too easy to guess."),
        +    ],
        +)
        +def test_each_rule_has_a_reason(field, value, reason):
        +    assert check(NewUser(**{**GOOD, field: value})) == {field: reason}
        +
        +
        +def test_nothing_is_stored_of_an_invalid_form():
        +    with pytest.raises(InvalidForm):
        +        create_user({**GOOD, "password": "short"})
        +    assert find_user(GOOD["email"]) is None
        +
        +
        +def test_case_does_not_matter():
        +    create_user({**GOOD, "email": "Ada@Example.com"})
        +    assert find_user("ADA@example.COM") is not None

        """#
}
