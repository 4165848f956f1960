import Foundation
import GRDB
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

struct HealthTests {
    @Test func aDatabaseThatDoesNotAnswerIsTold() async throws {
        try await TestService.run { service in
            #expect(try await service.send(.get, "/readyz").status == 200)
            let database = try DatabaseQueue(path: service.directory.dataDirectory.databasePath)
            try await database.write { try $0.execute(sql: "ALTER TABLE organizations RENAME TO gone") }
            let answer = try await service.send(.get, "/readyz")
            #expect(answer.status == 503)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(!answer.body.contains("organizations"))
            #expect(try await service.send(.get, "/livez").status == 200)
        }
    }

    @Test func theAgeOfTheLastBackupIsToldAndAnOldOneIsAWarning() async throws {
        let start = TestClock().now
        let backups = BackupStatus(interval: .seconds(3600), startedAt: start)
        try await TestService.run(backups: backups) { service in
            func ready() async throws -> JSONValue {
                let answer = try await service.send(.get, "/readyz")
                #expect(answer.status == 200)
                return answer.json
            }
            #expect(try await ready() == JSONValue(parsing: #"{"status":"ok"}"#))
            #expect(try await service.metrics().body.contains("\nlodestone_backup_age_seconds +Inf\n"))
            backups.noteGood(start)
            service.clock.advance(by: .seconds(7200))
            let well = #"{"status":"ok","lastBackupAt":"\#(start)","backupAgeSeconds":7200}"#
            #expect(try await ready() == JSONValue(parsing: well))
            #expect(try await service.metrics().body.contains("\nlodestone_backup_age_seconds 7200\n"))
            #expect(try await service.metrics().body.contains("\nlodestone_backup_succeeded 1\n"))
            backups.noteResult(failure: "/secret/path is full")
            service.clock.advance(by: .seconds(1))
            let warning = try await ready()
            #expect(warning["status"]?.text == "warning" && warning["warning"]?.text?.contains("failed") == true)
            #expect(warning["warning"]?.text?.contains("/secret") == false)
            #expect(try await service.metrics().body.contains("\nlodestone_backup_succeeded 0\n"))
        }
    }

    @Test func aServerWithoutBackupsTellsNothingOfThem() async throws {
        try await TestService.run { service in
            #expect(try await service.send(.get, "/readyz").body == #"{"status":"ok"}"#)
            let metrics = try await service.metrics().body
            #expect(!metrics.contains("lodestone_backup"))
        }
    }

    @Test func aDatabaseThatIsGoneIsToldWithoutItsPath() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let path = service.directory.dataDirectory.databasePath
            try FileManager.default.moveItem(atPath: path, toPath: path + ".aside")
            let answer = try await service.send(.get, "/readyz")
            #expect(answer.status == 503)
            #expect(answer.headers[.retryAfter] != nil)
            #expect(answer.body.contains("the database's files are gone") && !answer.body.contains("/"))
            #expect(try await service.metrics().status == 200)
            let refused = try await service.send(.post, "/api/sessions/\(id)/archive", as: team.key)
            #expect(refused.status == 503)
            #expect(refused.headers[.retryAfter] != nil)
            #expect(try await service.send(.get, "/livez").status == 200)
        }
    }
}
