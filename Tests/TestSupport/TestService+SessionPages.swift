extension Team {
    /// The address of a session's page.
    package func path(of session: String) -> String { "/organizations/\(id)/sessions/\(session)" }
}

extension TestAnswer {
    /// What of a page people read: the text without its elements, white space folded.
    package var pageText: String {
        body.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }
}
