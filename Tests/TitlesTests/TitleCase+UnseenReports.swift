extension TitleCase {
    /// Pasted issues, mail and chats in English.
    static let unseenReports: [TitleCase] = [
        .init(
            """
            ### Describe the bug

            Dragging cards between columns duplicates them.

            ### Steps to reproduce

            1. Open any board
            2. Drag a card to the right

            ### Are you willing to submit a PR?

            No

            ### Browser

            - [x] Firefox
            - [ ] Chrome
            """,
            "Dragging cards between columns duplicates them"
        ),
        .init(
            """
            Map tiles stay grey after zooming out

            ### Describe the bug
            Tiles below zoom 5 are requested but never drawn.

            ### Expected behavior
            Tiles are drawn at every zoom level.

            ### Environment
            - OS: iOS 18.1
            - SDK: 11.4.0

            [discussion]: https://example.com/forum/4411
            """,
            "Map tiles stay grey after zooming out"
        ),
        .init(
            """
            <!--
            Thanks for taking the time to fill out this report!
            -->

            - [x] I have searched existing issues
            - [x] I am on the latest version

            ### What did you do?

            Ran `pack build --offline` in a fresh clone.

            ### What went wrong?

            `pack build --offline` still contacts the registry.
            """,
            "pack build --offline still contacts the registry"
        ),
        .init(
            """
            **Is there an existing issue for this?**
            Yes

            **Describe the bug**
            Push notifications arrive twice on Android 15.

            **Additional context**
            n/a
            """,
            "Push notifications arrive twice on Android 15"
        ),
        .init(
            """
            ## Current Behavior

            Totals on invoices ignore discounts.

            ## Possible Solution

            None

            ## Steps to Reproduce

            1. Create an invoice with a 10% discount
            2. Print it
            """,
            "Totals on invoices ignore discounts"
        ),
        .init(
            """
            # Gamepad vibration never stops

            ## Version
            0.9.3 (Steam Deck)

            ## What happens
            After a crash into a wall, the motor keeps running until the game is closed.

            [log]: https://example.com/log.txt
            """,
            "Gamepad vibration never stops"
        ),
        .init(
            """
            ### Feature description

            Allow several calendars per room.

            ### Why is it needed?

            Clinics share rooms between departments.

            ### Have you considered alternatives?

            Not really
            """,
            "Allow several calendars per room"
        ),
        .init(
            """
            [Bug]: Emoji reactions vanish after reload

            **Steps to reproduce**
            1. React with any emoji
            2. Reload

            **Severity**
            Low
            """,
            "Emoji reactions vanish after reload"
        ),
        .init(
            """
            ### Preflight Checklist

            - [x] I have read the contributing guide
            - [x] I agree to follow the code of conduct

            ### Problem Description

            There's no way to mute a single thread.

            ### Proposed Solution

            Add a mute entry to the thread menu.
            """,
            "Add mute entry to thread menu"
        ),
        .init(
            """
            From: support@example.com
            To: dev@example.com
            Date: Tue, 3 Mar 2026 09:14:00 +0100
            Subject: Fwd: Gift cards expire one day early

            Hi all,

            see below, third customer this week. Can somebody check?

            Regards
            Support
            """,
            "Gift cards expire one day early"
        ),
        .init(
            """
            Subject: [OPS-41] Rotate TLS certificates on edge nodes
            To: platform@example.com

            Hello platform team,

            they run out on the 14th. Please do it before the weekend.
            """,
            "[OPS-41] Rotate TLS certificates on edge nodes"
        ),
        .init(
            """
            Sent: Monday, 9:02
            Subject: Re: Wrong VAT rate for Swiss orders
            Cc: accounting@example.com

            Morning,
            it's still 7.7% instead of 8.1%. Could you correct that today?
            """,
            "Wrong VAT rate for Swiss orders"
        ),
        .init(
            """
            Hi,

            could you remove the staging banner from production? Customers have started to ask about it.

            On Mon, Mar 2, 2026 at 8:11 AM Ops <ops@example.com> wrote:
            > The banner goes live with this deploy.
            > Let us know.
            """,
            "Remove staging banner from production"
        ),
        .init(
            "[10:32] Anna: hi, can you make the sidebar remember its width?\n[10:33] Anna: no hurry :)",
            "Make sidebar remember its width"
        ),
        .init(
            """
            [09:12] Maja: morning!
            [09:12] Maja: checkout button does nothing on Firefox
            [09:15] Jon: same here
            """,
            "Checkout button does nothing on Firefox"
        ),
        .init(
            """
            Priya  4:07 PM
            Please add the build number to the about screen.
            Tom  4:09 PM
            +1
            """,
            "Add build number to about screen"
        ),
        .init(
            """
            <ravi> nightly job has not run since Sunday
            <lena> cron or code?
            <ravi> no idea, please check
            """,
            "Nightly job has not run since Sunday"
        ),
    ]
}
