/// The type of an entry of the event log.
package enum EventType: String, Sendable {
    case sessionCreated = "session.created"
    case sessionUpdated = "session.updated"
    case sessionDeleted = "session.deleted"
    case messageAppended = "message.appended"
    case messageWithdrawn = "message.withdrawn"
    case taskUpdated = "task.updated"
    case taskRemoved = "task.removed"
    case runUpdated = "run.updated"
    case requestCreated = "request.created"
    case requestAnswered = "request.answered"
    case requestWithdrawn = "request.withdrawn"
    case statsChanged = "stats.changed"
}
