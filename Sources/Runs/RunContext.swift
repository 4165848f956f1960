import Domain
import Sandbox
import Storage

/// A run with everything needed to work on it.
struct RunContext: Sendable {
    let worker: RunWorker
    let run: ClaimedRun
    /// The environment's settings; `nil` if the session has no environment.
    let environment: RunEnvironment?
    /// The run's slot among those worked on at once.
    let slot: RunSlot
    /// Runs the agent and the setup script.
    let host: any ExecutionHost
    private let network: RunNetwork
    /// Texts to redact from everything printed in the sandbox.
    let secrets: [String]
    let redactor: SecretRedactor

    init(worker: RunWorker, run: ClaimedRun, environment: RunEnvironment?, slot: RunSlot, host: any ExecutionHost) {
        self.worker = worker
        self.run = run
        self.environment = environment
        self.slot = slot
        self.host = host
        let configuration = worker.configuration
        secrets =
            configuration.secrets + configuration.gitHosts.values.compactMap(\.credential?.token)
            + (environment?.secretTexts ?? [])
        redactor = SecretRedactor(secrets)
        network = RunNetwork(of: run, worker: worker, redactor: redactor)
    }

    var directory: RunDirectory { worker.configuration.directory(of: run.session.id) }

    /// The author of the agent's commits.
    var author: GitIdentity { GitIdentity(name: run.session.author.name, email: run.authorEmail) }

    /// For helper commands that need only the agent's files: no network, no variables.
    var plainProfile: SandboxProfile {
        SandboxProfile(
            workspace: directory.workspace, home: directory.home, limits: worker.configuration.limits)
    }

    /// For the agent and the setup script: their files, variables and network.
    var profile: SandboxProfile {
        let configuration = worker.configuration
        var profile = SandboxProfile(
            workspace: directory.workspace, home: directory.home,
            readOnlyPaths: configuration.agent.readOnlyPaths + configuration.readOnlyPaths,
            environment: [
                author.environment, environment?.processVariables ?? [:], host.variables,
            ].reduce(into: [:]) { $0.merge($1) { _, later in later } },
            network: .relayed(network.relay), limits: configuration.limits)
        profile.attachments = directory.attachments
        profile.onPause = { [worker, run] in await worker.tell(isPaused: $0, run) }
        return profile
    }
}
