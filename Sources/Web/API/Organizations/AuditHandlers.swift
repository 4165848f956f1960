import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Handlers for an organization's audit log, for its owners.
struct AuditHandlers: Sendable {
    let services: Services

    /// How many entries an export reads at once.
    private static let batchSize = 500

    /// `GET …/audit`: a page of the log, newest first.
    func list(_ call: Call<Owner>) async throws -> Response {
        let limit = try call.number("limit", in: 1...200) ?? 50
        let events = try await services.store.audit.events(
            readableIn: call.identity.organization, matching: call.auditFilter(), before: call.auditCursor(),
            limit: limit + 1)
        let page = events.prefix(limit)
        return .json { json in
            json.field("events") { $0.array(page) { json, event in json.object { $0.auditFields(event) } } }
            json.field("nextCursor", events.count > limit ? page.last.map { String($0.number) } : nil)
        }
    }

    /// `GET …/audit/export`: all matching entries as NDJSON, newest first.
    func export(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        let filter = try call.auditFilter()
        let audit = services.store.audit
        let first = try await audit.events(readableIn: organization, matching: filter, limit: Self.batchSize)
        let headers: HTTPFields = [
            .contentType: "application/x-ndjson",
            .contentDisposition: #"attachment; filename="\#(organization)-audit.ndjson""#,
        ]
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                var batch = first
                while let last = batch.last {
                    var json = JSONWriter()
                    for event in batch {
                        json.object { $0.auditFields(event) }
                        json.endLine()
                    }
                    try await writer.write(ByteBuffer(bytes: json.takeBytes()))
                    guard batch.count == Self.batchSize else { break }
                    batch = try await audit.events(
                        readableIn: organization, matching: filter, before: last.number, limit: Self.batchSize)
                }
                try await writer.finish(nil)
            })
    }
}

extension Call {
    /// The entries that the query selects: `action`, `actor`, `since` and `until`. Empty values, as of a form, select
    /// everything.
    func auditFilter() throws -> AuditFilter {
        AuditFilter(
            action: try filled("action", AuditAction.init(choice:)),
            actor: try filled("actor") { text throws(InvalidValue) in text },
            since: try filled("since", AuditFilter.start(of:)),
            until: try filled("until", AuditFilter.end(of:)))
    }

    /// The number of the entry before which a page begins.
    func auditCursor() throws -> Int? {
        try number("cursor", in: 1...Int.max)
    }

    private func filled<Value>(
        _ name: String, _ parse: (String) throws(InvalidValue) -> Value
    ) throws -> Value? {
        try query(name) == "" ? nil : query(name, parse)
    }
}

extension JSONWriter {
    /// The fields of an entry of the audit log.
    mutating func auditFields(_ event: AuditEvent) {
        field("id", String(event.number))
        field("action", event.action.rawValue)
        field("createdAt", event.createdAt)
        field("actor") { json in
            json.object { json in
                json.field("type", event.actor.kind.rawValue)
                json.field("id", event.actor.id)
                json.field("name", event.actor.name)
            }
        }
        if let subject = event.subject {
            field("subject") { json in
                json.object { json in
                    json.field("id", subject.id)
                    json.field("name", subject.name)
                }
            }
        }
        field("details") { json in
            json.object { json in
                for (name, value) in event.details.sorted(by: { $0.key < $1.key }) { json.field(named: name, value) }
            }
        }
        field("address", event.address)
        field("browser", event.browser)
    }
}
