import Domain
import Sandbox
import Storage

/// A run, and what is needed to work on it.
struct RunContext: Sendable {
    let worker: RunWorker
    let run: ClaimedRun
    /// How its sandbox is set up; `nil` for nothing special.
    let environment: RunEnvironment?
    /// Its place among the runs that are worked on.
    let slot: RunSlot
    private let network: RunNetwork
    /// What is blotted out of all that is printed in the sandbox.
    let secrets: [String]
    let blotter: SecretBlotter

    init(worker: RunWorker, run: ClaimedRun, environment: RunEnvironment?, slot: RunSlot) {
        self.worker = worker
        self.run = run
        self.environment = environment
        self.slot = slot
        let configuration = worker.configuration
        secrets =
            configuration.secrets + [configuration.credential?.token].compactMap(\.self)
            + (environment?.secretTexts ?? [])
        blotter = SecretBlotter(secrets)
        network = RunNetwork(of: run, worker: worker, blotter: blotter)
    }

    var directory: RunDirectory { worker.configuration.directory(of: run.session.id) }

    /// As whom the agent commits.
    var author: GitIdentity { GitIdentity(name: run.session.author.name, email: run.authorEmail) }

    /// For commands that see the agent's files and need nothing else.
    var plainProfile: SandboxProfile {
        SandboxProfile(
            workspace: directory.workspace, home: directory.home, limits: worker.configuration.limits)
    }

    /// What the agent, and its set-up script, may see, change and use.
    var profile: SandboxProfile {
        let configuration = worker.configuration
        var profile = SandboxProfile(
            workspace: directory.workspace, home: directory.home,
            readOnlyPaths: configuration.agent.readOnlyPaths + configuration.readOnlyPaths,
            environment: [
                author.environment, environment?.processVariables ?? [:], configuration.agent.variables,
                configuration.variables,
            ].reduce(into: [:]) { $0.merge($1) { _, later in later } },
            network: .relayed(network.relay), limits: configuration.limits)
        profile.attachments = directory.attachments
        profile.onPause = { [worker, run] in await worker.tell(isPaused: $0, run) }
        return profile
    }
}
