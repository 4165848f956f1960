extension TitleCase {
    /// Requests, courtesies, first lines that are titles, and commit messages in English.
    static let unseenEnglish1: [TitleCase] = [
        .init("Add a retry button to the offline banner", "Add retry button to offline banner"),
        .init(
            "rename the `fetchAll` helper to `listAll` across the SDK",
            "Rename fetchAll helper to listAll across SDK"
        ),
        .init("drop python 3.8 from the CI matrix", "Drop python 3.8 from CI matrix"),
        .init("Port the particle system from Canvas to WebGL.", "Port particle system from Canvas to WebGL"),
        .init(
            "make the player jump higher when the space bar is held",
            "Make player jump higher when space bar is held"
        ),
        .init(
            "Write a systemd unit for the log shipper. It should restart on failure.",
            "Write systemd unit for log shipper"
        ),
        .init(
            "Split terraform/main.tf into one module per service",
            "Split terraform/main.tf into one module per service"
        ),
        .init("debounce the search field by 250 ms", "Debounce search field by 250 ms"),
        .init(
            "Generate an OpenAPI file from the Express routes and publish it with the docs on every release to main",
            "Generate OpenAPI file from Express routes and publish it…"
        ),
        .init("Flash the bootloader over UART instead of JTAG", "Flash bootloader over UART instead of JTAG"),
        .init(
            "Convert all SVG icons in assets/icons to a single sprite sheet and lazy-load it on the product pages",
            "Convert all SVG icons in assets/icons to single sprite…"
        ),
        .init(
            """
            Hi there! Hope your week is going well. Could you please move the feature flags out of the env file \
            and into LaunchDarkly? Thanks so much!
            """,
            "Move feature flags out of env file and into LaunchDarkly"
        ),
        .init(
            "Hey, sorry to bother you again, but could you add a loading spinner to the invoices table?",
            "Add loading spinner to invoices table"
        ),
        .init(
            "Good evening, when you get a chance, please bump the Kotlin version to 2.1.",
            "Bump Kotlin version to 2.1"
        ),
        .init(
            "I was hoping you could write a migration that splits name into first and last name. No rush, thank you!",
            "Write migration that splits name into first and last name"
        ),
        .init(
            "Thanks a lot for yesterday's work! Next up: add haptic feedback to the pull-to-refresh gesture, please.",
            "Add haptic feedback to pull-to-refresh gesture"
        ),
        .init(
            "If it's not too much trouble, could you translate the onboarding screens into Danish?",
            "Translate onboarding screens into Danish"
        ),
        .init("ok great, that worked. now can you sign the Android bundle too?", "Sign Android bundle too"),
        .init(
            "Hey folks, it'd be great if someone could pin the base image in deploy/Dockerfile. Cheers!",
            "Pin base image in deploy/Dockerfile"
        ),
        .init(
            "Would you be so kind as to remove the tracking pixel from our newsletter template?",
            "Remove tracking pixel from our newsletter template"
        ),
        .init("pls speed up the seed script, ty!", "Speed up seed script"),
        .init(
            "Morning. As discussed in standup, please archive the old Grafana dashboards.",
            "Archive old Grafana dashboards"
        ),
        .init(
            """
            Hello,

            I hope this finds you well. I'd be grateful if you could add a unit test for `roundToCents`. We had \
            a nasty surprise at month end.

            Many thanks and kind regards,
            Finance Tools
            """,
            "Add unit test for roundToCents"
        ),
        .init(
            """
            Keyboard navigation for combobox

            Arrow keys should move the highlight. Enter picks the item. Please keep the mouse behaviour as it is.
            """,
            "Keyboard navigation for combobox"
        ),
        .init(
            """
            Nightly backup misses attachments

            Since the move to S3 only the rows are in the dump. The bucket must be copied too.
            """,
            "Nightly backup misses attachments"
        ),
        .init(
            """
            Reduce cold start of thumbnail lambda

            Today it is 4.2 s, since we bundle the whole AWS SDK. Use the v3 clients and esbuild. The memory \
            size should be configurable.
            """,
            "Reduce cold start of thumbnail lambda"
        ),
        .init(
            """
            Undo and redo in level editor

            ## Background
            Designers lose work whenever they paint over a tile by mistake.

            ## Proposal
            Keep the last 100 commands on a stack.
            """,
            "Undo and redo in level editor"
        ),
        .init(
            """
            Offline mode for field technicians

            Technicians often have no signal in basements. Please cache the work orders on the device and sync \
            them later.

            Acceptance criteria:
            - orders of the last 14 days are there
            - conflicts are shown
            """,
            "Offline mode for field technicians"
        ),
        .init(
            """
            Flaky test in payments suite

            `refund_spec.rb:88` fails about once in twenty runs on CI. Please find out why and fix it.
            """,
            "Flaky test in payments suite"
        ),
        .init(
            """
            Support MQTT v5 in gateway firmware
            ===================================

            We're stuck on 3.1.1. Brokers at two customers will turn it off in March. Fix that before then!
            """,
            "Support MQTT v5 in gateway firmware"
        ),
        .init(
            """
            Accessible colors for charts

            - contrast of at least 4.5:1
            - patterns besides colors
            - don't break the PDF export
            """,
            "Accessible colors for charts"
        ),
        .init(
            """
            Onboarding checklist for new tenants

            Can you build this as a card on the dashboard? It should disappear once all five steps are done.
            """,
            "Onboarding checklist for new tenants"
        ),
        .init(
            """
            perf(search): reuse tokenizer between queries

            Building the tokenizer took 60% of the time of a query. Keep one per thread and reset it instead.

            Refs: #881
            """,
            "perf(search): reuse tokenizer between queries"
        ),
        .init(
            """
            Make session cookie survive browser restart

            It was a session cookie in the literal sense, so people had to sign in every morning.

            Signed-off-by: Dev One <dev@example.com>
            """,
            "Make session cookie survive browser restart"
        ),
        .init(
            """
            Revert "Cache rendered markdown in Redis"

            This reverts commit 4f2a9b7c1d0e.

            Keys were not invalidated on edit.
            """,
            "Revert \"Cache rendered markdown in Redis\""
        ),
        .init(
            "build: drop 32-bit ARM images\n\nNobody has pulled them since spring.",
            "build: drop 32-bit ARM images"
        ),
    ]
}
