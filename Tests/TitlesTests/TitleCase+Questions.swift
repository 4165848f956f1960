extension TitleCase {
    /// Questions keep their mark, unless the question was mere politeness.
    static let questions: [TitleCase] = [
        .init("Why does the build fail on CI?", "Why does the build fail on CI?"),
        .init("Can you explain how the cache works?", "Explain how cache works"),
        .init(
            "What's the difference between `useMemo` and `useCallback`?",
            "What's the difference between useMemo and useCallback?"
        ),
        .init("how to center a div", "How to center a div"),
        .init("Is there a way to run only the failing tests?", "Is there a way to run only the failing tests?"),
        .init("quick one: how do i run a single test in vitest?", "How do i run a single test in vitest?"),
        .init("What does the `--no-verify` flag do?", "What does the --no-verify flag do?"),
        .init("where is the config for eslint stored", "Where is the config for eslint stored"),
        .init("Which file handles routing?", "Which file handles routing?"),
        .init(
            "Should we use REST or GraphQL for the new service?", "Should we use REST or GraphQL for the new service?"),
        .init("Does this repo have any tests?", "Does this repo have any tests?"),
        .init("wdyt about moving to Bun?", "Wdyt about moving to Bun?"),
        .init(
            "Hello! My name is Bob and I'm new here. How do I set up the dev environment?",
            "How do I set up the dev environment?"
        ),
        .init("Why?", "Why?"),
        .init("why", "Why"),
        .init(
            "Hi there, I hope you can help. Our test suite takes 40 minutes. How can we speed it up?",
            "Our test suite takes 40 minutes"
        ),
        .init("hi, im new to this codebase, where do i find the api routes?", "Where do i find the api routes?"),
        .init("Can I use this library with Deno?", "Can I use this library with Deno?"),
        .init("What if we cached the tokens in Redis?", "What if we cached the tokens in Redis?"),
        .init("Do we need the polyfills anymore?", "Do we need the polyfills anymore?"),
        .init("Anyone know why the docs build is slow?", "Why docs build is slow"),
        .init("tell me about the architecture of this repo", "Tell me about architecture of this repo"),
        .init("Any idea why the docs build is slow?", "Why docs build is slow"),
        .init("Quick question about testing. How do I mock the clock?", "How do I mock the clock?"),
        .init("How would you structure a monorepo with 3 apps?", "How would you structure a monorepo with 3 apps?"),
        .init(
            "What is the best way to paginate results in GraphQL?",
            "What is the best way to paginate results in GraphQL?"
        ),
        .init(
            "I have an array of objects and want to group them by key. How do I do that in JavaScript?",
            "How do I do that in JavaScript?"
        ),
        .init("is it possible to use tailwind with this setup", "Is it possible to use tailwind with this setup"),
        .init("Why oh why does it crash?????", "Why oh why does it crash?"),
        .init("Which is better, Jest or Vitest?", "Which is better, Jest or Vitest?"),
        .init("Can builds be cached?", "Can builds be cached?"),
        .init("Why?! The build was green yesterday.", "The build was green yesterday"),
        .init("But why?", "Why?"),
    ]
}
