/// The variables of an environment with their values, which organization owners may read.
package struct EnvironmentVariables: Equatable, Sendable {
    package static let maximumCount = 100
    package static let maximumValueBytes = 32_768
    /// The maximum total size of variables and secrets in bytes, names included. It is well below the limit for
    /// starting a process.
    package static let maximumBytes = 1_048_576

    package let values: [VariableName: String]

    /// - Throws: `InvalidValue` for a wrong name, more than 100 variables, and a value over 32 KiB or with NUL.
    package init(_ values: [String: String]) throws(InvalidValue) {
        guard values.count <= Self.maximumCount else { throw InvalidValue("must have at most 100 names") }
        var checked: [VariableName: String] = [:]
        for (text, value) in values.sorted(by: { $0.key < $1.key }) {
            let name: VariableName
            do throws(InvalidValue) {
                name = try VariableName(text)
            } catch {
                throw InvalidValue("has a name that \(error.detail)")
            }
            guard value.utf8.count <= Self.maximumValueBytes else {
                throw InvalidValue("has a value of more than 32 KiB, for \(name)")
            }
            guard !value.utf8.contains(0) else {
                throw InvalidValue("has a value with the character NUL, for \(name)")
            }
            checked[name] = value
        }
        self.values = checked
    }

    /// For values from the database, which were checked before they were stored.
    package init(unchecked values: [VariableName: String] = [:]) {
        self.values = values
    }

    /// Sorted by name.
    package var sorted: [(name: VariableName, value: String)] {
        values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
