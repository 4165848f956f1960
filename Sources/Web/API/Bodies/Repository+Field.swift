import Domain

extension Repository {
    /// The repository that a body's `repoUrl` and `baseBranch` name.
    ///
    /// - Parameter hosts: the hosts whose repositories are allowed.
    /// - Throws: `DomainError.invalid` for a malformed address or another host.
    init(repoURL text: String, baseBranch: BranchName?, on hosts: Set<String>) throws {
        do {
            self.init(url: try RepositoryURL(text, allowedHosts: hosts), baseBranch: baseBranch)
        } catch {
            throw DomainError.invalid(fields: [FieldError("repoUrl", error.detail)])
        }
    }
}
