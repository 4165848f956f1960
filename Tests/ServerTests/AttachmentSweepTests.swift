import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Server

struct AttachmentSweepTests {
    @Test func unusedFilesGoByThemselvesAfterADay() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for number in 0..<25 { _ = try await service.uploaded([UInt8(number)], in: team) }
            let id = try await service.uploaded([99], in: team)
            service.clock.advance(by: .seconds(86_400))
            let path = "/api/attachments/\(id)"
            #expect(try await service.send(.get, path, as: team.owner.cookie).status == 200)
            let (store, clock) = (service.store, service.clock.clock)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    await AttachmentSweep(
                        attachments: store.attachments, clock: clock, logger: .silent, interval: .milliseconds(10)
                    ).run()
                }
                try await eventually { try await service.send(.get, path, as: team.owner.cookie).status == 404 }
                group.cancelAll()
            }
        }
    }
}
