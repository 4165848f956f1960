extension Team {
    /// The path of a session's page.
    package func path(of session: String) -> String { "/organizations/\(id)/sessions/\(session)" }
}

extension TestAnswer {
    /// The visible text of a page: without tags, with white space collapsed.
    package var pageText: String {
        body.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }
}
