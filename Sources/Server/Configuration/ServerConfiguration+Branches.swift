import Runs
import Web

extension ServerConfiguration {
    /// How pages learn of a repository's branches: as agents reach it, if this server has any.
    var branchLookup: BranchLookup {
        guard let runs else { return .unavailable }
        let lookup = RepositoryLookup(runs)
        return BranchLookup { try await lookup.branches(of: $0) }
    }
}
