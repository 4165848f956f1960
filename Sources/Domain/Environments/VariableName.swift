/// The name of an environment variable or secret in a sandbox.
package struct VariableName: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let description: String

    /// - Throws: `InvalidValue` unless it is 1–100 ASCII letters, digits and `_`, without a leading digit; also for
    ///   reserved names, which would change how the sandbox itself works.
    package init(_ text: String) throws(InvalidValue) {
        guard (1...100).contains(text.utf8.count), text.utf8.first?.isASCIIDigit == false,
            text.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") })
        else { throw InvalidValue("must have 1 to 100 ASCII letters, digits and _, and not begin with a digit") }
        guard !Self.reserved.contains(text), !Self.reservedPrefixes.contains(where: text.hasPrefix) else {
            throw InvalidValue("must not be \(text), which changes how the sandbox itself works")
        }
        description = text
    }

    /// For values from the database, which were checked before they were stored.
    package init(unchecked text: String) {
        description = text
    }

    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }

    /// Variables that the sandbox and its shells set themselves, and variables that make shells or the C library run or
    /// read something before a command.
    private static let reserved: Set<String> = [
        "HOME", "PWD", "OLDPWD", "SHLVL", "_",
        "BASH_ENV", "ENV", "SHELLOPTS", "BASHOPTS", "PS4", "IFS", "POSIXLY_CORRECT", "GCONV_PATH", "GLIBC_TUNABLES",
    ]

    /// Variables of the dynamic loader, of git and of this service.
    private static let reservedPrefixes = ["LD_", "GIT_", "LODESTONE_"]
}
