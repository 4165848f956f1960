/// A branch name that git accepts, by the rules of `git check-ref-format --branch`.
package struct BranchName: Hashable, Sendable, CustomStringConvertible {
    package static let main = BranchName(unchecked: "main")

    package let description: String

    /// - Throws: `InvalidValue` for a name that git would refuse, or read as an option or a revision expression.
    package init(_ text: String) throws(InvalidValue) {
        let components = text.split(separator: "/", omittingEmptySubsequences: false)
        let isRefName =
            !text.isEmpty && text.utf8.count <= 240 && text != "@" && text != "HEAD" && !text.hasPrefix("-")
            && !text.hasSuffix(".") && !text.contains("..") && !text.contains("@{")
            && text.unicodeScalars.allSatisfy(Self.isAllowed)
            && components.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".lock") }
        guard isRefName else { throw InvalidValue("must be a branch name that git accepts, such as main") }
        description = text
    }

    /// For values from the database, which were checked before they were stored.
    package init(unchecked text: String) {
        description = text
    }

    /// Whether it is a full commit id, which git doesn't treat as a branch.
    package var isCommit: Bool {
        (description.utf8.count == 40 || description.utf8.count == 64) && description.allSatisfy(\.isHexDigit)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && scalar.value != 0x7F && !"~^:?*[\\".unicodeScalars.contains(scalar)
    }
}
