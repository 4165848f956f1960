import Domain

extension RemoteBranches {
    private static let symbolicReference = "ref: "
    private static let heads = "refs/heads/"
    private static let tags = "refs/tags/"

    /// - Parameter text: what `git ls-remote` printed; only with `--symref` does it name the default branch.
    init(listed text: String) {
        var branches: [String] = []
        var tags: Set<String> = []
        var defaultBranch: String?
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t")
            guard parts.count == 2 else { continue }
            if parts[1] == "HEAD", parts[0].hasPrefix(Self.symbolicReference + Self.heads) {
                defaultBranch = String(parts[0].dropFirst(Self.symbolicReference.count + Self.heads.count))
            } else if parts[1].hasPrefix(Self.heads) {
                branches.append(String(parts[1].dropFirst(Self.heads.count)))
            } else if parts[1].hasPrefix(Self.tags) {
                tags.insert(String(parts[1].dropFirst(Self.tags.count)))
            }
        }
        self.init(branches: branches, tags: tags, defaultBranch: defaultBranch)
    }
}
