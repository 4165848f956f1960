/// How commands are kept apart from the machine.
package enum Isolation: Equatable, Sendable {
    /// In bubblewrap, whose program is at the path.
    case bubblewrap(path: String)
    /// Not at all, for an operator who says so: they may do and see what the server may. They still end with everything
    /// they started, keep to the limits, and don't get the server's environment and open files.
    case none
}
