import Glibc

extension Isolation {
    /// Whether the kernel limits the number of a command's processes. For root it doesn't, and a command that doubles
    /// itself is faster than a server that looks several times a second.
    package static var limitsProcesses: Bool { geteuid() != 0 }

    /// What this isolation doesn't do on this machine, a sentence each for the operator.
    package var cautions: [String] {
        switch self {
        case .none:
            ["Agents run without isolation: they may read and change whatever the service's user may."]
        case .bubblewrap:
            Self.limitsProcesses
                ? []
                : [
                    """
                    The service runs as root, whose processes the kernel doesn't count: an agent that forks without end \
                    can stall the machine. Run it as a user of its own, or limit it from outside (TasksMax of systemd, \
                    --pids-limit of containers).
                    """
                ]
        }
    }
}
