import Domain

extension JSONWriter {
    mutating func run(_ run: Run, of session: SessionID) {
        object { json in
            json.field("sessionId", session.rawValue)
            json.field("stage", run.stage.rawValue)
            if let progress = run.progress {
                json.field("step", progress.step)
                json.field("percent", progress.percent)
            }
            json.field("turns", run.usage.turns)
            json.field("inputTokens", run.usage.inputTokens)
            json.field("outputTokens", run.usage.outputTokens)
            json.field("costUsd", run.usage.costUSD)
            if let retry = run.apiRetry {
                json.field("apiRetry") { json in
                    json.object { json in
                        json.field("attempt", retry.attempt)
                        json.field("limit", retry.limit)
                    }
                }
            }
            if !run.attempts.isEmpty {
                json.field("attempts") { json in json.array(run.attempts) { $0.attempt($1) } }
            }
            json.places("queued", run.queued)
            json.places("undelivered", run.undelivered)
            if let bytes = run.archiveBytes { json.field("archiveBytes", bytes) }
            json.field("note", run.note)
            if !run.mcpServers.isEmpty {
                json.field("mcpServers") { json in
                    json.array(run.mcpServers) { json, server in
                        json.object { json in
                            json.field("name", server.name)
                            json.field("status", server.status)
                        }
                    }
                }
            }
            if !run.leftOut.isEmpty {
                json.field("leftOut") { json in
                    json.array(run.leftOut) { json, work in
                        json.object { json in
                            json.field("name", work.name)
                            json.field("reason", work.reason)
                        }
                    }
                }
            }
            if !run.refusedHosts.isEmpty {
                json.field("refusedHosts") { json in
                    json.array(run.refusedHosts) { json, refusal in json.refusedHost(refusal) }
                }
            }
            if let changes = run.changes { json.field("changes") { $0.changeCount(changes) } }
        }
    }

    private mutating func places(_ name: StaticString, _ sequences: [Int]) {
        guard !sequences.isEmpty else { return }
        field(name) { json in
            json.array(sequences) { json, sequence in json.object { $0.field("sequence", sequence) } }
        }
    }

    private mutating func attempt(_ attempt: RunAttempt) {
        object { json in
            json.field("number", attempt.number)
            json.field("cause", attempt.cause.rawValue)
            json.field("actor", attempt.actor)
            json.field("outcome", attempt.outcome.rawValue)
            json.field("reason", attempt.reason)
            json.field("durationMs", attempt.durationMs)
            json.field("costUsd", attempt.costUsd)
        }
    }

    private mutating func refusedHost(_ refusal: RefusedHost) {
        object { json in
            json.field("host", refusal.destination.host.description)
            json.field("port", refusal.destination.port)
            json.field("reason", refusal.reason.rawValue)
            json.field("count", refusal.count)
            json.field("lastRefusedAt", refusal.lastRefusedAt)
        }
    }

    private mutating func changeCount(_ count: ChangeCount) {
        object { json in
            json.field("files", count.files)
            json.field("addedLines", count.addedLines)
            json.field("removedLines", count.removedLines)
        }
    }
}
