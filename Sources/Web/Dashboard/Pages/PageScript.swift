/// The script of a kind of page: one module with everything that the page needs. Its sources are in `Scripts/`.
enum PageScript: String, CaseIterable {
    /// For pages without a script of their own.
    case dashboard
    case changes
    case copy
    case docs
    case invitation
    case linkToken = "link-token"
    case newSession = "new-session"
    case notifications
    case session
    case sessions

    var fileName: String { "\(rawValue).js" }

    /// The modules that a page of this kind starts.
    var modules: [String] {
        self == .dashboard ? [fileName] : [Self.dashboard.fileName, fileName]
    }
}
