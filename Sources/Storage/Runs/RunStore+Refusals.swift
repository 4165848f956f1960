package import Domain
import Foundation
import GRDB

extension RunStore {
    /// Adds to the hosts that a run's agent was refused. Beyond the limit per session, new hosts are dropped.
    package func record(_ refusals: [RefusedHost], of run: RunNumber, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            guard var hosts = try Self.refusedHosts(of: run.session, db) else { return }
            for refusal in refusals {
                if let index = hosts.firstIndex(where: { $0.destination == refusal.destination }) {
                    hosts[index] = refusal.counting(hosts[index].count)
                } else if hosts.count < RefusedHost.maximumCount {
                    hosts.append(refusal)
                }
            }
            try Self.save(hosts, of: run.session, at: time, db)
        }
    }

    /// Removes the refused hosts that a newly allowed host covers.
    static func forgetRefusals(of run: Int64, letThroughBy host: AllowedHost, at time: Timestamp, _ db: Database) throws
    {
        guard let hosts = try refusedHosts(of: run, db) else { return }
        let others = hosts.filter { !host.contains($0.destination) }
        guard others != hosts else { return }
        try save(others, of: run, at: time, db)
    }

    private static func refusedHosts(of run: Int64, _ db: Database) throws -> [RefusedHost]? {
        let sql = "SELECT refused_hosts FROM runs WHERE session_number = ?"
        return try String.fetchOne(db, sql: sql, arguments: [run]).map(RefusedHostRecord.hosts(fromJSON:))
    }

    private static func save(_ hosts: [RefusedHost], of run: Int64, at time: Timestamp, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE runs SET refused_hosts = ? WHERE session_number = ?",
            arguments: [try RefusedHostRecord.json(of: hosts), run])
        try logEvent(.runUpdated, of: run, at: time, db)
    }
}

extension RefusedHost {
    fileprivate func counting(_ earlier: Int) -> RefusedHost {
        RefusedHost(destination: destination, reason: reason, count: count + earlier, lastRefusedAt: lastRefusedAt)
    }
}

/// The encoding of a refused host in its column.
struct RefusedHostRecord: Codable {
    private let host: String
    private let port: Int
    private let reason: String
    private let count: Int
    private let at: Int64

    private init(_ refusal: RefusedHost) {
        host = refusal.destination.host.description
        port = refusal.destination.port
        reason = refusal.reason.rawValue
        count = refusal.count
        at = refusal.lastRefusedAt.milliseconds
    }

    static func json(of hosts: [RefusedHost]) throws -> String {
        try hosts.map(Self.init).sortedJSON
    }

    static func hosts(fromJSON text: String) throws -> [RefusedHost] {
        // Most sessions have none, and lists read many sessions.
        if text == "[]" { return [] }
        return try JSONDecoder().decode([Self].self, from: Data(text.utf8)).map { try $0.refusal }
    }

    private var refusal: RefusedHost {
        get throws {
            RefusedHost(
                destination: NetworkDestination(host: try NetworkHost(host), port: port),
                reason: NetworkRefusal(rawValue: reason) ?? .notAllowed, count: count,
                lastRefusedAt: Timestamp(milliseconds: at))
        }
    }
}
