import Domain

/// The list that an address requests. An invalid value is ignored, and `problems` describes it.
struct SessionsAddress {
    private static let pageSize = 50
    /// The range of `limit`; large enough to reload a list with many pages.
    private static let limits = 1...500

    let organization: OrganizationID
    private(set) var view = SessionsView.all
    /// Includes the view's filter.
    private(set) var filter: SessionFilter
    /// The search as it was typed.
    private(set) var search = ""
    private(set) var order = SessionOrder.created
    private(set) var cursor = SessionCursor.start
    private(set) var limit = pageSize
    private(set) var problems: [String] = []
    /// The names and values of the filters, as they were sent.
    private(set) var narrowing: [(name: String, value: String)] = []

    init(_ call: Call<Colleague>) {
        let reader = call.identity.browser.user.id
        organization = call.identity.organization
        filter = SessionsView.all.filter(for: reader)
        let values: [String: String]
        do {
            values = try Self.names.reduce(into: [:]) { $0[$1] = try call.query($1) }
        } catch {
            problems = ["This address isn't valid. Here are all sessions."]
            return
        }
        if let view: SessionsView = take(values["view"], as: "view", SessionsView.init(choice:)) {
            self.view = view
            filter = view.filter(for: reader)
        }
        takeSearch(values["q"] ?? "")
        if let status = narrow("status", values, SessionStatus.init(choice:)) { filter.status = status }
        if let author = values["author"], !author.isEmpty {
            filter.author = UserID(rawValue: author)
            narrowing.append(("author", author))
        }
        if let repository = narrow("repository", values, RepositoryName.init(_:)) { filter.repository = repository }
        if let waiting = narrow("waiting", values, YesOrNo.init(choice:)) { filter.isWaiting = waiting == .true }
        if let archived = narrow("archived", values, ArchivedChoice.init(choice:)) {
            filter.isArchived = archived == .any ? nil : archived == .true
        }
        order = take(values["sort"], as: "order", SessionOrder.init(choice:)) ?? .created
        limit = Int(values["limit"] ?? "").flatMap { Self.limits.contains($0) ? $0 : nil } ?? Self.pageSize
        guard let text = values["cursor"], !text.isEmpty else { return }
        do throws(InvalidValue) {
            cursor = try SessionCursor(text)
        } catch {
            problems.append("This part of the list is no longer available. Here are the latest sessions.")
        }
    }

    private static let names = [
        "view", "q", "status", "author", "repository", "waiting", "archived", "sort", "limit", "cursor",
    ]

    private mutating func takeSearch(_ text: String) {
        guard !text.isBlank else { return }
        search = text
        do throws(InvalidValue) {
            let query = try SearchQuery(text, isBeingTyped: true)
            guard !query.terms.isEmpty else { return problems.append("Type at least one word to search for.") }
            filter.query = query
            // Views with an order of their own can't be searched; all sessions are searched instead.
            if view == .forYou || view == .unread { view = .all }
        } catch {
            problems.append("The search \(error.detail).")
        }
    }

    private mutating func take<Value>(
        _ text: String?, as name: String, _ parse: (String) throws(InvalidValue) -> Value
    ) -> Value? {
        guard let text, !text.isEmpty else { return nil }
        do throws(InvalidValue) {
            return try parse(text)
        } catch {
            problems.append("The \(name) “\(text.prefix(100))” isn't known and was ignored.")
            return nil
        }
    }

    private mutating func narrow<Value>(
        _ name: String, _ values: [String: String], _ parse: (String) throws(InvalidValue) -> Value
    ) -> Value? {
        let value = take(values[name], as: name, parse)
        if value != nil, let text = values[name] { narrowing.append((name, text)) }
        return value
    }

    /// Whether the list is in the order that was chosen: these views have an order of their own.
    var isSorted: Bool { view != .forYou && view != .unread }

    /// Whether a search or a filter applies in addition to the view.
    var isFiltered: Bool { filter.query != nil || !narrowing.isEmpty }
}

/// Addresses of related lists.
extension SessionsAddress {
    func path(of view: SessionsView) -> String {
        path((view == .all ? [] : [("view", view.rawValue)]) + sortField)
    }

    /// The same list in the order of creation.
    var pathByCreation: String { path(fields.filter { $0.name != "sort" }) }

    /// The list without search and filters.
    var unfilteredPath: String { path(of: view) }

    /// The list without one of its filters.
    func path(without name: String) -> String { path(fields.filter { $0.name != name }) }

    func path(with name: String, _ value: String) -> String {
        path(fields.filter { $0.name != name } + [(name, value)])
    }

    private var fields: [(name: String, value: String)] {
        var fields = view == .all ? [] : [(name: "view", value: view.rawValue)]
        if filter.query != nil { fields.append(("q", search)) }
        return fields + narrowing + sortField
    }

    private var sortField: [(name: String, value: String)] {
        order == .created ? [] : [("sort", order.rawValue)]
    }

    private func path(_ fields: [(name: String, value: String)]) -> String {
        organization.sessionsPath + (fields.isEmpty ? "" : "?\(fields.queryText)")
    }
}

private enum YesOrNo: String, CaseIterable {
    case `true`, `false`
}

private enum ArchivedChoice: String, CaseIterable {
    case `true`, `false`, any
}
