import TestSupport

/// Random actions of an agent in a repository: hundreds of them, each writing a unique text.
struct RandomAgent {
    private var random: SeededGenerator
    private var count = 0
    private var branches = ["main"]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// A script with this number of actions. An action that git refuses doesn't end it.
    mutating func script(actions: Int) -> String {
        let actions = (0..<actions).map { _ in "( \(action()) ) >/dev/null 2>&1 </dev/null || :" }
        // With a pipe in the place of one of its files, git waits for ever.
        return (["git() { timeout 5 git \"$@\"; }"] + actions).joined(separator: "\n")
    }

    private mutating func action() -> String {
        count += 1
        switch Int.random(in: 0..<40, using: &random) {
        case 0..<8: return write(in: "")
        case 8..<10: return "\(say) >> file.txt"
        case 10..<15: return write(in: "") + "; git add -A; git commit -qm 'Step \(count)'"
        case 15: return "git rm -q --cached \(name); git commit -qm Forget"
        case 16: return "mv \(name) \(name) || git mv file.txt \(name)"
        case 17..<19: return switchBranch()
        case 19: return "git switch -q --detach; \(write(in: "")); git add -A; git commit -qm Detached"
        case 20..<22: return workTree()
        case 22: return nested(with: "git init -q")
        case 23: return nested(with: "git clone -q \"$OLDPWD\" .")
        case 24..<27: return "git merge -q --no-edit \(branch)"
        case 27: return "git rebase -q \(branch)"
        case 28: return "git cherry-pick \(branch)"
        case 29: return "git reset -q --\(["soft", "mixed", "hard"].randomElement(using: &random) ?? "soft") HEAD~1"
        case 30: return "\(write(in: "")); git add -A; git commit -q --amend -m 'Amended \(count)'"
        case 31: return "git stash -q --include-untracked"
        case 32: return "git stash pop -q"
        case 33: return "git tag t\(count); git pack-refs --all; git gc -q --prune=now"
        case 34: return "git merge --abort; git rebase --abort; git cherry-pick --abort"
        case 35: return "mkfifo pipe\(count); ln -s nowhere link\(count); ln -s / root\(count)"
        case 36: return "head -c 5000 /dev/urandom > data\(count); \(say) >> data\(count)"
        case 37: return damage()
        case 38: return "git checkout -q --orphan o\(count); git commit -qm Orphan"
        default: return "git branch -D \(branch)"
        }
    }

    private var say: String { "echo token-\(count)-" }

    private mutating func write(in directory: String) -> String {
        "n=\(name); mkdir -p \"$(dirname \"./\(directory)$n\")\"; \(say) > \"./\(directory)$n\""
    }

    private var name: String {
        mutating get {
            let names = [
                "a\(count)", "d/b\(count)", "d/e f/c\(count)", "-x\(count)", "'q\\\"\(count)'", "ü\(count)",
                "':(glob)\(count)'", "\"$(printf 'line\\n\(count)')\"", "' \(count) '", "d/.hidden\(count)", "a", "d/b",
                "\(String(repeating: "l", count: 200))\(count)",
            ]
            return names.randomElement(using: &random) ?? "a"
        }
    }

    private var branch: String {
        mutating get { branches.randomElement(using: &random) ?? "main" }
    }

    private mutating func switchBranch() -> String {
        guard Bool.random(using: &random) else { return "git switch -q \(branch)" }
        let start = branch
        branches.append("b\(count)")
        return "git switch -qc b\(count) \(start)"
    }

    private mutating func workTree() -> String {
        branches.append("w\(count)")
        let directories = [".claude/worktrees/w\(count)", "w\(count)", "d/w\(count)"]
        let directory = directories.randomElement(using: &random) ?? "w"
        let commit = Bool.random(using: &random) ? "; git add -A; git commit -qm 'In a working tree'" : ""
        return "git worktree add -q \(directory) -b w\(count); cd \(directory); \(write(in: ""))\(commit)"
    }

    private mutating func nested(with command: String) -> String {
        let commit = Bool.random(using: &random) ? "; git add -A; git commit -qm Nested" : ""
        return "mkdir -p nested/n\(count); cd nested/n\(count); \(command); \(write(in: ""))\(commit)"
    }

    private mutating func damage() -> String {
        let damages = [
            "touch .git/index.lock", "rm -f .git/index", "echo '[[[' >> .git/config",
            "git config core.worktree /nowhere",
            "git config core.bare true", "rm -rf .git/refs/heads", "rm -rf .git", "rm -rf .git; echo x > .git",
            "mv .git ../elsewhere.git", "echo x > .git/HEAD", "chmod -R a-w .git", "git config core.hooksPath /bin",
            "echo x >> .git/packed-refs", "echo x >> .git/shallow", "echo x >> .git/objects/info/alternates",
            "mkdir -p .git/refs/heads; echo x > .git/refs/heads/main", "echo x >> .git/info/exclude",
            "rm -f .git/objects/pack/*.idx", "for f in .git/objects/pack/*.pack; do chmod u+w $f; echo x > $f; done",
            "rm -rf .git/objects/??", "mkdir .git/MERGE_HEAD .git/rebase-merge", "rm -rf .git; ln -s /nowhere .git",
            "printf '%s\\n' 'ref: refs/heads/../../x' > .git/HEAD", "rm -f .git/HEAD; mkfifo .git/HEAD",
        ]
        return damages.randomElement(using: &random) ?? ""
    }
}
