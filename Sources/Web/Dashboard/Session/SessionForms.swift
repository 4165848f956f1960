import Domain
import Hummingbird
import Storage

/// The forms of a session's page. A form that is refused is shown again on the page.
struct SessionForms: Sendable {
    let services: Services
    private var pages: SessionPages { SessionPages(services: services) }

    /// `POST …/messages`: a person's follow-up.
    func followUp(_ call: Call<Colleague>) async throws -> Response {
        try await change(call, with: FormFiles(of: call.identity, services)) { form in
            guard !form["content"].isBlank else {
                throw DomainError.invalid(fields: [FieldError("content", "must not be empty")])
            }
            let user = call.identity.browser.user.id
            let prompt = try form.without("now").body(FollowUpBody.self).prompt
            let attachments = try form.attachments()
            _ = try await services.growth.charging(try services.growth.message(by: user)) {
                try await services.store.sessions.followUp(
                    prompt, attachments: attachments, isUrgent: form["now"] == "true", in: call.sessionID,
                    of: call.identity.organization,
                    by: user, at: services.clock.now(), once: nil)
            }
        }
    }

    /// `POST …/requests/{request}/answer`: a person's answer to the agent's request.
    func answer(_ call: Call<Colleague>) async throws -> Response {
        try await change(call) { form in
            let (id, organization) = (call.sessionID, call.identity.organization)
            let person = call.identity.browser.author
            let requests = try await services.store.sessions.requests(of: id, in: organization)
            guard let request = requests.first(where: { $0.id == call.requestID }) else {
                throw DomainError.noSuchRequest
            }
            let answer = try RequestFields(id: request.id.rawValue).answer(to: request.asked, in: form)
            _ = try await services.growth.charging(try services.growth.message(by: person.id)) {
                try await services.store.sessions.answer(
                    request.id, of: id, in: organization, with: answer, by: person, at: services.clock.now(), once: nil)
            }
        }
    }

    /// `POST …/messages/{sequence}/take-back`: the page, with the message's text in the field for the next message.
    func withdraw(_ call: Call<Colleague>) async throws -> Response {
        let person = call.identity
        return try await call.submit { _ in
            let withdrawn = try await services.store.sessions.withdraw(
                call.sequence, of: call.sessionID, in: person.organization, by: person.browser.user.id, as: person.role,
                at: services.clock.now())
            return try await pages.page(at: .end, call, form: FormState(withdrawn)).response()
        } refused: { form in
            try await pages.page(at: .end, call, form: form)
        }
    }

    /// `POST …/title`, with `was`, the title that the page showed, so that the change can be undone.
    func rename(_ call: Call<Colleague>) async throws -> Response {
        try await changeAndSay(call) { form in
            guard !form["title"].isBlank else {
                throw DomainError.invalid(fields: [FieldError("title", "must not be blank")])
            }
            let title = try form.body(EditSessionBody.self).edit.title
            _ = try await services.store.sessions.apply(
                SessionEdit(title: title, status: nil), to: call.sessionID, of: call.identity.organization,
                by: call.identity.browser.user.name, at: services.clock.now())
            let path = "\(call.identity.organization.path(of: call.sessionID))/title" + Self.returnQuery(of: call)
            let undo = ActionNotice.UndoForm(path, [("title", form["was"]), ("was", form["title"])])
            return ActionNotice(text: "Session renamed.", undo: form["was"].isBlank ? nil : undo)
        }
    }

    /// `POST …/choices`
    func choose(_ call: Call<Colleague>) async throws -> Response {
        try await change(call) { form in
            _ = try await services.store.sessions.apply(
                SessionEdit(choices: try form.body(EditSessionBody.self).edit.choices), to: call.sessionID,
                of: call.identity.organization, by: call.identity.browser.user.name, at: services.clock.now())
        }
    }

    /// `POST …/stop`
    func stop(_ call: Call<Colleague>) async throws -> Response {
        try await change(call) { _ in
            _ = try await services.store.sessions.stop(
                call.sessionID, of: call.identity.organization, by: call.identity.browser.user.name,
                at: services.clock.now())
        }
    }

    /// `POST …/retry`: empty fields keep the session's values.
    func retry(_ call: Call<Colleague>) async throws -> Response {
        try await change(call) { form in
            let draft = try form.body(RetryBody.self).draft
            let charge = try services.growth.retry(by: .browser(call.identity.browser))
            _ = try await services.growth.charging(charge) {
                try await services.store.sessions.retry(
                    call.sessionID, of: call.identity.organization, with: draft, by: call.identity.browser.user.name,
                    at: services.clock.now(), once: nil)
            }
        }
    }

    /// `POST …/allow`: allows a host that the agent tried to reach.
    func allowHost(_ call: Call<Colleague>) async throws -> Response {
        try await changeAndSay(call) { form in
            guard call.identity.role == .owner else { throw DomainError.ownersAllowHosts }
            let host = try form.body(AllowHostBody.self).host
            try await services.store.environments.allow(
                host, for: call.sessionID, of: call.identity.organization, below: services.configuration.networkCeiling,
                at: services.clock.now())
            return ActionNotice(text: "\(host) is allowed from now on.")
        }
    }

    /// `POST …/archive`
    func archive(_ call: Call<Colleague>) async throws -> Response {
        try await setArchived(true, call)
    }

    /// `POST …/unarchive`
    func unarchive(_ call: Call<Colleague>) async throws -> Response {
        try await setArchived(false, call)
    }

    private func setArchived(_ isArchived: Bool, _ call: Call<Colleague>) async throws -> Response {
        try await changeAndSay(call) { _ in
            _ = try await services.store.sessions.setArchived(
                isArchived, call.sessionID, of: call.identity.organization, at: services.clock.now())
            let path = call.identity.organization.path(of: call.sessionID)
            return ActionNotice(
                text: isArchived ? "Session archived." : "Session unarchived.",
                undo: ActionNotice.UndoForm(
                    "\(path)/\(isArchived ? "unarchive" : "archive")" + Self.returnQuery(of: call)))
        }
    }

    /// The query with which a form of the page of the changes returns there; empty for the session's page.
    private static func returnQuery(of call: Call<Colleague>) -> String {
        call.request.uri.queryParameters["from"] == "changes" ? SessionHead.changesQuery : ""
    }

    /// Like `change`, for what the session's page is to say.
    private func changeAndSay(
        _ call: Call<Colleague>, _ action: (SubmittedForm) async throws -> ActionNotice
    ) async throws -> Response {
        try await call.submit { form in
            let notice = try await action(form)
            let path = call.identity.organization.path(of: call.sessionID)
            let isFromChanges = !Self.returnQuery(of: call).isEmpty
            return services.notices.seeOther(
                isFromChanges ? "\(path)/changes" : path, at: isFromChanges ? nil : "end", saying: notice,
                to: call.identity.browser)
        } refused: { form in
            try await pages.page(at: .end, call, form: form)
        }
    }

    /// Performs a form's action and redirects to the session.
    private func change(
        _ call: Call<Colleague>, with files: FormFiles? = nil, _ action: (SubmittedForm) async throws -> Void
    ) async throws -> Response {
        try await call.submit(with: files) { form in
            try await action(form)
            return .seeOther("\(call.identity.organization.path(of: call.sessionID))#end")
        } refused: { form in
            try await pages.page(at: .end, call, form: form)
        }
    }
}
