package import Domain
import GRDB

extension EnvironmentStore {
    /// The network access of a session's agent, as it is configured now.
    ///
    /// - Throws: `DomainError.notFound` when the session is gone.
    package func network(of session: SessionID) async throws -> SessionNetwork {
        try await connections.read { db in
            let sql = """
                SELECT o.network_ceiling, o.allowed_hosts, e.network, e.allowed_hosts
                FROM sessions s JOIN organizations o ON o.id = s.organization_id
                LEFT JOIN environments e ON e.id = s.environment_id WHERE s.id = ?
                """
            guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [session]) else {
                throw DomainError.notFound("There is no session \(session).")
            }
            let environment = try (row[2] as String?).map { access in
                EnvironmentNetwork(
                    access: try NetworkAccess(checking: access), hosts: try AllowedHostLines.hosts(in: row[3]))
            }
            return SessionNetwork(
                environment: environment,
                organization: OrganizationNetwork(
                    ceiling: try NetworkAccess(checking: row[0]), hosts: try AllowedHostLines.hosts(in: row[1])))
        }
    }

    /// The network settings that an organization's owners chose for all of its sessions.
    ///
    /// - Throws: `DomainError.notFound` for an unknown organization.
    package func network(of organization: OrganizationID) async throws -> OrganizationNetwork {
        try await connections.read { try OrganizationRow.network(of: organization, $0) }
    }

    /// Changes an organization's network settings; `nil` leaves a setting unchanged. Returns the new settings.
    ///
    /// - Throws: `DomainError.notFound` for an unknown organization.
    package func setNetwork(
        of organization: OrganizationID, ceiling: NetworkAccess?, hosts: [AllowedHost]?, at time: Timestamp
    ) async throws -> OrganizationNetwork {
        try await connections.writeContent { db in
            var network = try OrganizationRow.network(of: organization, db)
            network.ceiling = ceiling ?? network.ceiling
            network.hosts = hosts ?? network.hosts
            try OrganizationRow.save(network, of: organization, db)
            try AuditRow.record(
                .networkChanged, in: organization,
                details: [
                    "access": network.ceiling.rawValue, "hosts": AllowedHostLines.text(of: network.hosts),
                ], at: time, db)
            return network
        }
    }

    /// Adds an allowed host to the environment of a session, or to the organization if the session has no environment,
    /// so that the session's agent can reach it from now on.
    ///
    /// - Parameter ceiling: the operator's limit for the whole server.
    /// - Throws: `DomainError.notFound`, `.forbidden`, `.conflict` when an allowed host would have no effect because
    ///   the environment or a ceiling ignores the list, or when there are too many.
    package func allow(
        _ host: AllowedHost, for session: SessionID, of organization: OrganizationID, below ceiling: NetworkAccess,
        at time: Timestamp
    ) async throws {
        try await connections.writeContent { db in
            let record = try SessionRecord.fetch(session, in: organization, db)
            let environment = try record.outlineOfEnvironment(db).map {
                try EnvironmentRow.fetch($0.id, in: organization, db)
            }
            var organizations = try OrganizationRow.network(of: organization, db)
            let network = SessionNetwork(environment: environment?.network, organization: organizations)
            guard network.rules(below: ceiling, operators: OperatorHosts()).takesListedHosts else {
                throw DomainError.conflict(
                    "The network limit of this session's environment, its organization or the server doesn't let you "
                        + "allow more hosts.")
            }
            if let environment {
                let hosts = try Self.adding(host, to: environment.network.hosts)
                let edit = EnvironmentEdit(hosts: hosts)
                try EnvironmentRow.save(
                    edit.applied(to: environment.draft), of: environment.outline.id, in: organization, at: time, db)
            } else {
                organizations.hosts = try Self.adding(host, to: organizations.hosts)
                try OrganizationRow.save(organizations, of: organization, db)
            }
            try AuditRow.record(
                .hostAllowed, in: organization, subject: AuditSubject(session),
                details: ["host": AllowedHostLines.text(of: [host])], at: time, db)
            try RunStore.forgetRefusals(of: record.number, letThroughBy: host, at: time, db)
        }
    }

    private static func adding(_ host: AllowedHost, to hosts: [AllowedHost]) throws -> [AllowedHost] {
        guard !hosts.contains(host) else { return hosts }
        guard hosts.count < AllowedHost.maximumCount else {
            throw DomainError.conflict(
                "\(AllowedHost.maximumCount) hosts are allowed already, which is the limit. Remove some first.")
        }
        return hosts + [host]
    }
}

extension OrganizationRow {
    /// - Throws: `DomainError.notFound` for an unknown organization.
    static func network(of id: OrganizationID, _ db: Database) throws -> OrganizationNetwork {
        let sql = "SELECT network_ceiling, allowed_hosts FROM organizations WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id]) else {
            throw DomainError.notFound("There is no organization \(id).")
        }
        return OrganizationNetwork(
            ceiling: try NetworkAccess(checking: row[0]), hosts: try AllowedHostLines.hosts(in: row[1]))
    }

    static func save(_ network: OrganizationNetwork, of id: OrganizationID, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE organizations SET network_ceiling = ?, allowed_hosts = ? WHERE id = ?",
            arguments: [network.ceiling.rawValue, AllowedHostLines.text(of: network.hosts), id])
    }
}
