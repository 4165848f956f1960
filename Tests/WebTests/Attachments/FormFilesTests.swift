import Domain
import NIOCore
import Storage
import TestSupport
import Testing

@testable import Web

struct FormFilesTests {
    private static let mebibyte = 1_048_576

    /// Each file is stored when it has come, and its memory is free for the next one.
    @Test func aFormTakesTheMemoryOfOneFile() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let uploads = AttachmentUploads(
                services: service.services, organization: team.organization.id, user: team.owner.user.id)
            let files = FormFiles(uploads: uploads)
            let budget = BodyBudget(capacity: 3 * Self.mebibyte)
            let memory = BodyMemory(of: budget)
            var parser = try #require(MultipartParser(contentType: "multipart/form-data; boundary=x"))
            var reading = FormFiles.Reading()
            let content = [UInt8](repeating: 7, count: 2 * Self.mebibyte)
            let parts =
                (0..<5).map { FormPart("attachments", file: "\($0).bin", content) } + [FormPart("content", "Hi")]
            for part in parts {
                for event in try parser.events(of: ByteBuffer(bytes: part.bytes(boundary: "x"))) {
                    try await files.take(event, &reading, limit: 100, memory: memory)
                }
            }
            for event in try parser.events(of: ByteBuffer(string: "--x--")) {
                try await files.take(event, &reading, limit: 100, memory: memory)
            }
            #expect(parser.isOver && reading.problem == nil)
            let form = SubmittedForm(values: reading.values)
            #expect(form["content"] == "Hi")
            let kept = try await service.store.attachments.unused(
                form.attachmentIDs, of: team.organization.id, by: team.owner.user.id, at: service.clock.now)
            #expect(kept.map(\.filename) == ["0.bin", "1.bin", "2.bin", "3.bin", "4.bin"])
        }
    }

    @Test func fieldsThatAreNoFilesMayBeSoLongTogether() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let uploads = AttachmentUploads(
                services: service.services, organization: team.organization.id, user: team.owner.user.id)
            var parser = try #require(MultipartParser(contentType: "multipart/form-data; boundary=x"))
            var reading = FormFiles.Reading()
            let part = FormPart("content", String(repeating: "x", count: 101))
            await #expect(throws: NIOTooManyBytesError.self) {
                for event in try parser.events(of: ByteBuffer(bytes: part.bytes(boundary: "x"))) {
                    try await FormFiles(uploads: uploads).take(
                        event, &reading, limit: 100, memory: BodyMemory(of: BodyBudget()))
                }
            }
        }
    }
}
