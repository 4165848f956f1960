import Domain

extension GitCredential {
    /// Configuration and variables for git's credential helper, which answers for this host only. The token is only in
    /// the environment of the git process, never in an argument, URL or file.
    func settings(for remote: GitRemote) -> (configuration: [(String, String)], environment: [String: String]) {
        guard case .https(let url) = remote, url.host == host else { return ([], [:]) }
        let helper = #"!f() { test "$1" = get && printf 'username=%s\npassword=%s\n' "$GIT_USER" "$GIT_TOKEN"; }; f"#
        return (
            [("credential.https://\(host).helper", helper)],
            ["GIT_USER": username, "GIT_TOKEN": token]
        )
    }
}
