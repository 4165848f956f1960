/// How git is run: nothing of the machine's configuration, nothing that a repository could make it run, and no question
/// to anybody.
enum GitSettings {
    private static let configuration: [(String, String)] = [
        ("core.hooksPath", "/dev/null"), ("core.fsmonitor", "false"), ("core.untrackedCache", "false"),
        ("core.sshCommand", "false"), ("core.askPass", ""), ("core.pager", "cat"), ("core.editor", "false"),
        ("core.attributesFile", "/dev/null"), ("core.excludesFile", "/dev/null"), ("core.quotePath", "false"),
        ("credential.helper", ""), ("http.followRedirects", "false"), ("protocol.allow", "never"),
        ("http.lowSpeedLimit", "1000"), ("http.lowSpeedTime", "60"),
        ("fetch.recurseSubmodules", "false"), ("submodule.recurse", "false"), ("push.recurseSubmodules", "no"),
        ("fetch.fsckObjects", "true"), ("transfer.credentialsInUrl", "die"), ("transfer.bundleURI", "false"),
        ("commit.gpgSign", "false"), ("tag.gpgSign", "false"), ("push.gpgSign", "false"), ("gc.auto", "0"),
        ("maintenance.auto", "false"), ("diff.noprefix", "false"), ("safe.directory", "*"),
        ("init.defaultBranch", "main"), ("advice.detachedHead", "false"), ("uploadpack.allowFilter", "false"),
    ]

    /// What git fsck finds in many old repositories and plain git takes: odd, but a danger to nobody. What could lead
    /// git astray, such as a `.git` or `..` in a tree, stays refused. Submodules are never followed here.
    private static let harmless = [
        "badDate", "badDateOverflow", "badEmail", "badName", "badTagName", "badTimezone", "emptyName",
        "missingAuthor", "missingCommitter", "missingEmail", "missingNameBeforeEmail", "missingSpaceBeforeDate",
        "missingSpaceBeforeEmail", "missingTaggerEntry", "missingTag", "missingTagEntry", "multipleAuthors",
        "nulInCommit", "nullSha1", "unknownType", "zeroPaddedDate",
        "zeroPaddedFilemode", "badFilemode", "duplicateEntries", "treeNotSorted",
        "gitattributesLarge", "gitattributesLineLength", "gitattributesBlob", "gitmodulesBlob", "gitmodulesLarge",
        "gitmodulesMissing", "gitmodulesName", "gitmodulesParse", "gitmodulesPath", "gitmodulesUrl",
    ]

    /// The same for `git index-pack`, which looks at what it takes in.
    static let strictness = "--strict=" + harmless.map { "\($0)=ignore" }.joined(separator: ",")

    /// - Parameters:
    ///   - remote: the one that git may talk to.
    ///   - credential: given to git for that remote only.
    static func environment(remote: GitRemote? = nil, credential: GitCredential? = nil) -> [String: String] {
        var pairs = configuration + harmless.map { ("fetch.fsck.\($0)", "ignore") }
        var environment = [
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_ATTR_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1",
        ]
        if let remote {
            pairs.append(("protocol.\(remote.transport).allow", "always"))
            if let settings = credential?.settings(for: remote) {
                pairs += settings.configuration
                environment.merge(settings.environment) { _, new in new }
            }
        }
        // In the environment they also hold for what git starts, except in another repository on this machine, and no
        // repository's own can replace them.
        environment["GIT_CONFIG_COUNT"] = "\(pairs.count)"
        for (index, (key, value)) in pairs.enumerated() {
            environment["GIT_CONFIG_KEY_\(index)"] = key
            environment["GIT_CONFIG_VALUE_\(index)"] = value
        }
        return environment
    }
}
