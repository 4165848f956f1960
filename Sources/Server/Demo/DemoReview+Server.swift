extension DemoReview {
    /// The first part of the patch: what isn't a page.
    static let serverPatch = #"""
        diff --git a/.github/workflows/test.yml b/.github/workflows/test.yml
        index dec8742..fb62543 100644
        --- a/.github/workflows/test.yml
        +++ b/.github/workflows/test.yml
        @@ -7,3 +7,5 @@ jobs:
               - uses: actions/checkout@v4
               - run: npm ci
               - run: npm test
        +      - run: pip install -r requirements.txt
        +      - run: pytest --quiet tests
        diff --git a/docs/accounts.md b/docs/accounts.md
        index bd73f0d..45c11b4 100644
        --- a/docs/accounts.md
        +++ b/docs/accounts.md
        @@ -4,6 +4,10 @@ People create their account with the signup form.
         
         ## Fields
         
        -- name
        -- email
        -- password
        +| field | rule |
        +|---|---|
        +| name | 1 to 80 characters |
        +| email | one `@`, compared without regard to case |
        +| password | at least 12 characters, and not a common one |
        +
        +The browser checks them first; the server checks them again and answers `422` with a reason for each field.
        diff --git a/public/warning.png b/public/warning.png
        index 24365b54575a6f64dd4af15a701b2f016473873d..11ddabde9ef0cea22c0836fa781043a2552d9e43 100644
        GIT binary patch
        delta 35
        pcmebBnxG?hWBI~HQ9~YGPKMTV&W&Cv^<oS_;OXk;vd$@?2>{Kh3giF)

        delta 35
        pcmebBnxG?RvC)A~J4qr+h{3rju`%y{yB`A(c)I$ztaD0e0syvA3UUAd

        diff --git a/server/migrations/0042_lower_case_emails.sql b/server/migrations/0042_lower_case_emails.sql
        new file mode 100644
        index 0000000..7066c7f
        --- /dev/null
        +++ b/server/migrations/0042_lower_case_emails.sql
        @@ -0,0 +1,10 @@
        +-- Addresses were stored as they were typed, so that one person could have several accounts.
        +BEGIN;
        +
        +UPDATE users SET email = lower(email)
        +WHERE email <> lower(email)
        +    AND NOT EXISTS (SELECT 1 FROM users other WHERE other.email = lower(users.email) AND other.id <> users.id);
        +
        +CREATE UNIQUE INDEX users_by_email ON users (lower(email));
        +
        +COMMIT;
        diff --git a/server/users.py b/server/users.py
        index 16b5f84..f9aa275 100644
        --- a/server/users.py
        +++ b/server/users.py
        @@ -1,7 +1,11 @@
         from dataclasses import dataclass
         
         from server.db import transaction
        -from server.passwords import hash_password
        +from server.passwords import hash_password, is_common
        +from server.problems import InvalidForm
        +
        +MAXIMUM_NAME = 80
        +MINIMUM_PASSWORD = 12
         
         
         @dataclass
        @@ -11,17 +15,36 @@ class NewUser:
             password: str
         
         
        +def check(user: NewUser) -> dict[str, str]:
        +    """What is wrong with each field; empty if nothing is."""
        +    problems = {}
        +    if not user.name.strip():
        +        problems["name"] = "Enter your name."
        +    elif len(user.name) > MAXIMUM_NAME:
        +        problems["name"] = f"Your name can have at most {MAXIMUM_NAME} characters."
        +    if user.email.count("@") != 1 or user.email.startswith("@") or user.email.endswith("@"):
        +        problems["email"] = "Enter an email address, such as ada@example.com."
        +    if len(user.password) < MINIMUM_PASSWORD:
        +        problems["password"] = f"The password needs at least {MINIMUM_PASSWORD} characters."
        +    elif is_common(user.password):
        +        problems["password"] = "This password is too easy to guess."
        +    return problems
        +
        +
         def create_user(form: dict) -> int:
             user = NewUser(**form)
        +    problems = check(user)
        +    if problems:
        +        raise InvalidForm(problems)
             with transaction() as db:
                 row = db.execute(
                     "INSERT INTO users (name, email, password) VALUES (%s, %s, %s) RETURNING id",
        -            (user.name, user.email, hash_password(user.password)),
        +            (user.name.strip(), user.email.lower(), hash_password(user.password)),
                 )
                 return row.fetchone()[0]
         
         
         def find_user(email: str):
             with transaction() as db:
        -        row = db.execute("SELECT id, name, password FROM users WHERE email = %s", (email,))
        +        row = db.execute("SELECT id, name, password FROM users WHERE email = %s", (email.lower(),))
                 return row.fetchone()
        diff --git a/src/signup/FieldError.tsx b/src/signup/FieldError.tsx
        new file mode 100644
        index 0000000..a4cd285
        --- /dev/null
        +++ b/src/signup/FieldError.tsx
        @@ -0,0 +1,4 @@
        +/** The reason why a field was rejected, read out by screen readers as soon as it appears. */
        +export function FieldError({ text }: { text?: string }) {
        +    return text ? <p className="field-error" role="alert">{text}</p> : null;
        +}
        diff --git a/src/signup/SignupForm.tsx b/src/signup/SignupForm.tsx
        index a5286ce..f96dfd7 100644
        --- a/src/signup/SignupForm.tsx
        +++ b/src/signup/SignupForm.tsx
        @@ -1,47 +1,64 @@
         import { useState } from "react";
        -import { post } from "../http";
        -
        -interface Fields {
        -    name: string;
        -    email: string;
        -    password: string;
        -}
        +import { HTTPError, post } from "../http";
        +import { FieldError } from "./FieldError";
        +import { check, Fields, Problems } from "./validation";
         
         const empty: Fields = { name: "", email: "", password: "" };
         
         export function SignupForm({ onDone }: { onDone: () => void }) {
             const [fields, setFields] = useState(empty);
        +    const [problems, setProblems] = useState<Problems>({});
             const [isSending, setSending] = useState(false);
         
             async function submit(event: React.FormEvent) {
                 event.preventDefault();
        +        const found = check(fields);
        +        setProblems(found);
        +        if (Object.keys(found).length > 0) return;
                 setSending(true);
        -        await post("/api/users", fields);
        -        setSending(false);
        -        onDone();
        +        try {
        +            await post("/api/users", fields);
        +            onDone();
        +        } catch (error) {
        +            if (!(error instanceof HTTPError) || error.status !== 422) throw error;
        +            setProblems(error.body.problems);
        +        } finally {
        +            setSending(false);
        +        }
             }
         
             function set(name: keyof Fields, value: string) {
                 setFields({ ...fields, [name]: value });
        +        // A field that is being corrected isn't wrong any more.
        +        setProblems({ ...problems, [name]: undefined });
             }
         
             return (
        -        <form onSubmit={submit}>
        +        <form onSubmit={submit} noValidate>
                     <label>
                         Name
                         <input value={fields.name} onChange={(e) => set("name", e.target.value)} />
        +                <FieldError text={problems.name} />
                     </label>
                     <label>
                         Email
        -                <input value={fields.email} onChange={(e) => set("email", e.target.value)} />
        +                <input
        +                    type="email"
        +                    autoComplete="email"
        +                    value={fields.email}
        +                    onChange={(e) => set("email", e.target.value)}
        +                />
        +                <FieldError text={problems.email} />
                     </label>
                     <label>
                         Password
                         <input
                             type="password"
        +                    autoComplete="new-password"
                             value={fields.password}
                             onChange={(e) => set("password", e.target.value)}
                         />
        +                <FieldError text={problems.password} />
                     </label>
                     <button disabled={isSending}>Create account</button>
                 </form>

        """#
}
