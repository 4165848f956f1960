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
            if !run.undelivered.isEmpty {
                json.field("undelivered") { json in
                    json.array(run.undelivered) { json, sequence in
                        json.object { $0.field("sequence", sequence) }
                    }
                }
            }
            if let bytes = run.archiveBytes { json.field("archiveBytes", bytes) }
            json.field("note", run.note)
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
