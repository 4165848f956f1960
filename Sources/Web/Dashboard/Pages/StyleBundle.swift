/// Makes one style sheet of many, so that a page loads its styles with one request.
///
/// Of the syntax of imports the sources use `@import "name.css";`, on a line of its own.
enum StyleBundle {
    /// - Parameters:
    ///   - name: the style sheet that imports the others.
    ///   - sources: all style sheets by file name.
    static func text(of name: String, in sources: [String: String]) -> String {
        guard let source = sources[name] else { preconditionFailure("there is no style sheet \(name)") }
        return source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let quoted = line.split(separator: "\"")
            guard line.hasPrefix("@import"), quoted.count == 3 else { return String(line) }
            return text(of: String(quoted[1]), in: sources)
        }.joined(separator: "\n")
    }
}
