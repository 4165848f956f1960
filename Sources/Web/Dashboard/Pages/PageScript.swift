/// The script of a kind of page: the module with everything that the page runs. Its source is in `Scripts/`, together
/// with the modules that it imports.
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

    /// The modules that a page of this kind begins with.
    var modules: [String] {
        self == .dashboard ? [fileName] : [Self.dashboard.fileName, fileName]
    }
}
