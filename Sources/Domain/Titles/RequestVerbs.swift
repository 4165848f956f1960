/// The verbs that a request to a coding agent begins with.
enum RequestVerbs {
    static func contains(_ key: String) -> Bool { verbs.contains(key) }

    /// A known verb, or any word that takes an object right at the start: "Virtualize the rows".
    static func openImperative(_ words: ArraySlice<Word>) -> Bool {
        guard let first = words.first else { return false }
        if contains(first.key) { return true }
        guard let object = words.dropFirst().first?.text, ["the", "an", "all", "each", "every"].contains(object) else {
            return false
        }
        return first.text.utf8.allSatisfy(\.isASCIILetter) && !neverVerbs.contains(first.key)
    }

    /// Words that stand before an article without being a verb that asks.
    private static let neverVerbs: Set<String> = [
        "a", "about", "above", "across", "after", "against", "all", "along", "although", "among", "and", "are",
        "around", "as",
        "at", "because", "before", "behind", "below", "beside", "between", "beyond", "both", "but", "by", "can",
        "could",
        "despite", "did", "do", "does", "during", "except", "for", "from", "given", "had", "half", "has", "have", "how",
        "if",
        "in", "inside", "into", "is", "just", "like", "near", "not", "now", "of", "off", "on", "once", "only", "or",
        "outside",
        "over", "per", "quite", "regarding", "should", "since", "so", "such", "than", "that", "then", "though",
        "through",
        "to", "under", "unless", "until", "upon", "via", "was", "were", "what", "when", "where", "whereas", "whether",
        "which",
        "while", "who", "why", "will", "with", "within", "without", "would", "yet",
    ]

    private static let verbs: Set<String> = Set(
        """
        add adjust allow analyze analyse annotate apply archive audit automate avoid benchmark build bump bundle
        cache change check clarify clean cleanup compare compile compress configure connect convert copy count
        create cut debug decouple delete deploy deprecate describe design detect diagnose disable display document
        downgrade drop dry edit eliminate embed enable enforce enhance ensure estimate evaluate examine expand
        explain explore export expose extend extract fetch figure fill filter find finish fix format generate give
        handle hide highlight identify implement import improve include increase inline inspect install instrument
        integrate introduce investigate isolate label limit lint list load localize log look lower make map measure
        merge migrate mock modernize modify modularize monitor move normalize optimize optimise order organize
        override package parallelize parse patch persist pin plan polish port prepare prevent print profile propose
        protect provide prune publish pull push put raise read rearrange rebase rebuild recommend reduce redesign
        refactor refine register release reload remove rename render reorder reorganize replace replicate report
        require research reset resolve restore restrict restructure return reuse revert review rewrite rework roll
        rotate sanitize save scaffold schedule search secure send separate serve set setup share show shorten
        simplify skip solve sort speed split squash standardize start stop store stream strip style submit suggest
        summarize summarise support swap switch sync teach tell test throttle tidy toggle trace track transform
        translate trim troubleshoot tune turn unify undo unpin update upgrade upload use validate verify vendor wire
        wrap write
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
