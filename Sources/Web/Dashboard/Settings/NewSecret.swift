/// The content of `new-secret.mustache`: a key or a token that was just created, and a command that uses it.
struct NewSecret {
    /// `key` or `token`; also the id of the element with the secret.
    let kind: String
    let label: String
    let secret: String
    /// What the command is for.
    let lead: String
    let command: String
}
