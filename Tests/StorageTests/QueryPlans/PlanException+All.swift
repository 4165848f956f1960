extension PlanException {
    /// Statements that scan a table or sort, with the reason why that is cheap or necessary.
    static let all = administrators + people + small + queues + windows

    /// All of the rows are the answer, of a command of the administrator's or an export.
    private static let administrators = [
        PlanException("SELECT count(*) FROM sessions s WHERE s.last_sequence", "", because: "an examination"),
        PlanException("SELECT count(*) FROM blobs b", "", because: "an examination"),
        PlanException("SELECT abs((SELECT count(*)", "", because: "an examination"),
        PlanException(
            "DELETE FROM browser_sessions", "SCAN browser_sessions", because: "a restore signs everybody out"),
        PlanException("DELETE FROM known_browsers", "SCAN known_browsers", because: "a restore signs everybody out"),
        PlanException("DELETE FROM push_subscriptions", "SCAN push_", because: "a restore signs everybody out"),
        PlanException("SELECT id, name FROM organizations ORDER BY", "", because: "the list of organizations"),
        PlanException("digest FROM runner_tokens ORDER BY", "", because: "the list of all runner tokens"),
        PlanException("SELECT id FROM organizations WHERE ?1 IS NULL", "", because: "an export"),
        PlanException("FROM users u ORDER BY u.created_at", "", because: "an export"),
        PlanException("FROM users u ORDER BY u.email", "SCAN u USING INDEX", because: "the list of accounts"),
        PlanException("FROM users u WHERE u.id IN (SELECT user_id", "ORDER BY", because: "an export"),
        PlanException("SELECT user_id, role, joined_at FROM memberships", "ORDER BY", because: "an export"),
        PlanException(
            "FROM sessions WHERE organization_id = ?1 AND created_at >= ?2 AND (created_at > ?2 OR id > ?3)",
            "RIGHT PART OF ORDER BY", because: "an export; only sessions of the same millisecond are sorted"),
    ]

    /// Rows of which a person or an organization has only a few, all of which are shown.
    private static let people = [
        PlanException(
            "FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.organization_id = ? ORDER BY", "ORDER BY",
            because: "members"),
        PlanException("FROM memberships m JOIN organizations o", "ORDER BY", because: "a user's organizations"),
        PlanException("FROM browser_sessions WHERE user_id = ?", "ORDER BY", because: "a user's browsers"),
        PlanException(
            "DELETE FROM known_browsers WHERE user_id", "RIGHT PART OF ORDER BY", because: "50 and one at most"),
        PlanException("WITH people (id) AS", "UNION", because: "those who wrote in one session"),
        PlanException("FROM push_subscriptions WHERE user_id = ?", "ORDER BY", because: "20 at most"),
        PlanException("SELECT id FROM push_subscriptions", "ORDER BY", because: "20 and one at most"),
        PlanException("FROM invitations i JOIN", "RIGHT PART OF ORDER BY", because: "those of the same millisecond"),
        PlanException("digest FROM api_keys", "RIGHT PART OF ORDER BY", because: "those of the same millisecond"),
        PlanException(
            "digest FROM runner_tokens WHERE organization_id", "RIGHT PART OF ORDER BY",
            because: "those of the same millisecond"),
        PlanException("FROM environments e WHERE organization_id = ? ORDER BY", "ORDER BY", because: "500 at most"),
        PlanException("FROM pull_requests p WHERE p.session_number = ?", "ORDER BY", because: "those of one session"),
    ]

    /// A table, or an answer, that stays small whatever is stored.
    private static let small = [
        PlanException("FROM sqlite_sequence", "SCAN", because: "a row for each table that numbers its rows for good"),
        PlanException("EXISTS (SELECT 1 FROM organizations)", "SCAN", because: "it ends at the first row"),
        PlanException("EXISTS (SELECT 1 FROM push_subscriptions)", "SCAN", because: "it ends at the first row"),
        PlanException("EXISTS (SELECT 1 FROM second_factors)", "SCAN", because: "it ends at the first row"),
        PlanException("SELECT user_id, sealed FROM second_factors", "SCAN", because: "an examination"),
        PlanException("EXISTS (SELECT 1 FROM deleted_sessions)", "SCAN", because: "it ends at the first row"),
        PlanException("FROM deleted_sessions ORDER BY number LIMIT 1", "SCAN", because: "it ends at the first row"),
        PlanException("FROM events ORDER BY number LIMIT ?", "SCAN", because: "a bounded number from the beginning"),
        PlanException("FROM audit_events ORDER BY number", "SCAN", because: "a bounded number from the beginning"),
        PlanException(
            "FROM environment_variables WHERE sealed", "SCAN", because: "asked only while there is no key yet"),
        PlanException("SELECT id FROM users WHERE id = ?1 OR email", "ORDER BY", because: "two rows at most"),
        PlanException("found CROSS JOIN sessions", "ORDER BY", because: "a search finds a bounded number of sessions"),
    ]

    /// An index has only the rows that wait for something.
    private static let queues = [
        PlanException("FROM runs WHERE stage = 'queued' LIMIT 1", "runs_by_queue", because: "it ends at the first row"),
        PlanException("SELECT count(*) FROM runs WHERE stage = 'queued'", "runs_by_queue", because: "the queue"),
        PlanException("FROM runs r CROSS JOIN sessions", "runs_by_queue", because: "the queue, up to the first to run"),
        PlanException(
            "UNION ALL SELECT s.id FROM runs r", "SCAN r USING INDEX runs_", because: "runs that aren't over"),
        PlanException("WHERE stage <> 'queued'", "runs_under_way", because: "as many as run at once"),
        PlanException("CASE WHEN count(etag)", "", because: "pull requests that may still be merged"),
    ]

    /// Events in a time window, counted or grouped.
    private static let windows = [
        PlanException("SELECT count(DISTINCT url), min(merged_at)", "count(DISTINCT)", because: "a week's merges"),
        PlanException("SELECT count(DISTINCT url) FROM pull_requests", "count(DISTINCT)", because: "a day's merges"),
    ]
}
