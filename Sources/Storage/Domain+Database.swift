package import Domain
import FoundationEssentials
package import GRDB

extension Timestamp: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { milliseconds.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Timestamp? {
        Int64.fromDatabaseValue(value).map(Timestamp.init(milliseconds:))
    }
}

extension Identifier: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { rawValue.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Identifier? {
        String.fromDatabaseValue(value).map(Identifier.init(rawValue:))
    }
}

extension SecretDigest: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { Data(bytes).databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> SecretDigest? {
        Data.fromDatabaseValue(value).map { SecretDigest(bytes: Array($0)) }
    }
}

extension EmailAddress: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { description.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> EmailAddress? {
        String.fromDatabaseValue(value).map(EmailAddress.init(unchecked:))
    }
}

extension VariableName: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { description.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> VariableName? {
        String.fromDatabaseValue(value).map(VariableName.init(unchecked:))
    }
}

extension SessionStatus: DatabaseValueConvertible {}
extension SessionSummary.TitleSource: DatabaseValueConvertible {}
extension AgentTask.Status: DatabaseValueConvertible {}
extension PullRequest.Status: DatabaseValueConvertible {}
extension AuditAction: DatabaseValueConvertible {}
extension AuditEvent.Actor.Kind: DatabaseValueConvertible {}
extension EventType: DatabaseValueConvertible {}
extension RunStage: DatabaseValueConvertible {}
extension RunAttempt.Cause: DatabaseValueConvertible {}
extension PushKind: DatabaseValueConvertible {}
extension RepositoryMCP: DatabaseValueConvertible {}
extension AgentRequest.Kind: DatabaseValueConvertible {}
extension AgentRequest.State: DatabaseValueConvertible {}
extension AgentEffort: DatabaseValueConvertible {}
extension SessionMode: DatabaseValueConvertible {}
extension DiffPosition.Side: DatabaseValueConvertible {}
extension Role: DatabaseValueConvertible {}
