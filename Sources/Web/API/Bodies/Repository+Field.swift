import Domain

extension Repository {
    /// What a body's `repoUrl` and `baseBranch` name.
    ///
    /// - Parameter hosts: those whose repositories may be named.
    /// - Throws: `DomainError.invalid` for another address or host.
    init(repoURL text: String, baseBranch: BranchName?, on hosts: Set<String>) throws {
        do {
            self.init(url: try RepositoryURL(text, allowedHosts: hosts), baseBranch: baseBranch)
        } catch {
            throw DomainError.invalid(fields: [FieldError("repoUrl", error.detail)])
        }
    }
}
