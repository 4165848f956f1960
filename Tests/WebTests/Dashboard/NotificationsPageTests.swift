import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// The notifications on the account page, and the parts that make the dashboard installable on a device.
struct NotificationsPageTests {
    private static let subscription =
        #"{"endpoint":"https://push.example.com/a","keys":{"auth":"BTBZMqHH6r4Tts7J_aSIgg","p256dh":"BCVxsr7N_eNg"#
        + #"VRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"},"name":"Pixel <7>"}"#

    private static func subscribe(_ person: Person, in service: TestService) async throws -> String {
        let answer = try await service.send(
            .post, "/api/me/push-subscriptions", as: person.cookie, body: subscription)
        return try #require(answer.json["pushSubscription"]?["id"]?.text)
    }

    @Test func itListsDevicesAndWhatTheyAreToldOf() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let before = try await service.visit("/account", as: team.owner.cookie)
            #expect(before.body.contains("Notify me on this device") && !before.body.contains("id=\"devices\""))
            let id = try await Self.subscribe(team.owner, in: service)
            let page = try await service.visit("/account", as: team.owner.cookie)
            #expect(page.body.contains("Pixel &lt;7&gt;") && page.body.contains("no notifications yet"))
            #expect(page.body.contains("data-endpoint=\"https://push.example.com/a\""))
            #expect(page.body.matches(of: /type="checkbox"[^>]* checked/).count == 4)
            let bob = try await service.join(team, "Bob Roy")
            #expect(try await !service.visit("/account", as: bob.cookie).body.contains(id))
        }
    }

    @Test func itShowsTheLastDeliveryAndTheLastFailure() async throws {
        try await TestService.run { service in
            let owner = try await service.makeTeam().owner
            let id = try await Self.subscribe(owner, in: service)
            for (result, text) in [
                (PushResult.refused(reason: "The push service answered 403: <no>"), "answered 403: &lt;no&gt;"),
                (.accepted, "last notified"),
            ] {
                service.clock.advance(by: .seconds(60))
                try await service.submit("/account/push-subscriptions/\(id)/test", as: owner.cookie)
                let due = try await service.store.push.due(at: service.clock.now)
                try await service.store.push.settle(try #require(due.first), result, at: service.clock.now)
                let page = try await service.visit("/account", as: owner.cookie)
                #expect(page.body.contains(text))
                #expect(page.body.contains("403") == (result != .accepted))
            }
        }
    }

    @Test func aDeviceIsTestedAndRemovedWithoutScripts() async throws {
        try await TestService.run { service in
            let owner = try await service.makeTeam().owner
            let path = "/account/push-subscriptions/\(try await Self.subscribe(owner, in: service))"
            let tested = try await service.submit("\(path)/test", as: owner.cookie)
            #expect(tested.location == "/account?done=device-tested")
            #expect(try await service.store.push.due(at: service.clock.now).map(\.content) == [.test])
            let removed = try await service.submit("\(path)/remove", as: owner.cookie)
            #expect(removed.location == "/account?done=device-removed")
            #expect(try await service.store.push.due(at: service.clock.now).isEmpty)
            #expect(try await service.submit("\(path)/remove", as: owner.cookie).status == 404)
        }
    }

    @Test func theChoicesAreSaved() async throws {
        try await TestService.run { service in
            let owner = try await service.makeTeam().owner
            let answer = try await service.submit(
                "/account/notifications", as: owner.cookie, ["waits": "true", "failed": "true"])
            #expect(answer.location == "/account?done=notifications-saved")
            #expect(try await service.store.push.kinds(of: owner.user.id) == [.waits, .failed])
            let page = try await service.visit("/account?done=notifications-saved", as: owner.cookie)
            #expect(page.body.matches(of: /type="checkbox"[^>]* checked/).count == 2)
        }
    }

    @Test func theDashboardCanBeInstalled() async throws {
        try await TestService.run { service in
            let page = try await service.visit("/sign-in")
            let link = try #require(page.body.firstMatch(of: /<link rel="manifest" href="([^"]*)">/)).1
            let policy = try #require(page.headers[.contentSecurityPolicy])
            #expect(policy.contains("worker-src 'self'") && policy.contains("manifest-src 'self'"))
            let manifest = try await service.send(.get, String(link))
            #expect(manifest.headers[.contentType] == "application/manifest+json")
            #expect(manifest.json["display"] == "standalone" && manifest.json["start_url"] == "/")
            let icons = manifest.json["icons"]?.elements ?? []
            #expect(icons.count == 4)
            for icon in icons {
                let answer = try await service.send(.get, try #require(icon["src"]?.text))
                #expect(answer.status == 200 && answer.headers[.contentType] == icon["type"]?.text)
                guard icon["type"] == "image/png" else { continue }
                #expect(answer.bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
                let sides = [answer.bytes[16..<20], answer.bytes[20..<24]].map { $0.reduce(0) { $0 << 8 | Int($1) } }
                #expect(icon["sizes"]?.text == "\(sides[0])x\(sides[1])")
                #expect(answer.bytes.suffix(8).prefix(4) == [0x49, 0x45, 0x4E, 0x44], "the image is whole")
            }
        }
    }

    @Test func theServiceWorkerHandlesPushesOnly() async throws {
        try await TestService.run { service in
            let script = try await service.send(.get, "/service-worker.js")
            #expect(script.headers[.contentType] == "text/javascript; charset=utf-8")
            #expect(script.headers[.contentSecurityPolicy] == "default-src 'none'; connect-src 'self'")
            let events = script.body.matches(of: /addEventListener\("([a-z]+)"/).map { String($0.1) }
            #expect(events == ["push", "notificationclick", "pushsubscriptionchange"])
        }
    }
}
