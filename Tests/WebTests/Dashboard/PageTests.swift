import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// Properties of all pages.
struct PageTests {
    @Test func pagesLoadAndRunNothingButTheServersOwnFiles() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let settings = ["", "/members", "/invitations", "/keys"].map { "/organizations/\(team.id)/settings\($0)" }
            let pages = ["/setup", "/sign-in", "/join", "/account", "/organizations/\(team.id)/sessions", "/nowhere"]
            for path in pages + settings {
                let page = try await service.visit(path, as: team.owner.cookie)
                let policy = try #require(page.headers[.contentSecurityPolicy])
                #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
                #expect(!policy.contains("unsafe") && policy.contains("form-action 'self'; base-uri 'none'"))
                #expect(page.headers[.referrerPolicy] == "same-origin" && page.headers[.cacheControl] == "no-store")
                for address in page.body.matches(of: /(?:src|href)="([^"]*)"/).map(\.1) {
                    #expect(address.hasPrefix("/") || address.hasPrefix("#"), "\(address)")
                }
                #expect(page.body.firstMatch(of: /<script(?! type="module" src=)|<style|\sstyle=|\son[a-z]+=/) == nil)
            }
        }
    }

    @Test func everyAssetIsServedAndKeptForGoodUnderAnAddressOfItsContent() async throws {
        try await TestService.run(isSetUp: false) { service in
            for route in PublicAssets.shared.routes {
                let answer = try await service.send(.get, route.path)
                #expect(answer.status == 200 && !answer.body.isEmpty)
                let tag = try #require(answer.headers[.eTag])
                let again = try await service.send(.get, route.path, headers: [.ifNoneMatch: tag])
                #expect(again.status == 304 && again.body.isEmpty)
                guard route.path != "/service-worker.js" else {
                    #expect(answer.headers[.cacheControl] == "no-cache")
                    continue
                }
                #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
                #expect(route.path.contains(/^\/assets\/[a-z0-9-]+-[0-9a-f]{16}\.[a-z]+$/), "\(route.path)")
                #expect(!answer.body.contains("\"/assets/icon-192.png\""))
            }
            let script = try await service.send(.get, PublicAssets.shared.address(of: .dashboard))
            #expect(script.headers[.contentType] == "text/javascript; charset=utf-8")
        }
    }

    /// The files that a page loads in addition to images: one style sheet and one script, which exist.
    @Test func aPageLoadsOneStyleSheetAndOneScript() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let page = try await service.visit("/organizations/\(team.id)/sessions", as: team.owner.cookie)
            let loaded = page.body.matches(of: /(?:src|href)="(\/assets\/[^"#]*)/).map { String($0.1) }
            #expect(loaded.filter { $0.hasSuffix(".js") } == [PublicAssets.shared.address(of: .sessions)])
            for path in loaded { #expect(try await service.send(.get, path).status == 200, "\(path)") }
        }
    }

    @Test func somebodySignedInKeepsTheFrameOnAnErrorPage() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let list = "/organizations/\(team.id)/sessions"
            let missing = try await service.visit("\(list)/cnothere", as: team.owner.cookie)
            #expect(missing.status == 404)
            #expect(missing.body.contains("<title>Page not found · Lodestone</title>"))
            #expect(missing.body.contains("<nav aria-label=\"Main\">") && missing.body.contains("href=\"\(list)/new\""))
            #expect(missing.body.contains("<a class=\"button\" href=\"\(list)\">Back to sessions</a>"))
            let stranger = try await service.makeTeam("Umbrella", owner: "Mallory").owner
            let refused = try await service.visit(list, as: stranger.cookie)
            #expect(refused.status == 403 && refused.body.contains("<h1>You don&#39;t have access to this page</h1>"))
            #expect(!refused.body.contains("href=\"\(list)"))
        }
    }

    @Test func theColorsThatWereChosenComeWithThePage() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let plain = try await service.visit("/sign-in")
            #expect(plain.body.contains("<html lang=\"en\">"))
            let answer = try await service.submit("/theme", as: team.owner.cookie, ["theme": "dark"])
            #expect(answer.status == 303 && answer.headers[.setCookie]?.hasPrefix("__Host-theme=dark; ") == true)
            let dark = try await service.send(
                .get, "/sign-in", headers: [.accept: "text/html", .cookie: "theme=dark"])
            #expect(dark.body.contains("<html lang=\"en\" data-theme=\"dark\">"))
            let odd = try await service.send(
                .get, "/sign-in", headers: [.accept: "text/html", .cookie: "theme=%22onload"])
            #expect(odd.body.contains("<html lang=\"en\">"))
            let system = try await service.submit("/theme", as: team.owner.cookie, ["theme": "system"])
            #expect(system.headers[.setCookie]?.contains("Max-Age=0") == true)
        }
    }

    @Test func anErrorIsAPageForAPersonAndDataForAProgram() async throws {
        try await TestService.run { service in
            let page = try await service.visit("/no<where>")
            #expect(page.status == 404 && page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.body.contains("<h1>Page not found</h1>"))
            expectProblem(try await service.send(.get, "/nowhere"), 404)
            expectProblem(try await service.visit("/api/nowhere"), 404)
        }
    }

    @Test func beforeSetUpAPageSaysWhatToDo() async throws {
        try await TestService.run(isSetUp: false) { service in
            let page = try await service.visit("/")
            #expect(page.status == 503 && page.body.contains("Open the set-up link"))
        }
    }
}
