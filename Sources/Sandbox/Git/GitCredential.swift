import Domain

/// What a host asks for before it gives or takes a repository.
package struct GitCredential: Sendable {
    package let host: String
    package let username: String
    package let token: String

    package init(host: String, username: String = "x-access-token", token: String) {
        self.host = host
        self.username = username
        self.token = token
    }

    /// The variables from which git's credential helper answers, for its own host only. The token is in the environment
    /// of the git process, and in no argument, address or file.
    func settings(for remote: GitRemote) -> (configuration: [(String, String)], environment: [String: String]) {
        guard case .https(let url) = remote, url.host == host else { return ([], [:]) }
        let helper = #"!f() { test "$1" = get && printf 'username=%s\npassword=%s\n' "$GIT_USER" "$GIT_TOKEN"; }; f"#
        return (
            [("credential.https://\(host).helper", helper)],
            ["GIT_USER": username, "GIT_TOKEN": token]
        )
    }
}
