extension TitleCase {
    /// Words that look like articles and are not.
    static let articles: [TitleCase] = [
        .init("Set plan A as the default", "Set plan A as default"),
        .init("Add a few tests for the parser", "Add a few tests for parser"),
        .init("The The band page is broken", "The The band page is broken"),
        .init("Use A instead of B in the config", "Use A instead of B in config"),
        .init("Convert file a to b", "Convert file a to b"),
        .init("\"the\" is rendered twice", "\"the\" is rendered twice"),
        .init("Fix the the duplicated word", "Fix duplicated word"),
        .init("Write a README for A/B testing", "Write README for A/B testing"),
        .init("a/b tests are broken", "a/b tests are broken"),
        .init("A is not defined in foo.js", "A is not defined in foo.js"),
        .init("An error occurs when I save", "An error occurs when I save"),
        .init("A user can delete another user's posts", "A user can delete another user's posts"),
        .init("All tests fail on Windows", "All tests fail on Windows"),
        .init("Convert the following JSON to YAML: {\"a\": 1}", "Convert following JSON to YAML: {\"a\": 1}"),
        .init("TypeError in cart.js", "TypeError in cart.js"),
        .init(
            """
            Add a --dry-run flag to the deploy command so that we can see what would be changed without \
            actually changing anything
            """,
            "Add --dry-run flag to deploy command so that we can see…"
        ),
        .init("Translate to French: \"Hello, how are you?\"", "Translate to French: \"Hello, how are you?\""),
    ]
}
