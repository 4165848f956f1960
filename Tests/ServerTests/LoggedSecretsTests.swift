import Logging
import TestSupport
import Testing

struct LoggedSecretsTests {
    @Test func noSecretOfTheSettingsIsLoggedAtAnyLevel() async throws {
        let log = RecordedLog()
        var logger = log.logger
        logger.logLevel = .trace
        let settings = [
            "LODESTONE_AGENT": "demo", "ANTHROPIC_API_KEY": "sk-ant-unlogged",
            "LODESTONE_GITHUB_TOKEN": "ghp_unlogged", "LODESTONE_GITHUB_WEBHOOK_SECRET": "hook-unlogged",
            "LODESTONE_METRICS_TOKEN": "metrics-unlogged",
        ]
        try await RunningServer.run(environment: settings, logger: logger) { server in
            let response = try await server.get("/livez", key: "none")
            #expect(response.status == 200)
        }
        #expect(log.lines.contains { $0.contains("RunService") && $0.contains("AdminSocket") })
        #expect(log.lines.contains { $0.contains("LodestoneServer") })
        #expect(!log.lines.contains { $0.contains("unlogged") })
    }
}
