/// Username and token for a Git host.
package struct GitCredential: Sendable {
    package let host: String
    package let username: String
    package let token: String

    package init(host: String, username: String = "x-access-token", token: String) {
        self.host = host
        self.username = username
        self.token = token
    }
}
