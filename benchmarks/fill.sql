-- Fills the first organization of a database: :sessions sessions with five messages each, spread over two years up to
-- :now, by twenty people. Twenty sessions mention a xylophone, however many there are.

PRAGMA synchronous = OFF;
PRAGMA cache_size = -400000;
PRAGMA temp_store = MEMORY;
BEGIN;

CREATE TEMP TABLE place AS SELECT id AS organization FROM organizations ORDER BY number LIMIT 1;
CREATE TEMP TABLE person (number INTEGER PRIMARY KEY, id TEXT);
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19)
INSERT INTO person SELECT i, printf('user_bench%010d', i) FROM n;
INSERT INTO users (id, name, email, created_at)
    SELECT id, 'Person ' || number, 'person' || number || '@example.com', 0 FROM person;
INSERT INTO memberships SELECT organization, id, 'member', 0 FROM person, place;

CREATE TEMP TABLE work AS
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :sessions)
SELECT i AS number, printf('c%024d', i) AS id, printf('user_bench%010d', i % 20) AS author,
    printf('Add input validation to signup form of customer %d and keep it', i) AS title,
    :now - (:sessions - i) * (63072000000 / :sessions) - 60000 AS created_at,
    i % max(:sessions / 20, 1) = 0 AS is_rare
FROM n;

INSERT INTO sessions (number, id, organization_id, author_id, title, title_source, status, model, repository_host,
    repository_owner, repository_name, base_branch, branch, last_sequence, message_count, text_count,
    first_message_preview, last_message_preview, created_at, updated_at)
SELECT number, id, organization, author, title, 'generated', 'completed', 'claude-opus-4-6', 'github.com', 'acme',
    'web-app', 'main', 'agent/add-input-validation-' || number, 5, 5, 4,
    'Add input validation to the signup form...', 'Email validation is done; passwords need eight characters...',
    created_at, created_at + 50000
FROM work, place ORDER BY number;

INSERT INTO messages (session_number, sequence, type, line, author_id, organization_id, created_at)
SELECT number, s.sequence, s.type,
    CASE s.type
        WHEN 'user' THEN '{"type":"user","message":{"content":"Add input validation to the signup form of customer '
            || number || iif(is_rare, ' with a xylophone', '') || '. Email should be validated."}}'
        WHEN 'assistant' THEN '{"type":"assistant","message":{"role":"assistant","content":[{"type":"text","text":'
            || '"I have looked at the form of customer ' || number || ' and will add the checks now."}]}}'
        ELSE '{"type":"result","subtype":"success","is_error":false,"result":"Email validation is done."}'
    END,
    iif(s.sequence = 1, author, NULL), iif(s.sequence = 1, organization, NULL), created_at + s.sequence * 10000
FROM work, place, (SELECT 1 AS sequence, 'user' AS type UNION ALL VALUES (2, 'assistant'), (3, 'assistant'),
    (4, 'assistant'), (5, 'result')) s
ORDER BY number, s.sequence;

-- A search index's words are folded and begin with the mark of their organization.
CREATE TEMP TABLE mark AS
    SELECT char(0xF0000 + o.number) AS mark FROM place p JOIN organizations o ON o.id = p.organization;
INSERT INTO title_search (rowid, words)
    SELECT number << 24, mark || replace(lower(title), ' ', ' ' || mark) FROM work, mark ORDER BY number;
INSERT INTO message_search (rowid, words)
    SELECT (m.session_number << 24) | m.sequence, mark || replace(lower(CASE m.sequence
        WHEN 1 THEN 'Add input validation to the signup form of customer ' || w.number
            || iif(w.is_rare, ' with a xylophone', '') || '. Email should be validated.'
        WHEN 5 THEN 'Email validation is done.'
        ELSE 'I have looked at the form of customer ' || w.number || ' and will add the checks now.' END), ' ', ' ' || mark)
    FROM messages m JOIN work w ON w.number = m.session_number, mark ORDER BY m.number;

COMMIT;
PRAGMA wal_checkpoint (TRUNCATE);
ANALYZE;
