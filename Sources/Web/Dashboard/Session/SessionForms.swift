import Domain
import Hummingbird
import Storage

extension SessionPages {
    /// `POST …/messages`: a person's follow-up.
    func followUp(_ call: Call<Colleague>) async throws -> Response {
        try await change(call, with: call.formFiles(services)) { form in
            guard !form["content"].isBlank else {
                throw DomainError.invalid(fields: [FieldError("content", "must not be empty")])
            }
            let user = call.identity.browser.user.id
            let prompt = try form.without("now").body(FollowUpBody.self).prompt
            let attachments = try form.attachments()
            _ = try await services.growth.paying(try services.growth.message(by: user)) {
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
            guard let request = requests.first(where: { $0.id.rawValue == call.parameter("request") }) else {
                throw DomainError.noSuchRequest
            }
            let answer = try RequestFields(id: request.id.rawValue).answer(to: request.asked, in: form)
            _ = try await services.growth.paying(try services.growth.message(by: person.id)) {
                try await services.store.sessions.answer(
                    request.id, of: id, in: organization, with: answer, by: person, at: services.clock.now(), once: nil)
            }
        }
    }

    /// `POST …/title`
    func rename(_ call: Call<Colleague>) async throws -> Response {
        try await change(call) { form in
            guard !form["title"].isBlank else {
                throw DomainError.invalid(fields: [FieldError("title", "must not be blank")])
            }
            let title = try form.body(EditSessionBody.self).edit.title
            _ = try await services.store.sessions.apply(
                SessionEdit(title: title, status: nil), to: call.sessionID, of: call.identity.organization,
                by: call.identity.browser.user.name, at: services.clock.now())
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
            _ = try await services.growth.paying(charge) {
                try await services.store.sessions.retry(
                    call.sessionID, of: call.identity.organization, with: draft, by: call.identity.browser.user.name,
                    at: services.clock.now(), once: nil)
            }
        }
    }

    /// `POST …/allow`: allows a host that the agent tried to reach.
    func allowHost(_ call: Call<Colleague>) async throws -> Response {
        try await change(call) { form in
            guard call.identity.role == .owner else { throw DomainError.onlyOwnersAllowHosts }
            try await services.allow(
                try form.body(AllowHostBody.self).host, for: call.sessionID, of: call.identity.organization)
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
        try await change(call) { _ in
            _ = try await services.store.sessions.setArchived(
                isArchived, call.sessionID, of: call.identity.organization, at: services.clock.now())
        }
    }

    /// Performs a form's action and redirects to the session.
    func change(
        _ call: Call<Colleague>, with files: FormFiles? = nil, _ action: (SubmittedForm) async throws -> Void
    ) async throws -> Response {
        try await call.submit(with: files) { form in
            try await action(form)
            return .seeOther("\(call.identity.organization.path(of: call.sessionID))#end")
        } refused: { form in
            try await page(at: .end, call, form: form)
        }
    }
}
