import Domain
import Sandbox
import Storage

extension RunWorker {
    /// What a run's agent, and its set-up script, may see, change and use.
    func profile(of run: ClaimedRun) -> SandboxProfile {
        let directory = directory(of: run)
        return SandboxProfile(
            workspace: directory.workspace, home: directory.home,
            readOnlyPaths: configuration.agent.readOnlyPaths + configuration.readOnlyPaths,
            environment: author(of: run).environment
                .merging(configuration.agent.variables) { _, given in given }
                .merging(configuration.variables) { _, given in given },
            hasNetwork: configuration.hasNetwork, limits: configuration.limits)
    }

    /// As whom the agent commits.
    func author(of run: ClaimedRun) -> GitIdentity {
        GitIdentity(name: run.session.author.name, email: run.authorEmail)
    }
}
