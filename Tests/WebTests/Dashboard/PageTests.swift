import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// What all pages have in common.
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

    @Test func everyAssetIsServedAndKeptUntilItChanges() async throws {
        try await TestService.run(isSetUp: false) { service in
            for route in PublicAssets.routes {
                let answer = try await service.send(.get, route.path)
                #expect(answer.status == 200 && !answer.body.isEmpty)
                let tag = try #require(answer.headers[.eTag])
                let again = try await service.send(.get, route.path, headers: [.ifNoneMatch: tag])
                #expect(again.status == 304 && again.body.isEmpty)
            }
            let script = try await service.send(.get, "/assets/dashboard.js")
            #expect(script.headers[.contentType] == "text/javascript; charset=utf-8")
        }
    }

    /// A module that isn't there would stop its page's scripts.
    @Test func everyImportOfAScriptIsServed() {
        let scripts = EmbeddedAsset.all.filter { $0.folder == .scripts }
        let names = Set(scripts.map { "./\($0.name)" })
        let imports = scripts.flatMap { $0.text.matches(of: /(?:from|import) "([^"]*)";/).map { String($0.1) } }
        #expect(!imports.isEmpty && Set(imports).subtracting(names) == [])
    }

    @Test func anErrorIsAPageForAPersonAndDataForAProgram() async throws {
        try await TestService.run { service in
            let page = try await service.visit("/no<where>")
            #expect(page.status == 404 && page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.body.contains("<h1>There is nothing here</h1>"))
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
