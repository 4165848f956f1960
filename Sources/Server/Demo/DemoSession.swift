import Domain
import Titles

/// A session of the demo: the transcript of a story, and its results.
struct DemoSession {
    enum Ending {
        case completed, failed, stillRunning
    }

    let session: ArchivedSession
    let messages: [ArchivedMessage]

    init(
        _ story: DemoStory,
        ending: Ending,
        at start: Timestamp,
        now: Timestamp,
        number: Int,
        in organization: OrganizationID,
        by people: [User],
        random: inout DemoRandom
    ) throws {
        let author = random.pick(people)
        let area = random.pick(DemoCast.areas)
        let model = random.pick(DemoCast.models)
        let id = SessionID.make(at: start, using: &random)
        let prompt = story.text(story.prompt, area: area)
        var transcript = DemoTranscript(of: id, from: start)
        try transcript.prompt(prompt, by: author.id)
        try transcript.start(model: model)
        let done = try Self.tell(story, area: area, ending: ending, in: &transcript, random: &random)
        let failure = ending == .failed ? random.pick(DemoStory.failures) : nil
        if ending != .stillRunning {
            try transcript.end(failure ?? story.text(story.summary, area: area), failed: failure != nil)
        }
        if ending == .completed, let followUp = story.followUp, random.chance(60) {
            transcript.wait(.seconds(random.number(120...900)))
            try transcript.prompt(followUp, by: random.pick(people).id)
            try transcript.say("Done. I also added a test for it.")
            try transcript.end("Done. I also added a test for it.")
        }
        // Times are limited to now, however long the agent's lines take.
        messages = transcript.messages.map { $0.notAfter(now) }
        let last = min(transcript.time, now)
        let title = SessionTitle.generate(from: prompt)
        let repository = random.pick(DemoCast.repositories)
        let pullRequest =
            ending == .completed && random.chance(75)
            ? Self.pullRequest(number, in: repository, after: last, now: now, random: &random) : nil
        let isOld = start < now - .seconds(90 * 86_400)
        session = ArchivedSession(
            id: id, organization: organization, author: author.id, title: title, titleSource: .generated,
            status: ending == .completed ? .completed : ending == .failed ? .failed : .active, failure: failure,
            model: model, repository: Repository(url: repository, baseBranch: nil),
            branch: pullRequest.map { _ in "agent/\(story.file.split(separator: "/").last ?? "work")-\(number)" },
            agentSessionID: nil, createdAt: start, updatedAt: max(last, pullRequest?.mergedAt ?? last),
            archivedAt: isOld && random.chance(40) ? last + .seconds(86_400) : nil,
            tasks: story.steps.enumerated().map { index, step in
                AgentTask(
                    id: String(index + 1), title: step,
                    status: index < done
                        ? .completed : index == done && ending == .stillRunning ? .inProgress : .pending)
            },
            pullRequests: pullRequest.map { [$0] } ?? [], currentPullRequest: pullRequest?.url)
    }

    /// Writes the plan and performs its steps, and returns how many were finished.
    private static func tell(
        _ story: DemoStory, area: String, ending: Ending, in transcript: inout DemoTranscript, random: inout DemoRandom
    ) throws -> Int {
        try transcript.think("This is about the \(area). I'll look at \(story.file) first.")
        try transcript.say("I'll start with `\(story.file)`.")
        for (index, step) in story.steps.enumerated() {
            try transcript.use(
                "TaskCreate", ["subject": step], result: "Task #\(index + 1) created successfully: \(step)",
                report: ["task": ["id": String(index + 1), "subject": step]])
        }
        let done = ending == .completed ? story.steps.count : random.number(0...story.steps.count - 1)
        // One session in twelve is long.
        let rounds = random.chance(8) ? random.number(12...40) : random.number(1...3)
        for index in 0..<done {
            for round in 0..<rounds { try work(on: story, round: round, in: &transcript, random: &random) }
            try transcript.use(
                "TaskUpdate", ["taskId": String(index + 1), "status": "completed"],
                result: "Updated task #\(index + 1) status",
                report: [
                    "success": true, "taskId": String(index + 1),
                    "statusChange": ["from": "in_progress", "to": "completed"],
                ])
        }
        return done
    }

    private static func work(
        on story: DemoStory, round: Int, in transcript: inout DemoTranscript, random: inout DemoRandom
    ) throws {
        switch random.number(0...3) {
        case 0:
            try transcript.use("Read", ["file_path": "/workspace/\(story.file)"], result: "1\t// \(story.file)\n2\t…")
        case 1:
            try transcript.use(
                "Edit",
                [
                    "file_path": "/workspace/\(story.file)", "old_string": "return value",
                    "new_string": "return check(value, \(round))",
                ],
                result: "The file /workspace/\(story.file) has been updated.")
        case 2:
            try transcript.use("Bash", ["command": "npm test"], result: "Tests: \(200 + round) passed")
        default:
            try transcript.use(
                "Bash", ["command": "npm run lint"], result: "Exit code 1\n\(story.file):12 unused variable",
                isError: true)
        }
    }

    private static func pullRequest(
        _ number: Int, in repository: RepositoryURL, after time: Timestamp, now: Timestamp, random: inout DemoRandom
    ) -> PullRequest {
        let mergedAt = time + .seconds(random.number(1800...180_000))
        // Some pull requests of the last two weeks are still under review.
        let isUnderReview = time > now - .seconds(14 * 86_400) && random.chance(40)
        let status: PullRequest.Status =
            if random.chance(8) {
                .closed
            } else if mergedAt < now, !isUnderReview {
                .merged
            } else {
                random.pick([.open, .open, .draft])
            }
        return PullRequest(
            number: number, url: PullRequestURL(unchecked: "\(repository)/pull/\(number)"), status: status,
            mergedAt: status == .merged ? mergedAt : nil)
    }
}

extension ArchivedMessage {
    fileprivate func notAfter(_ time: Timestamp) -> ArchivedMessage {
        ArchivedMessage(
            session: session, sequence: sequence, author: author, createdAt: min(createdAt, time), json: json)
    }
}
