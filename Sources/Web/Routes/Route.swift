import Domain
package import HTTPTypes
import Hummingbird

/// A method and a path, who may use it, and its handler.
package struct Route: Sendable {
    /// The permission that a route requires. It is derived from the type of its handler, so that the two can't differ.
    package enum Access: Sendable, CaseIterable {
        /// Anybody.
        case open
        /// An API key or a signed-in person, whatever their organization.
        case caller
        /// An API key or a signed-in person, in the organization that the key or `organizationId` names.
        case member
        /// A signed-in person.
        case person
        /// A signed-in person of the organization in the path, whatever their role.
        case colleague
        /// A signed-in owner of the organization in the path.
        case owner
        /// A runner, with its token. Nothing else is let in, and a runner nowhere else.
        case runner
    }

    package let method: HTTPRequest.Method
    package let path: String
    package let access: Access
    private(set) var isServedBeforeSetUp = false
    private(set) var isServedWithoutSecondFactor = false
    /// Whether it belongs to the dashboard, for people, rather than to the API.
    package private(set) var isPage = false
    let respond: @Sendable (Call<Anyone>, Authenticator) async throws -> Response

    typealias Handler<Identity: Sendable> = @Sendable (Call<Identity>) async throws -> Response

    static func open(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler<Anyone>) -> Route {
        Route(method: method, path: path, access: .open) { call, _ in try await handler(call) }
    }

    static func caller(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler<Caller>) -> Route {
        Route(method: method, path: path, access: .caller) { call, authenticator in
            try await audited(call, on: path, authenticator) { try await handler(call.with($0)) }
        }
    }

    static func member(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler<Member>) -> Route {
        Route(method: method, path: path, access: .member) { call, authenticator in
            try await audited(call, on: path, authenticator) { caller in
                let organization = try caller.organization(try call.query("organizationId"))
                call.context.caller.note(organization)
                return try await handler(call.with(Member(caller: caller, organization: organization)))
            }
        }
    }

    static func person(
        _ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler<BrowserSession>
    ) -> Route {
        Route(method: method, path: path, access: .person) { call, authenticator in
            try await audited(call, on: path, authenticator) { try await handler(call.with(try $0.person)) }
        }
    }

    static func colleague(
        _ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler<Colleague>
    ) -> Route {
        Route(method: method, path: path, access: .colleague) { call, authenticator in
            try await audited(call, on: path, authenticator) { caller in
                try await handler(call.with(try colleague(caller, making: call)))
            }
        }
    }

    static func owner(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler<Owner>) -> Route {
        Route(method: method, path: path, access: .owner) { call, authenticator in
            try await audited(call, on: path, authenticator) { caller in
                let colleague = try colleague(caller, making: call)
                guard colleague.role == .owner else { throw DomainError.ownersOnly }
                return try await handler(
                    call.with(Owner(browser: colleague.browser, organization: colleague.organization)))
            }
        }
    }

    static func runner(
        _ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler<RunnerToken>
    ) -> Route {
        Route(method: method, path: path, access: .runner) { call, authenticator in
            let runner = try await authenticator.runner(
                of: call.request, version: call.request.runnerVersion, logger: call.logger)
            call.context.caller.note(runner)
            return try await handler(call.with(runner))
        }
    }

    /// Finds the caller, who then is the actor in the audit log, and records there that access was refused. A browser
    /// whose rights have changed gets a new cookie.
    private static func audited(
        _ call: Call<Anyone>, on path: String, _ authenticator: Authenticator,
        _ respond: (Caller) async throws -> Response
    ) async throws -> Response {
        let caller = try await authenticator.caller(of: call.request, logger: call.logger)
        call.context.caller.note(caller)
        let origin = AuditOrigin.current.acting(as: caller.auditActor)
        return try await AuditOrigin.$current.withValue(origin) {
            do {
                return await authenticator.renewing(caller, try await respond(caller), logger: call.logger)
            } catch let error as DomainError where error.code == .forbidden {
                await authenticator.refusals.record(caller, call.request.method, path, logger: call.logger)
                throw error
            }
        }
    }

    private static func colleague(_ caller: Caller, making call: Call<Anyone>) throws -> Colleague {
        let browser = try caller.person
        let organization = call.organizationID
        guard let role = browser.role(in: organization) else { throw DomainError.noAccess }
        call.context.caller.note(organization)
        return Colleague(browser: browser, organization: organization, role: role)
    }

    /// The same route, as part of the dashboard.
    var asPage: Route {
        var route = self
        route.isPage = true
        return route
    }

    /// The same route, served even while there is no organization yet.
    var evenBeforeSetUp: Route {
        var route = self
        route.isServedBeforeSetUp = true
        return route
    }
    /// The same route, served even to a person who must set up a second factor first.
    var evenWithoutSecondFactor: Route {
        var route = self
        route.isServedWithoutSecondFactor = true
        return route
    }
}
