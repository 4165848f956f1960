import Domain
import Hummingbird

/// The parameters of paths. Whether an object with the id exists is for the store to find out.
extension Call {
    /// The value of a path parameter of the route table; empty if the route has none of this name.
    private func parameter(_ name: String) -> String {
        context.parameters.get(name) ?? ""
    }

    /// `{organization}`
    var organizationID: OrganizationID { OrganizationID(rawValue: parameter("organization")) }
    /// `{user}`
    var userID: UserID { UserID(rawValue: parameter("user")) }
    /// `{invitation}`
    var invitationID: InvitationID { InvitationID(rawValue: parameter("invitation")) }
    /// `{key}`
    var apiKeyID: APIKeyID { APIKeyID(rawValue: parameter("key")) }
    /// `{token}`
    var runnerTokenID: RunnerTokenID { RunnerTokenID(rawValue: parameter("token")) }
    /// `{environment}`
    var environmentID: EnvironmentID { EnvironmentID(rawValue: parameter("environment")) }
    /// `{browser}`
    var browserID: BrowserSessionID { BrowserSessionID(rawValue: parameter("browser")) }
    /// `{subscription}`
    var subscriptionID: PushSubscriptionID { PushSubscriptionID(rawValue: parameter("subscription")) }
    /// `{id}`
    var sessionID: SessionID { SessionID(rawValue: parameter("id")) }
    /// `{request}`
    var requestID: Domain.RequestID { Domain.RequestID(rawValue: parameter("request")) }
    /// `{comment}`
    var commentID: CommentID { CommentID(rawValue: parameter("comment")) }
    /// `{image}`; `nil` for text that names no image.
    var imageName: ImageName? { ImageName(parameter("image")) }
    /// `{attachment}`
    var attachmentID: AttachmentID { AttachmentID(rawValue: parameter("attachment")) }

    /// `{lease}`
    var leaseID: String { parameter("lease") }
    /// `{process}`; 0, which no process has, for text that is no number.
    var processNumber: Int { Int(parameter("process")) ?? 0 }
    /// `{checkpoint}`; 0, which no checkpoint has, for text that is no number.
    var checkpointNumber: Int { Int(parameter("checkpoint")) ?? 0 }
    /// `{files}`
    var filesName: String { parameter("files") }

    /// `{sequence}`, the number of a message; 0, which no message has, for text that is no number.
    var sequence: Int { Int(parameter("sequence")) ?? 0 }

    /// `{name}`, the name of a secret that exists, which may be one that isn't allowed any longer.
    var existingSecretName: VariableName { VariableName(unchecked: parameter("name")) }

    /// `{name}`, the name of a secret to set.
    ///
    /// - Throws: `DomainError.invalid` for a name that isn't allowed.
    func secretName() throws -> VariableName {
        do throws(InvalidValue) {
            return try VariableName(parameter("name"))
        } catch {
            throw DomainError.invalid("The name of a secret \(error.detail).")
        }
    }
}
