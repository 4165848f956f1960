extension TitleCase {
    /// Traces with a request, requests that only point, and weak later sentences in English.
    static let unseenReports2: [TitleCase] = [
        .init(
            """
            Why does our importer die here?

            Traceback (most recent call last):
              File "/srv/app/importer.py", line 81, in <module>
                run(sys.argv[1])
              File "/srv/app/importer.py", line 40, in run
                rows = list(csv.reader(f))
            UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9 in position 12: invalid continuation byte
            """,
            "Why does our importer die here?"
        ),
        .init(
            """
            java.util.ConcurrentModificationException
            \tat java.base/java.util.ArrayList$Itr.checkForComodification(ArrayList.java:1095)
            \tat com.example.cart.CartService.removeExpired(CartService.java:57)
            \tat com.example.cart.CartJob.run(CartJob.java:22)

            Make removeExpired safe to call from two threads.
            """,
            "Make removeExpired safe to call from two threads"
        ),
        .init(
            """
            2026-02-11 03:00:01 INFO  compaction started
            2026-02-11 03:00:09 WARN  low disk space
            2026-02-11 03:00:10 ERROR compaction aborted

            Please make compaction resume where it stopped.
            """,
            "Make compaction resume where it stopped"
        ),
        .init(
            """
            E/AndroidRuntime: FATAL EXCEPTION: main
            E/AndroidRuntime: java.lang.IllegalStateException: Fragment not attached to a context.
            E/AndroidRuntime:     at com.example.ui.ProfileFragment.onLoaded(ProfileFragment.kt:61)

            Crash when leaving ProfileFragment quickly. Fix it without swallowing the exception.
            """,
            "Crash when leaving ProfileFragment quickly"
        ),
        .init(
            """
            App freezes for two seconds when scrolling past videos.

            Hang detected: 2.11s (debugger attached)
            Hang detected: 1.98s (debugger attached)
            """,
            "App freezes for two seconds when scrolling past videos"
        ),
        .init(
            """
            $ terraform plan
            Error: Unsupported argument

              on modules/vpc/main.tf line 14, in resource "aws_vpc" "main":
              14:   enable_classiclink = false

            Update our VPC module for AWS provider v5.
            """,
            "Update our VPC module for AWS provider v5"
        ),
        .init("Please have a look. Coupon codes are ignored at checkout.", "Coupon codes are ignored at checkout"),
        .init(
            "Podcast feed is missing its artwork. Could you look into this?",
            "Podcast feed is missing its artwork"
        ),
        .init(
            "Can you check this please? Sensor readings jump to 65535 at midnight.",
            "Sensor readings jump to 65535 at midnight"
        ),
        .init(
            """
            Hi, something's off, please investigate asap:

            Search results on mobile show other tenants' documents.

            Thanks
            """,
            "Search results on mobile show other tenants' documents"
        ),
        .init(
            "Add rate limiting to the public API. The limit should be configurable.",
            "Add rate limiting to public API"
        ),
        .init(
            "Let people export their data as a ZIP file. It must not take longer than a minute. Please add tests.",
            "Let people export their data as ZIP file"
        ),
        .init(
            "Show a skeleton while product images load. The color should come from the theme.",
            "Show skeleton while product images load"
        ),
        .init(
            "We need audit logs for role changes. They should be kept for 400 days.",
            "Audit logs for role changes"
        ),
    ]
}
