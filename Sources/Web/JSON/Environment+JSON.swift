import Domain

extension JSONWriter {
    /// The fields that every member may see.
    mutating func environmentFields(_ environment: EnvironmentOutline) {
        field("id", environment.id.rawValue)
        field("name", environment.name)
        field("isDefault", environment.isDefault)
        field("repoUrl", environment.repository?.url.description)
        field("baseBranch", environment.repository?.baseBranch.description)
    }

    /// An environment as owners may see it.
    mutating func environment(_ environment: SandboxEnvironment) {
        object { json in
            json.environmentFields(environment.outline)
            json.field("setupScript", environment.setupScript)
            json.field("variables") { json in
                json.object { json in
                    for (name, value) in environment.variables.sorted {
                        json.field(named: name.description, value)
                    }
                }
            }
            json.field("secretNames") { json in
                json.array(environment.secretNames) { json, name in json.text(name.description) }
            }
            json.field("network", environment.network.access.rawValue)
            json.allowedHosts(environment.network.hosts)
            json.field("mcpServers") { json in
                json.raw((environment.mcp.servers.isEmpty ? "{}" : environment.mcp.servers.text).utf8)
            }
            json.field("repositoryMcp", environment.mcp.repository.rawValue)
            json.field("runnerLabels") { $0.runnerLabels(environment.runnerLabels) }
            json.field("createdAt", environment.createdAt)
            json.field("updatedAt", environment.updatedAt)
        }
    }

    mutating func allowedHosts(_ hosts: [AllowedHost]) {
        field("allowedHosts") { json in
            json.array(hosts) { json, host in json.text(host.description) }
        }
    }

    /// A short reference to an environment, for an object that uses it.
    mutating func environmentReference(_ environment: EnvironmentOutline) {
        object { json in
            json.field("id", environment.id.rawValue)
            json.field("name", environment.name)
        }
    }
}
