import HTTPTypes
import TestSupport
import Testing

struct MetricsTests {
    @Test func requestsAreCountedByRouteMethodAndClassOfStatus() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            for _ in 0..<2 { _ = try await service.send(.get, "/api/sessions/\(id)?organizationId=x", as: team.key) }
            _ = try await service.send(.get, "/api/sessions/\(id)", as: team.key)
            let answer = try await service.metrics()
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let lines = answer.body.split(separator: "\n")
            let route = #"route="/api/sessions/{id}""#
            #expect(lines.contains(#"http_requests_total{method="POST",route="/api/sessions",status="2xx"} 1"#))
            #expect(lines.contains("http_requests_total{method=\"GET\",\(route),status=\"4xx\"} 2"))
            #expect(lines.contains("http_request_duration_seconds_count{method=\"GET\",\(route),status=\"2xx\"} 1"))
            #expect(!answer.body.contains(id) && !answer.body.contains(team.id))
        }
    }

    @Test func noAddressOrMethodMakesASeriesOfItsOwn() async throws {
        try await TestService.run { service in
            for number in 0..<20 {
                let method = try #require(HTTPRequest.Method("MADE\(number)"))
                _ = try await service.send(.get, "/nowhere/\(number)")
                _ = try await service.send(method, "/api/sessions")
            }
            let lines = try await service.metrics().body.split(separator: "\n")
            let counters = lines.filter { $0.hasPrefix("http_requests_total{") }
            #expect(
                counters == [
                    #"http_requests_total{method="GET",route="none",status="4xx"} 20"#,
                    #"http_requests_total{method="other",route="none",status="4xx"} 20"#,
                ])
        }
    }

    @Test func readsOfTheDatabaseAreTimed() async throws {
        try await TestService.run { service in
            let name = "lodestone_database_read_seconds"
            func count() async throws -> Int {
                let lines = try await service.metrics().body.split(separator: "\n")
                let line = try #require(lines.first { $0.hasPrefix("\(name)_count ") })
                return try #require(Int(line.split(separator: " ")[1]))
            }
            let team = try await service.makeTeam()
            _ = try await service.send(.get, "/api/sessions?limit=1", as: team.key)
            let before = try await count()
            _ = try await service.send(.get, "/api/sessions?limit=1", as: team.key)
            // The event feed may have read meanwhile.
            #expect(try await count() > before)
            #expect(try await service.metrics().body.contains("# HELP \(name) "))
        }
    }

    @Test func theWorkOfTheWriterAndOfAgentsIsTold() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team)
            let lines = try await service.metrics().body.split(separator: "\n")
            #expect(lines.contains("lodestone_database_waiting_writes 0"))
            #expect(lines.contains(#"lodestone_runs{state="queued"} 1"#))
            #expect(lines.contains(#"lodestone_runs{state="under_way"} 0"#))
            let count = try #require(lines.first { $0.hasPrefix("lodestone_database_commit_seconds_count ") })
            #expect(try #require(Int(count.split(separator: " ")[1])) > 1)
        }
    }

    @Test func whoHasNeitherTheTokenNorTheMachineIsRefused() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for credential in [Credential.none, team.key, team.owner.cookie] {
                let answer = try await service.send(.get, "/metrics", as: credential)
                #expect(answer.status == 403 && answer.body.contains("Authorization: Bearer TOKEN"))
            }
            let guess = try await service.send(.get, "/metrics", headers: [.authorization: "Bearer a token"])
            #expect(guess.status == 403 && guess.body.contains("not the token"))
        }
    }

    @Test func theServerTellsItsReleaseStartAndSize() async throws {
        try await TestService.run { service in
            service.clock.advance(by: .seconds(60))
            let body = try await service.metrics().body
            #expect(body.contains("\nprocess_start_time_seconds 1770804000\n"))
            #expect(body.contains(#"lodestone_build_info{version=""#))
            for name in ["lodestone_database_size_bytes", "lodestone_database_wal_size_bytes"] {
                let line = try #require(body.split(separator: "\n").first { $0.hasPrefix("\(name) ") })
                #expect(try #require(Int(line.split(separator: " ")[1])) > 0)
            }
        }
    }
}
