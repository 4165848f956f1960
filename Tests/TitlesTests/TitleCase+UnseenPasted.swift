extension TitleCase {
    /// Pasted data, mentions, commands, questions, settings, HTML and tickets in English.
    static let unseenPasted: [TitleCase] = [
        .init(
            """
            {
              "id": 5120,
              "title": "Stale stock level after split shipment",
              "state": "open",
              "labels": ["bug", "warehouse"],
              "body": "Stock is only updated for the first parcel."
            }
            """,
            "Stale stock level after split shipment"
        ),
        .init(
            """
            {"issue": {"key": "GEO-88", "fields": {"summary": "Geocoder returns swapped coordinates", \
            "priority": "P2"}}}

            can you fix this one?
            """,
            "Geocoder returns swapped coordinates"
        ),
        .init(
            """
            SELECT o.id, SUM(l.price) FROM orders o
            JOIN order_lines l ON l.order_id = o.id
            GROUP BY o.id HAVING SUM(l.price) > 1000;

            Rewrite this query so that it uses the index on order_lines.
            """,
            "Rewrite this query so that it uses index on order_lines"
        ),
        .init(
            """
            Add a unique constraint on (tenant_id, slug):

            CREATE TABLE pages (
              id bigint PRIMARY KEY,
              tenant_id bigint NOT NULL,
              slug text NOT NULL
            );
            """,
            "Add unique constraint on (tenant_id, slug)"
        ),
        .init(
            """
            diff --git a/lib/retry.go b/lib/retry.go
            index 5c1e0aa..91bb7d2 100644
            --- a/lib/retry.go
            +++ b/lib/retry.go
            @@ -14,7 +14,7 @@ func Do(f func() error) error {
            -\tfor i := 0; i < 3; i++ {
            +\tfor i := 0; i <= 3; i++ {

            Check this patch for off-by-one errors please.
            """,
            "Check this patch for off-by-one errors"
        ),
        .init(
            """
            Apply this patch to the release branch and resolve the conflicts:

            --- a/CHANGELOG.md
            +++ b/CHANGELOG.md
            @@ -1,2 +1,3 @@
             # Changes
            +- Faster startup
            """,
            "Apply this patch to release branch and resolve conflicts"
        ),
        .init(
            "@src/api/invoices.ts add cursor pagination to the list endpoint",
            "Add cursor pagination to list endpoint"
        ),
        .init(
            "@Dockerfile @compose.yaml please run everything as a non-root user",
            "Run everything as non-root user"
        ),
        .init("[Image #1] make the header look like this mockup", "Make header look like this mockup"),
        .init(
            "[Image #1] [Image #2]\n\nTooltips of charts are cut off on small screens. Thanks!",
            "Tooltips of charts are cut off on small screens"
        ),
        .init("Port @legacy/geometry.f90 to Python with NumPy", "Port @legacy/geometry.f90 to Python with NumPy"),
        .init(
            """
            <command-name>/review</command-name>
            <command-message>review</command-message>
            <command-args>the webhook signature check</command-args>
            """,
            "/review webhook signature check"
        ),
        .init(
            """
            <command-message>fix-issue is running…</command-message>
            <command-name>/fix-issue</command-name>
            <command-args>418</command-args>
            """,
            "/fix-issue 418"
        ),
        .init(
            "hey, quick q: which of our services still talk to Kafka?",
            "Which of our services still talk to Kafka?"
        ),
        .init("Why is `useEffect` called twice in development?", "Why is useEffect called twice in development?"),
        .init(
            "How do we roll back one migration without losing data?",
            "How do we roll back one migration without losing data?"
        ),
        .init(
            "When two editors save at once, comments are lost.",
            "When two editors save at once, comments are lost"
        ),
        .init(
            "When somebody pastes more than 500 rows into our spreadsheet view, undo stops working.",
            "Undo stops working"
        ),
        .init(
            "If I switch from metric to imperial units while GPS recording is still running, distances double.",
            "Distances double"
        ),
        .init(
            "<p>Prices in <b>Q&amp;A</b> widget show &euro;0,00</p><p>Please fix.</p><script>track('x')</script>",
            "Prices in Q&A widget show €0,00"
        ),
        .init(
            """
            +--------+-------+
            | region | sales |
            +--------+-------+
            | north  |    12 |
            | south  |     9 |
            +--------+-------+

            Plot these numbers as a bar chart with matplotlib.
            """,
            "Plot these numbers as bar chart with matplotlib"
        ),
        .init(
            "SHOP-2071: Show delivery date in cart\n\nThe carrier API already returns it.",
            "SHOP-2071: Show delivery date in cart"
        ),
        .init("[APP-9] Remove the unused location permission.", "[APP-9] Remove unused location permission"),
        .init("hi! INFRA-310: move our DNS zone to Terraform, please", "INFRA-310: move our DNS zone to Terraform"),
        .init("fixes #77 - keep scroll position when going back", "Fixes #77 - keep scroll position when going back"),
    ]
}
