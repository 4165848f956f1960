import Domain
import Titles

/// A finished session of the demo whose changes are there to be reviewed: in several languages, with a renamed, a
/// deleted and a binary file.
struct DemoReview {
    let session: ArchivedSession
    let messages: [ArchivedMessage]

    init(number: Int, in organization: OrganizationID, by author: UserID, at start: Timestamp) throws {
        var random = DemoRandom(seed: 31)
        let id = SessionID.make(at: start, using: &random)
        var transcript = DemoTranscript(of: id, from: start)
        try transcript.prompt(Self.prompt, by: author)
        try transcript.start(model: DemoCast.models[0])
        try transcript.say("I'll look at the form and at what the server does with it.")
        for file in ["src/signup/SignupForm.tsx", "src/signup/helpers.ts", "server/users.py"] {
            try transcript.use("Read", ["file_path": "/workspace/\(file)"], result: "1\t…")
        }
        try transcript.say(
            "The server checks nothing so far. I'll begin there, so that the browser can't be the only guard.")
        for file in Self.files where file.addedLines ?? 0 > 0 {
            try transcript.use(
                "Edit", ["file_path": "/workspace/\(file.path)", "old_string": "…", "new_string": "…"],
                result: "The file /workspace/\(file.path) has been updated.")
        }
        try transcript.use("Bash", ["command": "pytest --quiet tests"], result: "8 passed in 0.41s")
        try transcript.use("Bash", ["command": "npm test"], result: "Tests: 214 passed")
        try transcript.say(Self.summary)
        try transcript.end(Self.summary)
        messages = transcript.messages
        let repository = DemoCast.repositories[0]
        let pullRequest = PullRequest(
            number: number, url: PullRequestURL(unchecked: "\(repository)/pull/\(number)"), status: .open, mergedAt: nil
        )
        session = ArchivedSession(
            id: id, organization: organization, author: author, title: SessionTitle.generate(from: Self.prompt),
            titleSource: .generated, status: .completed, failure: nil, model: DemoCast.models[0],
            repository: Repository(url: repository, baseBranch: nil), branch: "agent/signup-validation",
            agentSessionID: nil, createdAt: start, updatedAt: transcript.time, archivedAt: nil, tasks: [],
            pullRequests: [pullRequest], currentPullRequest: pullRequest.url)
    }

    static let changes = SessionChanges(files: files, patch: Array((serverPatch + interfacePatch).utf8), isCut: false)

    private static let prompt = """
        Validate the signup form, in the browser and on the server. Show the reason beside each field, and write tests.
        """
    private static let summary = """
        The signup form now shows a reason beside each field, and the server has the same rules and the last word:

        - `server/users.py` checks names, addresses and passwords, and answers `422` with the reasons.
        - Addresses are compared without regard to case; a migration changes the stored ones.
        - `src/signup/legacyRules.js` was used nowhere any more, so I removed it.
        """
    private static let files = [
        ChangedFile(path: ".github/workflows/test.yml", oldPath: nil, addedLines: 2, removedLines: 0),
        ChangedFile(path: "docs/accounts.md", oldPath: nil, addedLines: 7, removedLines: 3),
        ChangedFile(path: "public/warning.png", oldPath: nil, addedLines: nil, removedLines: nil),
        ChangedFile(
            path: "server/migrations/0042_lower_case_emails.sql", oldPath: nil, addedLines: 10, removedLines: 0),
        ChangedFile(path: "server/users.py", oldPath: nil, addedLines: 26, removedLines: 3),
        ChangedFile(path: "src/signup/FieldError.tsx", oldPath: nil, addedLines: 4, removedLines: 0),
        ChangedFile(path: "src/signup/SignupForm.tsx", oldPath: nil, addedLines: 29, removedLines: 12),
        ChangedFile(path: "src/signup/legacyRules.js", oldPath: nil, addedLines: 0, removedLines: 9),
        ChangedFile(path: "src/signup/text.ts", oldPath: "src/signup/helpers.ts", addedLines: 1, removedLines: 0),
        ChangedFile(path: "src/signup/validation.ts", oldPath: nil, addedLines: 26, removedLines: 0),
        ChangedFile(path: "styles/forms.css", oldPath: nil, addedLines: 11, removedLines: 1),
        ChangedFile(path: "tests/test_users.py", oldPath: nil, addedLines: 32, removedLines: 0),
    ]
}
