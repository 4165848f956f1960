import Domain
import Foundation

/// The mirror of one repository.
struct RepositoryMirror: Sendable {
    /// Suffix of a mirror's path while it is being created.
    static let unfinished = ".new"
    /// Above this number, packs are merged: each update adds one, and every workspace copies all of them.
    private static let mostPacks = 10

    let directory: RunDirectory
    private let git: Git

    init(at path: String, like git: Git) {
        directory = RunDirectory(path: path)
        self.git = Git(sandbox: git.sandbox, directory: directory, limits: git.limits)
    }

    private var packs: String { "\(directory.repository)/objects/pack" }

    /// Fetches the newest commit of a branch or tag, or the given commit. A damaged mirror is recreated.
    ///
    /// - Returns: the commit's reference in the mirror.
    /// - Throws: `GitError`; the mirror is unchanged then.
    func update(
        _ branch: BranchName, from remote: GitRemote, credential: GitCredential?,
        progress: @escaping @Sendable (GitProgress) async -> Void
    ) async throws -> String {
        if FileManager.default.fileExists(atPath: directory.repository),
            let reference = try? await fetch(branch, from: remote, credential: credential, progress: progress)
        {
            return reference
        }
        try Task.checkCancellation()
        let fresh = RepositoryMirror(at: directory.path + Self.unfinished, like: git)
        let reference: String
        do {
            reference = try await fresh.make(
                .sha1, with: branch, from: remote, credential: credential, progress: progress)
        } catch let error as GitError where error.reason.contains("mismatched algorithms") {
            reference = try await fresh.make(
                .sha256, with: branch, from: remote, credential: credential, progress: progress)
        }
        try await directory.remove()
        try fresh.directory.move(to: directory)
        return reference
    }

    /// The hash function of a repository's object ids.
    private enum ObjectFormat: String {
        case sha1, sha256
    }

    private func make(
        _ format: ObjectFormat, with branch: BranchName, from remote: GitRemote, credential: GitCredential?,
        progress: @escaping @Sendable (GitProgress) async -> Void
    ) async throws -> String {
        try await directory.remove()
        try directory.createRepository()
        try await git.run(["init", "--quiet", "--bare", "--object-format", format.rawValue], in: .repository)
        return try await fetch(branch, from: remote, credential: credential, progress: progress)
    }

    private func fetch(
        _ branch: BranchName, from remote: GitRemote, credential: GitCredential?,
        progress: @escaping @Sendable (GitProgress) async -> Void
    ) async throws -> String {
        let sources = branch.isCommit ? ["\(branch)"] : ["refs/heads/\(branch)", "refs/tags/\(branch)"]
        for source in sources {
            let reference = branch.isCommit ? "refs/commits/\(branch)" : source
            let arguments = [
                "-c", "fetch.unpackLimit=1", "fetch", "--depth", "1", "--update-shallow", "--no-tags",
                "--no-write-fetch-head", "--progress", "--", remote.address, "+\(source):\(reference)",
            ]
            let result = try await git.attempt(
                arguments, in: .repository, remote: remote, credential: credential, progress: progress)
            if result.ending.isSuccess {
                try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: directory.path)
                return reference
            }
            guard result.text.contains("couldn't find remote ref") else {
                throw GitError(operation: "clone", result: result, credential: credential)
            }
        }
        throw GitError(operation: "clone", reason: "fatal: Remote branch \(branch) not found in upstream origin")
    }

    /// Gives another repository the mirror's objects, as hard links. This is safe: pack files never change, and
    /// repacking a mirror creates new ones.
    func link(into repository: String) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: "\(repository)/objects/pack", withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: packs) where name.hasPrefix("pack-") {
            let (from, to) = ("\(packs)/\(name)", "\(repository)/objects/pack/\(name)")
            // Hard links fail across file systems, and some file systems have none.
            do { try files.linkItem(atPath: from, toPath: to) } catch { try files.copyItem(atPath: from, toPath: to) }
        }
        let shallow = "\(directory.repository)/shallow"
        if files.fileExists(atPath: shallow) { try files.copyItem(atPath: shallow, toPath: "\(repository)/shallow") }
    }

    /// Removes unreachable objects and merges packs, once there are many packs.
    func pack() async throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: packs)
        guard names.count(where: { $0.hasSuffix(".pack") }) > Self.mostPacks else { return }
        try await git.run(["gc", "--quiet", "--prune=now"], in: .repository)
    }

    /// The time of the last fetch.
    func lastUse() throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: directory.path)[.modificationDate] as? Date
    }
}
