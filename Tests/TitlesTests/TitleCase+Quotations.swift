extension TitleCase {
    /// Quoted text and mail.
    static let quotations: [TitleCase] = [
        .init(
            """
            On Tue, Jan 5, 2026 at 3:04 PM Bob <bob@x.com> wrote:
            > the old thing
            > more

            Please rename the old thing to the new thing.
            """,
            "Rename old thing to new thing"
        ),
        .init("> The header overlaps the menu\n\nfix", "Fix"),
        .init("> Please rename the module", "Rename module"),
        .init(
            """
            My manager wrote:

            > We need SSO by Friday

            Can you add SAML login to the admin app?
            """,
            "Add SAML login to admin app"
        ),
        .init(
            """
            Am 5. Mai 2026 um 10:00 schrieb Anna <anna@x.de>:
            > Der alte Text

            Bitte den Button umbenennen.
            """,
            "Den Button umbenennen"
        ),
        .init("-----Original Message-----\nFrom: Bob\nSubject: Old\n\nThe old text", "The old text"),
        .init(
            """
            From: Ann <ann@x.com>
            To: Bob <bob@x.com>
            Subject: Login broken

            Hi Bob,
            users can't log in since the deploy.
            """,
            "Login broken"
        ),
        .init(
            "\"Add a search box to the header\" is what the client asked for.",
            "\"Add search box to header\" is what client asked for"
        ),
        .init("“Add a search box to the header”", "Add search box to header"),
        .init(
            "Forwarded from support: \"Customer can't reset password on Firefox.\" Please investigate.",
            "Forwarded from support: \"Customer can't reset password on…"
        ),
        .init("> why is the header blue?\n\nbecause of the theme. Change it to green.", "Change it to green"),
        .init("Fix the \"Are you sure?\" dialog. It shows twice.", "Fix \"Are you sure?\" dialog"),
        .init("Please add \"Sign in with Apple\", thanks", "Add \"Sign in with Apple\""),
    ]
}
