import HTTPTypes
import TestSupport
import Testing

/// The layout of the changes page, and what stays there.
struct ChangesLayoutTests {
    private func isSplit(_ answer: TestAnswer) -> Bool { answer.body.contains("<table class=\"lines split\"") }

    @Test func theChosenLayoutIsRememberedByTheBrowser() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let owner = world.team.owner
            let usual = try await service.visit(world.page, as: owner.cookie)
            #expect(!isSplit(usual) && usual.headers[.setCookie] == nil)
            #expect(usual.body.contains("href=\"?view=split&amp;wrap=0\""))
            let split = try await service.visit("\(world.page)?view=split&wrap=0", as: owner.cookie)
            let chosen = try #require(split.headers[.setCookie]?.split(separator: ";").first)
            #expect(isSplit(split) && chosen.hasSuffix("diff=split"))
            for (query, expected) in [("", true), ("?view=unified&wrap=0", false), ("?view=split", true)] {
                guard case .cookie(let signedIn) = owner.cookie else { return }
                let answer = try await service.visit(world.page + query, as: .cookie("\(signedIn); \(chosen)"))
                #expect(isSplit(answer) == expected, "\(query)")
            }
        }
    }

    @Test func aSessionIsRenamedAndArchivedFromItsChanges() async throws {
        try await TestService.run { service in
            let world = try await Commenting(service)
            let (path, owner) = (world.team.path(of: world.session), world.team.owner.cookie)
            let page = try await service.visit(world.page, as: owner)
            #expect(page.body.contains("action=\"\(path)/title?from=changes\""))
            #expect(page.body.contains("action=\"\(path)/archive?from=changes\""))
            let fields = ["title": "Another name", "was": "Fix login page"]
            let renamed = try await service.submit("\(path)/title?from=changes", as: owner, fields)
            #expect(renamed.location?.hasPrefix("\(world.page)?said=") == true)
            let shown = try await service.visit(renamed.location ?? "", as: owner)
            #expect(shown.undo?.path == "\(path)/title?from=changes" && shown.body.contains("Another name"))
            let elsewhere = try await service.submit("\(path)/title", as: owner, fields)
            #expect(elsewhere.location?.hasPrefix("\(path)?said=") == true)
        }
    }
}
