import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import Threads

extension SessionPages {
    /// The threads on which images are read from their lines, which takes a while for a large one.
    private static let imageThreads = WorkerThreads(count: 2)

    /// `GET …/images/{image}`: an image of the transcript. Browsers keep it, since a line that has an image never changes.
    func showImage(_ call: Call<Colleague>) async throws -> Response {
        guard let name = call.imageName else { throw DomainError.noSuchImage }
        let page = try await services.store.sessions.messages(
            .after(name.sequence - 1), of: call.sessionID, in: call.identity.organization, limit: 1)
        guard let message = page.messages.first, message.sequence == name.sequence else {
            throw DomainError.noSuchImage
        }
        let content = await Self.imageThreads.run { try? LineImage.content(of: name.number, in: message.json) }
        guard let content else { throw DomainError.noSuchImage }
        return Response(
            status: .ok,
            headers: [
                .contentType: content.format.rawValue,
                .contentSecurityPolicy: "sandbox; \(SecurityHeadersMiddleware.contentPolicy)",
                .cacheControl: "private, max-age=31536000, immutable",
                .crossOriginResourcePolicy: "same-origin",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: content.bytes)))
    }
}
