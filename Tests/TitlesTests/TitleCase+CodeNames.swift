extension TitleCase {
    /// Code names, paths, flags and numbers stay as written.
    static let codeNames: [TitleCase] = [
        .init("parseURL returns nil for IPv6 hosts", "parseURL returns nil for IPv6 hosts"),
        .init("npm run build is slow", "npm run build is slow"),
        .init("--verbose flag prints nothing", "--verbose flag prints nothing"),
        .init("src/main.swift crashes at start", "src/main.swift crashes at start"),
        .init("/review the auth module", "/review auth module"),
        .init(
            "Rename getCwd() to getCurrentWorkingDirectory() everywhere in src/",
            "Rename getCwd() to getCurrentWorkingDirectory() everywhere…"
        ),
        .init(
            "Change `color: #fff` to `color: var(--fg)` in styles.css",
            "Change color: #fff to color: var(--fg) in styles.css"
        ),
        .init("Set `DEBUG=true` in docker-compose.yml", "Set DEBUG=true in docker-compose.yml"),
        .init("`foo()` returns undefined", "foo() returns undefined"),
        .init("snake_case_name is wrong", "snake_case_name is wrong"),
        .init("iPhone layout is broken", "iPhone layout is broken"),
        .init("x-api-key header is missing from requests", "x-api-key header is missing from requests"),
        .init("utf8 decoding fails", "utf8 decoding fails"),
        .init("u.s. date format is wrong", "u.s. date format is wrong"),
        .init("git push hangs", "git push hangs"),
        .init("std::vector<int> leaks", "std::vector<int> leaks"),
        .init("@types/node is outdated", "@types/node is outdated"),
        .init("#include order is wrong", "#include order is wrong"),
        .init("$HOME isn't expanded", "$HOME isn't expanded"),
        .init("~/.zshrc isn't loaded", "~/.zshrc isn't loaded"),
        .init(".NET 8 migration", ".NET 8 migration"),
        .init("next.js build fails", "next.js build fails"),
        .init("k8s ingress returns 502", "k8s ingress returns 502"),
        .init(
            "macOS build fails with \"ld: library not found for -lfoo\"",
            "macOS build fails with \"ld: library not found for -lfoo\""
        ),
        .init("eBay integration is down", "eBay integration is down"),
        .init("$5 is charged twice", "$5 is charged twice"),
        .init("€ sign isn't shown", "€ sign isn't shown"),
        .init("2FA doesn't work", "2FA doesn't work"),
        .init("{{ user.name }} isn't rendered in the template", "{{ user.name }} isn't rendered in the template"),
        .init("'foo' is undefined", "'foo' is undefined"),
        .init("C++20 modules don't compile", "C++20 modules don't compile"),
    ]
}
