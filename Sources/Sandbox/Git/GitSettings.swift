import Domain

/// Git's configuration and environment: nothing from the machine's configuration, nothing that lets a repository run
/// programs, and no prompts.
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

    /// Complaints of git fsck that are common in old repositories and harmless: git itself accepts them. Objects that
    /// could mislead git, such as `.git` or `..` in a tree, stay refused. Submodules are never followed here.
    private static let harmless = [
        "badDate", "badDateOverflow", "badEmail", "badName", "badTagName", "badTimezone", "emptyName",
        "missingAuthor", "missingCommitter", "missingEmail", "missingNameBeforeEmail", "missingSpaceBeforeDate",
        "missingSpaceBeforeEmail", "missingTaggerEntry", "missingTag", "missingTagEntry", "multipleAuthors",
        "nulInCommit", "nullSha1", "unknownType", "zeroPaddedDate",
        "zeroPaddedFilemode", "badFilemode", "duplicateEntries", "treeNotSorted",
        "gitattributesLarge", "gitattributesLineLength", "gitattributesBlob", "gitmodulesBlob", "gitmodulesLarge",
        "gitmodulesMissing", "gitmodulesName", "gitmodulesParse", "gitmodulesPath", "gitmodulesUrl",
    ]

    /// The same exceptions for `git index-pack`, which checks the objects it stores.
    static let strictness = "--strict=" + harmless.map { "\($0)=ignore" }.joined(separator: ",")

    /// - Parameters:
    ///   - remote: the only remote that git may contact.
    ///   - credential: used for that remote only.
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
        // Settings in the environment also apply to the programs that git starts, except for another local repository,
        // and override a repository's own.
        environment["GIT_CONFIG_COUNT"] = "\(pairs.count)"
        for (index, (key, value)) in pairs.enumerated() {
            environment["GIT_CONFIG_KEY_\(index)"] = key
            environment["GIT_CONFIG_VALUE_\(index)"] = value
        }
        return environment
    }
}
