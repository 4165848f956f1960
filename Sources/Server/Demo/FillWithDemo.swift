package import Domain
import Storage
import Titles
package import Web

/// Fills an organization without sessions with half a year of plausible data: people, several hundred sessions of many
/// kinds, and pull requests merged this week and before. The data is the same every time, apart from the dates.
/// Refused when the organization has sessions.
package struct FillWithDemo: AdminOperation {
    package struct Output: Codable, Sendable {
        package let organization: Organization
        package let sessions: Int
        package let messages: Int
    }

    private static let days = 182
    let organization: OrganizationID?

    package init(organization: OrganizationID?) {
        self.organization = organization
    }

    package func perform(with services: Services) async throws -> Output {
        let store = services.store
        let now = services.clock.now()
        let id = try await store.accounts.resolve(organization)
        let overview = try await store.sessions.overview(of: id, SessionFilter(), limit: 1, at: now)
        guard overview.page.sessions.isEmpty else {
            throw DomainError.conflict("The organization already has sessions. The demo needs an empty one.")
        }
        let people = try await addPeople(to: id, store, at: now - .seconds(Self.days * 86_400))
        var random = DemoRandom(seed: 2026)
        var checkpoint = ArchiveCheckpoint(target: nil)
        var sessions = 0
        var messages = 0
        for (start, ending) in Self.calendar(until: now, random: &random) {
            let told = try DemoSession(
                random.pick(DemoStory.all), ending: ending, at: start, now: now, number: 100 + sessions, in: id,
                by: people, random: &random)
            let records = [ArchiveRecord.session(told.session)] + told.messages.map(ArchiveRecord.message)
            let batch = try await store.archives.importBatch(records.map { (0, $0) }, at: checkpoint, now: now)
            if let rejected = batch.rejected.first { throw DomainError.invalid(rejected.reason) }
            checkpoint = batch.checkpoint
            sessions += 1
            messages += told.messages.count
        }
        messages += try await addReview(number: 100 + sessions, to: id, people, store, at: now)
        messages += try await addWaiting(to: id, people, store, at: now)
        sessions += 2
        guard let filled = try await store.accounts.organizations().first(where: { $0.id == id }) else {
            throw DomainError.notFound("The organization has been removed.")
        }
        return Output(organization: filled, sessions: sessions, messages: messages)
    }

    /// Adds a session with changes to review.
    ///
    /// - Returns: how many messages it has.
    private func addReview(
        number: Int, to organization: OrganizationID, _ people: [User], _ store: DataStore, at now: Timestamp
    ) async throws -> Int {
        guard let author = people.last else { return 0 }
        let review = try DemoReview(number: number, in: organization, by: author.id, at: now - .seconds(1800))
        try await add(review.session, review.messages, store, at: now)
        try await store.sessions.pretend(DemoReview.changes, in: review.session.id, of: organization, at: now)
        return review.messages.count
    }

    private func add(
        _ session: ArchivedSession, _ messages: [ArchivedMessage], _ store: DataStore, at now: Timestamp
    ) async throws {
        let records = [ArchiveRecord.session(session)] + messages.map(ArchiveRecord.message)
        let batch = try await store.archives.importBatch(
            records.map { (0, $0) }, at: ArchiveCheckpoint(target: nil), now: now)
        if let rejected = batch.rejected.first { throw DomainError.invalid(rejected.reason) }
    }

    /// Adds a session whose agent waits for answers. It has no repository, so that an agent on this server can continue
    /// it.
    ///
    /// - Returns: how many messages it has.
    private func addWaiting(
        to organization: OrganizationID, _ people: [User], _ store: DataStore, at now: Timestamp
    ) async throws -> Int {
        guard let author = people.first else { return 0 }
        let start = now - .seconds(720)
        var random = DemoRandom(seed: 12)
        let id = SessionID.make(at: start, using: &random)
        let prompt = "Write the notes for the next release. Ask me where to put them."
        var transcript = DemoTranscript(of: id, from: start)
        try transcript.prompt(prompt, by: author.id)
        try transcript.say("Before I begin, I have two questions.")
        let messages = transcript.messages
        let session = ArchivedSession(
            id: id, organization: organization, author: author.id, title: SessionTitle.generate(from: prompt),
            titleSource: .generated, status: .active, failure: nil, model: DemoCast.models[0], repository: nil,
            branch: nil, agentSessionID: nil, createdAt: start, updatedAt: start, archivedAt: nil, tasks: [],
            pullRequests: [], currentPullRequest: nil)
        try await add(session, messages, store, at: now)
        try await store.sessions.pretend(Self.question, in: id, of: organization, at: start)
        return messages.count
    }

    private static let question = AskedRequest(
        name: "demo", toolUseID: "toolu_demo", kind: .question, tool: "AskUserQuestion",
        input: """
            {"questions": [
                {"question": "Which file should I write to?", "header": "File", "multiSelect": false, "options": [
                    {"label": "NOTES.md", "description": "A separate file."},
                    {"label": "CHANGELOG.md", "description": "Above the existing entries."}]},
                {"question": "What should it contain?", "header": "Content", "multiSelect": true, "options": [
                    {"label": "Features", "description": "What is new."},
                    {"label": "Fixes", "description": "What was fixed."}]}
            ]}
            """)

    /// Adds the people of the demo, who have no password, and returns all members, including those who were there
    /// before.
    private func addPeople(
        to organization: OrganizationID, _ store: DataStore, at time: Timestamp
    ) async throws -> [User] {
        var random = DemoRandom(seed: 7)
        let known = Set(try await store.accounts.accounts().map(\.user.email))
        for person in DemoCast.people {
            let email = try EmailAddress(person.email)
            guard !known.contains(email) else { continue }
            let newcomer = NewUser(
                id: .random(using: &random), name: person.name, email: email, passwordHash: nil)
            try await store.accounts.add(newcomer, to: organization, as: .member, at: time)
        }
        return try await store.members.members(of: organization).map(\.user).sorted {
            $0.email.description < $1.email.description
        }
    }

    /// When sessions start and how they end: mostly on working days between 8:00 and 18:00 UTC, with more of them
    /// recently; the last three are still active.
    private static func calendar(
        until now: Timestamp, random: inout DemoRandom
    ) -> [(start: Timestamp, ending: DemoSession.Ending)] {
        var plan: [(start: Timestamp, ending: DemoSession.Ending)] = []
        for day in (1...days).reversed() {
            // Day 0, January 1, 1970, was a Thursday.
            let date = now.milliseconds / 86_400_000 - Int64(day)
            let morning = Timestamp(milliseconds: date * 86_400_000) + .seconds(8 * 3600)
            let isWeekend = (date + 3) % 7 >= 5
            let busy = isWeekend ? random.number(0...1) : random.number(1...3 + (days - day) / 60)
            let hours = (0..<busy).map { _ in random.number(0...36_000) }.sorted()
            plan += hours.map { (morning + .seconds($0), random.chance(11) ? .failed : .completed) }
        }
        return plan + [4000, 900, 100].map { (now - .seconds($0), .stillRunning) }
    }
}
