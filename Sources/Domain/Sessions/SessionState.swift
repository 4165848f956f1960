/// A session's state, in more detail than its status.
package enum SessionState: Equatable, Sendable {
    /// Waiting for a free agent; `place` is 1 for the next in line, `nil` if it wasn't counted.
    case queued(place: Int?)
    /// Fetching the repository and setting up the sandbox.
    case cloning
    case working
    /// Saving and pushing the agent's changes.
    case publishing
    /// A person has to answer a request, or to write a message.
    case waiting
    case completed, failed
    /// Ended by a person.
    case stopped(by: String)
    /// Active, but no agent of this server runs it.
    case outside

    /// The state's name in the API.
    package var name: String {
        switch self {
        case .queued: "queued"
        case .cloning: "cloning"
        case .working: "working"
        case .publishing: "publishing"
        case .waiting: "waiting"
        case .completed: "completed"
        case .failed: "failed"
        case .stopped: "stopped"
        case .outside: "outside"
        }
    }
}

/// The part of a session's run that lists show.
package struct SessionRun: Equatable, Sendable {
    package let stage: RunStage
    /// When the session was queued or, after that, when this attempt began.
    package let since: Timestamp
    /// The position in the queue, 1 for the next; counted for single sessions only.
    package var place: Int?
    /// The size of the session's changes; `nil` until it is known.
    package let changes: ChangeCount?

    package init(stage: RunStage, since: Timestamp, place: Int? = nil, changes: ChangeCount? = nil) {
        self.stage = stage
        self.since = since
        self.place = place
        self.changes = changes
    }
}

extension Session {
    package var state: SessionState {
        switch status {
        case .completed: .completed
        case .failed: SessionSummary.stopper(in: failure).map(SessionState.stopped(by:)) ?? .failed
        case .active: activeState
        }
    }

    private var activeState: SessionState {
        guard let run else { return waitingFor != nil || messageCount == 0 ? .waiting : .outside }
        return switch run.stage {
        case .queued: .queued(place: run.place)
        case .cloning, .preparing: .cloning
        case .working, .waiting: waitingFor == nil ? .working : .waiting
        case .publishing: .publishing
        case .ended: .waiting
        }
    }

    /// When the current state began, for a running clock; `nil` if nothing runs or waits.
    package var stateBegan: Timestamp? {
        switch state {
        case .queued, .cloning, .working, .publishing: run?.since
        case .waiting: waitingFor?.since
        case .completed, .failed, .stopped, .outside: nil
        }
    }
}
