/// How commands are isolated from the machine.
package enum Isolation: Equatable, Sendable {
    /// With bubblewrap, whose program has this path.
    case bubblewrap(path: String)
    /// Not at all; only at the operator's explicit choice. Commands have the server's access to files and network. They
    /// still end with all processes they started, are subject to the limits, and do not inherit the server's
    /// environment or open files.
    case none
}
