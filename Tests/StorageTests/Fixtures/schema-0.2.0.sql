-- Lodestone's database: accounts, environments, sessions, the sandbox, events.
--
-- Times are milliseconds since 1970 in UTC. Ids that clients see are text; sessions also have a small number, which
-- their many messages refer to. Secrets that are only compared are stored as SHA-256; those that are
-- needed again are encrypted with a key that isn't in the database. Every table is STRICT, and every reference defines what happens when
-- its target is deleted. Maximum lengths of texts are checked by the program, in characters as people count them, which
-- SQLite doesn't support. Checks of more than two values use OR, since for a longer IN list SQLite builds a temporary
-- table at every insert.

-- Accounts ---------------------------------------------------------------------------------------------------------

-- The number determines the organization's mark before each of its words in the search index: U+F0000 plus the number.
CREATE TABLE organizations (
    number      INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number < 65534),
    id          TEXT NOT NULL UNIQUE CHECK (id GLOB 'org_?*'),
    name        TEXT NOT NULL CHECK (name <> ''),
    created_at  INTEGER NOT NULL,
    -- The maximum network access of its environments, and hosts that all of its sessions may reach, one per line.
    network_ceiling  TEXT NOT NULL DEFAULT 'all' CHECK (network_ceiling = 'none' OR network_ceiling = 'trusted'
                                                        OR network_ceiling = 'custom' OR network_ceiling = 'all'),
    allowed_hosts    TEXT NOT NULL DEFAULT '',
    -- Whether an owner without a second factor must set one up before anything else.
    owners_need_second_factor  INTEGER NOT NULL DEFAULT 0 CHECK (owners_need_second_factor IN (0, 1))
) STRICT;

-- A user is never deleted, only disabled: their sessions and messages still show their name.
CREATE TABLE users (
    id           TEXT PRIMARY KEY CHECK (id GLOB 'user_?*'),
    name         TEXT NOT NULL CHECK (name <> ''),
    email        TEXT NOT NULL UNIQUE CHECK (email LIKE '_%@_%'), -- in lower case
    image_url    TEXT CHECK (image_url LIKE 'https://_%'),
    password     TEXT CHECK (password LIKE '$scrypt$%'), -- with its parameters and salt; NULL: can't sign in
    created_at   INTEGER NOT NULL,
    disabled_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE memberships (
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id          TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role             TEXT NOT NULL CHECK (role IN ('owner', 'member')),
    joined_at        INTEGER NOT NULL,
    PRIMARY KEY (organization_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX memberships_by_user ON memberships (user_id);

-- A program's access to one organization. The id is the public part of the key.
CREATE TABLE api_keys (
    id               TEXT PRIMARY KEY CHECK (id GLOB 'key_?*'),
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    name             TEXT NOT NULL CHECK (name <> ''),
    digest           BLOB NOT NULL CHECK (length(digest) = 32),
    created_at       INTEGER NOT NULL,
    expires_at       INTEGER,
    last_used_at     INTEGER, -- to the minute
    revoked_at       INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX api_keys_by_organization ON api_keys (organization_id, created_at);

-- The access of runners, which work on runs on other machines. The id is the public part of the token.
CREATE TABLE runner_tokens (
    id               TEXT PRIMARY KEY CHECK (id GLOB 'runner_?*'),
    organization_id  TEXT REFERENCES organizations (id) ON DELETE CASCADE, -- NULL: for the runs of all organizations
    name             TEXT NOT NULL CHECK (name <> ''),
    labels           TEXT NOT NULL CHECK (json_type(labels) = 'array'), -- of its runners, sorted
    digest           BLOB NOT NULL CHECK (length(digest) = 32),
    created_at       INTEGER NOT NULL,
    revoked_at       INTEGER,
    -- The last use, to the minute: the runner's address, NULL if unknown, and its version.
    last_used_at     INTEGER,
    last_address     TEXT CHECK (last_address <> ''),
    last_version     TEXT CHECK ((last_version IS NULL) = (last_used_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX runner_tokens_by_organization ON runner_tokens (organization_id, created_at);

-- A signed-in browser. The id is the public part of its cookie, and stays when the secret part is renewed. Signing out
-- deletes the row. It expires some time after it was created or last used, according to the settings.
CREATE TABLE browser_sessions (
    id             TEXT PRIMARY KEY CHECK (id GLOB 'bs_?*'),
    user_id        TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    digest         BLOB NOT NULL CHECK (length(digest) = 32),
    former_digest  BLOB CHECK (length(former_digest) = 32), -- of the replaced cookie, still accepted for a short time
    former_until   INTEGER CHECK ((former_until IS NULL) = (former_digest IS NULL)),
    renewal_due    INTEGER NOT NULL CHECK (renewal_due IN (0, 1)), -- whether the next response has a new cookie
    device         TEXT CHECK (device <> ''), -- the browser and system, such as "Firefox on Linux"
    created_at     INTEGER NOT NULL,
    last_used_at   INTEGER NOT NULL, -- recorded every five minutes at most
    last_address   TEXT CHECK (last_address <> '') -- the client's, at that time; NULL if unknown
) STRICT, WITHOUT ROWID;

-- The second factor of a person's sign-in: the key that their authenticator app shares with the server, encrypted like
-- the secrets of environments. A code belongs to a step of 30 seconds since 1970; codes up to last_step are used.
CREATE TABLE second_factors (
    user_id     TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    sealed      BLOB NOT NULL CHECK (length(sealed) = 48),
    last_step   INTEGER NOT NULL,
    created_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The unused recovery codes of a person with a second factor.
CREATE TABLE recovery_codes (
    user_id  TEXT NOT NULL REFERENCES second_factors (user_id) ON DELETE CASCADE,
    digest   BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (user_id, digest)
) STRICT, WITHOUT ROWID;

-- A browser that has signed in to the account before, recognized by a cookie that gives no access by itself. Wrong
-- passwords from other browsers don't delay its sign-ins. The id is the public part of the cookie.
CREATE TABLE known_browsers (
    id          TEXT PRIMARY KEY CHECK (id GLOB 'kb_?*'),
    user_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    digest      BLOB NOT NULL CHECK (length(digest) = 32),
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX known_browsers_by_user ON known_browsers (user_id, created_at);
CREATE INDEX known_browsers_by_expiry ON known_browsers (expires_at);

-- An invitation link. The id is the public part of its token; it can be accepted once.
CREATE TABLE invitations (
    id               TEXT PRIMARY KEY CHECK (id GLOB 'inv_?*'),
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    role             TEXT NOT NULL CHECK (role IN ('owner', 'member')),
    digest           BLOB NOT NULL CHECK (length(digest) = 32),
    created_by       TEXT REFERENCES users (id) ON DELETE RESTRICT, -- NULL if made by an administrator's command
    created_at       INTEGER NOT NULL,
    expires_at       INTEGER NOT NULL CHECK (expires_at > created_at),
    accepted_by      TEXT REFERENCES users (id) ON DELETE RESTRICT,
    accepted_at      INTEGER CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
    revoked_at       INTEGER CHECK (revoked_at IS NULL OR accepted_at IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX invitations_by_organization ON invitations (organization_id, created_at);
-- For revoking the open invitations of a user who may no longer invite.
CREATE INDEX invitations_by_creator ON invitations (created_by) WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- Responses to requests that may be repeated, stored for a day. Only the client that has the Idempotency-Key can read a
-- response: it is encrypted with that key, since it may contain a new API key.
CREATE TABLE idempotent_answers (
    id           BLOB PRIMARY KEY CHECK (length(id) = 32), -- SHA-256 of caller, address and key
    body_digest  BLOB NOT NULL CHECK (length(body_digest) = 32),
    answer       BLOB NOT NULL,
    created_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotent_answers_by_time ON idempotent_answers (created_at);

CREATE INDEX browser_sessions_by_user ON browser_sessions (user_id);
CREATE INDEX browser_sessions_by_creation ON browser_sessions (created_at);
CREATE INDEX browser_sessions_by_use ON browser_sessions (last_used_at);

-- A browser on a person's device that receives notifications: the endpoint of its push service, and the keys with which
-- only the browser can decrypt messages (RFC 8291). Signing out of the browser deletes it. browser_id is not a
-- reference, since an expired sign-in must not delete it.
CREATE TABLE push_subscriptions (
    id              TEXT PRIMARY KEY CHECK (id GLOB 'push_?*'),
    user_id         TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    browser_id      TEXT NOT NULL,
    endpoint        TEXT NOT NULL UNIQUE CHECK (endpoint LIKE 'http%://_%'),
    public_key      BLOB NOT NULL CHECK (length(public_key) = 65),
    authentication  BLOB NOT NULL CHECK (length(authentication) = 16),
    name            TEXT NOT NULL CHECK (name <> ''),
    created_at      INTEGER NOT NULL,
    delivered_at    INTEGER, -- when the push service last accepted a message
    failed_at       INTEGER, -- when a delivery last failed, and why
    failure         TEXT CHECK ((failure IS NULL) = (failed_at IS NULL))
) STRICT;

CREATE INDEX push_subscriptions_by_user ON push_subscriptions (user_id, created_at);

-- The kinds of notifications that a person has turned off.
CREATE TABLE push_mutes (
    user_id  TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind     TEXT NOT NULL CHECK (kind = 'waits' OR kind = 'finished' OR kind = 'failed'
                                  OR kind = 'pullRequestOpened'),
    PRIMARY KEY (user_id, kind)
) STRICT, WITHOUT ROWID;

-- The server's private key for push services, encrypted like the secrets of environments. All subscriptions belong to
-- it.
CREATE TABLE push_key (
    number      INTEGER PRIMARY KEY CHECK (number = 1),
    sealed      BLOB NOT NULL CHECK (length(sealed) = 60),
    created_at  INTEGER NOT NULL
) STRICT;

-- Environments -----------------------------------------------------------------------------------------------------

-- The settings of the sandboxes of an organization's sessions. Rows may be long, so that the table has a rowid.
CREATE TABLE environments (
    id                TEXT PRIMARY KEY CHECK (id GLOB 'env_?*'),
    organization_id   TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    name              TEXT NOT NULL CHECK (name <> ''),
    is_default        INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    -- the repository that it is for; hosts ignore the case of names
    repository_host   TEXT,
    repository_owner  TEXT COLLATE NOCASE CHECK ((repository_owner IS NULL) = (repository_host IS NULL)),
    repository_name   TEXT COLLATE NOCASE CHECK ((repository_name IS NULL) = (repository_host IS NULL)),
    base_branch       TEXT CHECK ((base_branch IS NULL) = (repository_host IS NULL)),
    setup_script      TEXT CHECK (setup_script <> ''),
    -- the network access of its agents, and additional hosts, one per line
    network           TEXT NOT NULL DEFAULT 'trusted' CHECK (network = 'none' OR network = 'trusted'
                                                             OR network = 'custom' OR network = 'all'),
    allowed_hosts     TEXT NOT NULL DEFAULT '',
    -- the MCP servers that its agents start with, as JSON, and whether they also start those of the repository's
    -- .mcp.json
    mcp_servers       TEXT NOT NULL DEFAULT '',
    repository_mcp    TEXT NOT NULL DEFAULT 'ignore' CHECK (repository_mcp IN ('ignore', 'allow')),
    -- a run goes only to a runner that has all of these labels; without any, the server itself may work on it
    runner_labels     TEXT NOT NULL DEFAULT '[]' CHECK (json_type(runner_labels) = 'array'),
    created_at        INTEGER NOT NULL,
    updated_at        INTEGER NOT NULL CHECK (updated_at >= created_at),
    UNIQUE (organization_id, name)
) STRICT;

-- For finding a new session's environment with two look-ups, however many there are: the default first, then the
-- oldest.
CREATE INDEX environments_by_repository ON environments (
    organization_id, repository_host, repository_owner, repository_name, is_default DESC, created_at, id
) WHERE repository_host IS NOT NULL;
CREATE UNIQUE INDEX environments_by_default ON environments (organization_id) WHERE is_default = 1;

-- The environment variables of a sandbox. A variable has a value; a secret is encrypted with AES-256-GCM (nonce,
-- ciphertext, tag) for this environment and this name.
CREATE TABLE environment_variables (
    environment_id  TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    name            TEXT NOT NULL CHECK (name GLOB '[A-Za-z_]*' AND name NOT GLOB '*[^A-Za-z0-9_]*'),
    value           TEXT,
    sealed          BLOB CHECK ((sealed IS NULL) = (value IS NOT NULL) AND length(sealed) > 28),
    PRIMARY KEY (environment_id, name)
) STRICT;

-- Sessions ---------------------------------------------------------------------------------------------------------

-- Counts and previews are updated in the transaction that appends a message, so that lists never read messages.
CREATE TABLE sessions (
    -- never reused: rows of a deleted session that still exist can't appear in another session
    number                 INTEGER PRIMARY KEY AUTOINCREMENT,
    id                     TEXT NOT NULL UNIQUE CHECK (id GLOB 'c?*'),
    organization_id        TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    author_id              TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    title                  TEXT NOT NULL CHECK (title <> ''),
    -- from weakest to strongest: a title is never replaced by one from a weaker source, and a given title only by
    -- another
    title_source           TEXT NOT NULL CHECK (title_source = 'placeholder' OR title_source = 'generated'
                                                OR title_source = 'command' OR title_source = 'agent'
                                                OR title_source = 'transcript' OR title_source = 'given'),
    status                 TEXT NOT NULL CHECK (status = 'active' OR status = 'completed' OR status = 'failed'),
    failure                TEXT CHECK ((failure IS NOT NULL) = (status = 'failed')),
    model                  TEXT NOT NULL CHECK (model <> ''),
    repository_host        TEXT,
    repository_owner       TEXT CHECK ((repository_owner IS NULL) = (repository_host IS NULL)),
    repository_name        TEXT CHECK ((repository_name IS NULL) = (repository_host IS NULL)),
    base_branch            TEXT CHECK ((base_branch IS NULL) = (repository_host IS NULL)),
    branch                 TEXT, -- the agent's branch, once it exists
    -- May name a deleted environment, which counts as none. Not a reference, since deleting an environment would then
    -- update all of its sessions.
    environment_id         TEXT,
    agent_session_id       TEXT, -- Claude Code's own id of the conversation, once it is known
    pull_request           INTEGER REFERENCES pull_requests (number) ON DELETE SET NULL, -- the last one reported
    last_sequence          INTEGER NOT NULL DEFAULT 0 CHECK (last_sequence >= message_count),
    message_count          INTEGER NOT NULL DEFAULT 0 CHECK (message_count >= text_count),
    text_count             INTEGER NOT NULL DEFAULT 0 CHECK (text_count >= 0), -- messages with text
    prompt_count           INTEGER NOT NULL DEFAULT 0 CHECK (prompt_count >= 0), -- people's messages, by their lines
    first_message_preview  TEXT CHECK ((first_message_preview IS NULL) = (message_count = 0)),
    last_message_preview   TEXT CHECK ((last_message_preview IS NULL) = (text_count < 2)),
    created_at             INTEGER NOT NULL,
    updated_at             INTEGER NOT NULL CHECK (updated_at >= created_at),
    archived_at            INTEGER,
    effort                 TEXT NOT NULL DEFAULT 'default' CHECK (effort = 'default' OR effort = 'low'
                                                   OR effort = 'medium' OR effort = 'high' OR effort = 'xhigh'
                                                   OR effort = 'max'),
    mode                   TEXT NOT NULL DEFAULT 'auto' CHECK (mode = 'auto' OR mode = 'plan' OR mode = 'ask'),
    -- The oldest request that waits for a person, so that lists need not search for it.
    waiting_id             TEXT,
    waiting_kind           TEXT CHECK ((waiting_kind IS NULL) = (waiting_id IS NULL)),
    waiting_since          INTEGER CHECK ((waiting_since IS NULL) = (waiting_id IS NULL)),
    runs_here              INTEGER NOT NULL DEFAULT 0 CHECK (runs_here IN (0, 1)) -- whether it has a row in runs
) STRICT;

-- The orders of lists: all sessions, and those of each filter.
CREATE INDEX sessions_by_time ON sessions (organization_id, created_at DESC, id);
CREATE INDEX sessions_by_status ON sessions (organization_id, status, created_at DESC, id);
-- Also for counting recent authors of sessions, with one look-up per author, however many sessions there are.
CREATE INDEX sessions_by_author ON sessions (organization_id, author_id, created_at DESC, id);
CREATE INDEX sessions_by_repository ON sessions (
    organization_id, repository_owner COLLATE NOCASE, repository_name COLLATE NOCASE, created_at DESC, id
) WHERE repository_owner IS NOT NULL;
CREATE INDEX sessions_in_use ON sessions (organization_id, created_at DESC, id) WHERE archived_at IS NULL;
CREATE INDEX sessions_archived ON sessions (organization_id, created_at DESC, id) WHERE archived_at IS NOT NULL;
-- Each message moves its session to the front of this one, which costs an append less than a hundredth of its time.
CREATE INDEX sessions_by_change ON sessions (organization_id, updated_at DESC, id);
CREATE INDEX sessions_waiting ON sessions (organization_id, created_at DESC, id) WHERE waiting_id IS NOT NULL;
-- The sessions that agents of this server work on are found without those of agents elsewhere.
CREATE INDEX sessions_run_here ON sessions (organization_id, status, created_at DESC, id) WHERE runs_here = 1;
-- For checking whether a branch name is in use.
CREATE INDEX sessions_by_branch ON sessions (repository_host, repository_owner, repository_name, branch)
    WHERE branch IS NOT NULL;
-- For finding the session of a transcript, so that nothing is imported twice.
CREATE INDEX sessions_by_agent_session ON sessions (organization_id, agent_session_id)
    WHERE agent_session_id IS NOT NULL;
-- For deleting a pull request without reading all sessions.
CREATE INDEX sessions_by_pull_request ON sessions (pull_request) WHERE pull_request IS NOT NULL;

-- The sessions that each person has seen, with the time of the session's last change then. People follow the sessions
-- that they created or wrote in.
CREATE TABLE session_readers (
    session_number   INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
    user_id          TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    seen_at          INTEGER NOT NULL, -- the session's updated_at then
    follows          INTEGER NOT NULL CHECK (follows IN (0, 1)),
    PRIMARY KEY (session_number, user_id)
) STRICT, WITHOUT ROWID;

-- For finding what a person follows, the latest first.
CREATE INDEX session_readers_by_user ON session_readers (user_id, organization_id, follows, session_number DESC);

-- The transcript: every line of stream-json, a row each. Those of other types than the three that the API shows as
-- messages are details of a run, kept in their place. The session is no reference: a deleted one's lines go later, see
-- deleted_sessions.
CREATE TABLE messages (
    number           INTEGER PRIMARY KEY,
    session_number   INTEGER NOT NULL,
    sequence         INTEGER NOT NULL CHECK (sequence > 0),
    type             TEXT NOT NULL,
    line             TEXT NOT NULL CHECK (json_valid(line)),
    -- Claude Code's id of the line; NULL for malformed JSON, which the check above rejects
    uuid             TEXT GENERATED ALWAYS AS (iif(json_valid(line), json_extract(line, '$.uuid'), NULL)) VIRTUAL,
    -- the person who wrote it, and the organization, for the week's statistics; both NULL for an agent's lines
    author_id        TEXT REFERENCES users (id) ON DELETE RESTRICT,
    organization_id  TEXT REFERENCES organizations (id) ON DELETE CASCADE
                     CHECK ((organization_id IS NULL) = (author_id IS NULL)),
    created_at       INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX messages_by_place ON messages (session_number, sequence);
-- For checking which lines of a transcript are stored already.
CREATE INDEX messages_by_uuid ON messages (session_number, uuid, sequence);
-- For counting recent authors of messages, like sessions_by_author.
CREATE INDEX messages_by_author ON messages (organization_id, author_id, created_at) WHERE author_id IS NOT NULL;
-- For finding people's messages, and the records of attempts, among an agent's many lines.
CREATE INDEX messages_by_person ON messages (session_number, sequence) WHERE author_id IS NOT NULL;
CREATE INDEX messages_of_attempts ON messages (session_number, sequence) WHERE type = 'attempt';

-- The contents of attached files, stored once per organization and content. They are not shared between organizations,
-- so that the course of an upload doesn't reveal another organization's files. A row without a digest is being
-- imported.
CREATE TABLE blobs (
    number           INTEGER PRIMARY KEY,
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    digest           BLOB CHECK (length(digest) = 32), -- SHA-256
    bytes            INTEGER NOT NULL CHECK (bytes > 0),
    UNIQUE (organization_id, digest)
) STRICT;

-- The contents in pieces, so that a file can be sent without loading all of it into memory.
CREATE TABLE blob_pieces (
    blob_number  INTEGER NOT NULL REFERENCES blobs (number) ON DELETE CASCADE,
    position     INTEGER NOT NULL CHECK (position >= 0),
    content      BLOB NOT NULL,
    PRIMARY KEY (blob_number, position)
) STRICT;

-- The files that people attach to messages. One that no message uses is deleted after a day. session_number is not a
-- reference, as in messages. The uploader of a sent file is the message's author.
CREATE TABLE attachments (
    number           INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE CHECK (id GLOB 'att_?*'),
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    uploader_id      TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    blob_number      INTEGER NOT NULL REFERENCES blobs (number) ON DELETE CASCADE,
    filename         TEXT NOT NULL CHECK (filename <> ''),
    media_type       TEXT NOT NULL CHECK (media_type LIKE '_%/_%'),
    width            INTEGER CHECK (width > 0), -- of images only
    height           INTEGER CHECK (height > 0 AND (height IS NULL) = (width IS NULL)),
    created_at       INTEGER NOT NULL,
    session_number   INTEGER,
    sequence         INTEGER CHECK ((sequence IS NULL) = (session_number IS NULL)),
    position         INTEGER CHECK ((position IS NULL) = (session_number IS NULL)) -- in the message
) STRICT;

CREATE UNIQUE INDEX attachments_by_place ON attachments (session_number, sequence, position)
    WHERE session_number IS NOT NULL;
CREATE INDEX attachments_unused ON attachments (created_at, number) WHERE session_number IS NULL;
CREATE INDEX attachments_unused_by_uploader ON attachments (organization_id, uploader_id) WHERE session_number IS NULL;
CREATE INDEX attachments_by_blob ON attachments (blob_number);

-- Deleted sessions with more lines than one transaction should delete. Their lines are deleted in small batches,
-- people's messages first. They are invisible meanwhile: every query of lines reads the session's row first.
CREATE TABLE deleted_sessions (
    number           INTEGER PRIMARY KEY,
    id               TEXT NOT NULL,
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE
) STRICT;

-- The search index: a row for each session, with its title, and one for each message with text. `words` has the text's
-- words as folded by Domain's TextWords, `parts` the parts of names such as getUserById with the words around them.
-- Before each word is the organization's mark, a private-use character, which makes the words of two organizations
-- different words, so that no search reads another organization's text. `facts` has the number of the session's pull
-- request, its repository, its branch, and a word for its author's id, as which people's names are searched.
--
-- A rowid is (sessions.number << 24) | messages.sequence, with 0 as the sequence of a title: a session's rows are
-- contiguous, and reading backwards finds the newest sessions first. The prefix indexes make prefixes of two and three
-- letters as fast as words; the mark counts as a letter.
CREATE VIRTUAL TABLE title_search USING fts5 (
    words, parts, facts, tokenize = 'ascii', prefix = '3 4', columnsize = 0
);
-- The words of titles and of messages, for finding words that begin with a prefix of four letters or more.
CREATE VIRTUAL TABLE title_words USING fts5vocab (title_search, instance);

-- Excerpts are made from the message's line, or for a long line from `beginning`, the beginning of its text.
CREATE VIRTUAL TABLE message_search USING fts5 (
    words, parts, beginning UNINDEXED, tokenize = 'ascii', prefix = '3 4', columnsize = 0
);
CREATE VIRTUAL TABLE message_words USING fts5vocab (message_search, instance);

-- The version of the folding that the index was built with. If it differs from the program's, everything is indexed
-- again, newest first, and sessions_left and messages_left are the numbers of the next session and message to index; 0
-- when none is left.
CREATE TABLE search_state (
    number         INTEGER PRIMARY KEY CHECK (number = 1),
    version        INTEGER NOT NULL,
    sessions_left  INTEGER NOT NULL DEFAULT 0,
    messages_left  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The number of the last event for which the operator's program has named sessions. No row if there is no such program.
CREATE TABLE naming_progress (
    number    INTEGER PRIMARY KEY CHECK (number = 1),
    position  INTEGER NOT NULL
) STRICT;

-- The agent's plan, in the order in which its steps appeared.
CREATE TABLE tasks (
    session_number  INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    id              TEXT NOT NULL, -- the agent's
    title           TEXT NOT NULL,
    status          TEXT NOT NULL CHECK (status = 'pending' OR status = 'in_progress' OR status = 'completed'),
    PRIMARY KEY (session_number, position),
    UNIQUE (session_number, id)
) STRICT, WITHOUT ROWID;

-- Every pull request that a session reported. Two sessions may report the same one, which is recognized by its URL;
-- hosts ignore the case of URLs.
CREATE TABLE pull_requests (
    number           INTEGER PRIMARY KEY,
    session_number   INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    url              TEXT NOT NULL COLLATE NOCASE CHECK (url LIKE 'https://_%'),
    host_number      INTEGER NOT NULL CHECK (host_number > 0), -- as in #42
    status           TEXT NOT NULL CHECK (status = 'draft' OR status = 'open' OR status = 'merged'
                                          OR status = 'closed'),
    merged_at        INTEGER CHECK ((merged_at IS NOT NULL) = (status = 'merged')),
    host_updated_at  INTEGER, -- the host's time of this state, so that an older state doesn't replace it
    etag             TEXT, -- of the host's last response, while the row has that state
    asked_at         INTEGER, -- when it was last polled
    UNIQUE (session_number, url)
) STRICT;

CREATE INDEX pull_requests_by_merge ON pull_requests (organization_id, merged_at, url) WHERE merged_at IS NOT NULL;
-- For finding the pull requests with a URL, when their host reports a change.
CREATE INDEX pull_requests_by_url ON pull_requests (url);
-- For polling the pull requests that may still be merged, however many were merged.
CREATE INDEX pull_requests_to_ask ON pull_requests (url) WHERE (status = 'draft' OR status = 'open');

-- The sandbox ------------------------------------------------------------------------------------------------------

-- The state of the sandbox's work for a session: one row for each session with a person's message, if this server runs
-- sessions. It is also the queue. Since only one process uses the database, a run that is neither queued nor ended when
-- the process starts was interrupted. The run of a session that is not active must be stopped.
CREATE TABLE runs (
    session_number     INTEGER PRIMARY KEY REFERENCES sessions (number) ON DELETE CASCADE,
    stage              TEXT NOT NULL CHECK (stage = 'queued' OR stage = 'cloning' OR stage = 'preparing'
                                            OR stage = 'working' OR stage = 'publishing' OR stage = 'ended'),
    progress_step      TEXT, -- step of the stage, as git names it
    progress_percent   INTEGER CHECK ((progress_percent IS NULL) = (progress_step IS NULL)),
    queued_at          INTEGER NOT NULL, -- orders the queue
    ended_at           INTEGER CHECK ((ended_at IS NOT NULL) = (stage = 'ended')),
    base_commit        TEXT, -- base of its changes, once there is a workspace
    previous_pull_request INTEGER, -- the session's pull request before this workspace; not the workspace's own
    -- The sequence numbers up to which people's messages are answered, and up to which an agent may have read them.
    -- When a person stops a session, all messages count as answered, read or not.
    answered           INTEGER NOT NULL DEFAULT 0,
    delivered          INTEGER NOT NULL DEFAULT 0,
    -- The messages after delivered_after and up to `delivered` were the last ones delivered to an agent, which may have
    -- read them. Several messages can be delivered at once; if none of them was processed, all are delivered again to
    -- the next process.
    delivered_after    INTEGER NOT NULL DEFAULT 0,
    -- The end of the transcript when they were first delivered: a later line of the agent shows that it has read them.
    delivered_at_line  INTEGER NOT NULL DEFAULT 0,
    -- The sequence number of the last message with which a person interrupted the agent's work.
    redirected         INTEGER NOT NULL DEFAULT 0,
    -- How often the run was dequeued. About the last attempt: its cause, the person who asked for it, its start, and
    -- the cost of all attempts before. Each ended attempt has a line of the type 'attempt' in the transcript.
    attempt            INTEGER NOT NULL DEFAULT 0,
    attempt_cause      TEXT NOT NULL DEFAULT 'message' CHECK (attempt_cause = 'message' OR attempt_cause = 'retry'
                                                              OR attempt_cause = 'restart' OR attempt_cause = 'runner'),
    attempt_actor      TEXT,
    attempt_began_at   INTEGER,
    attempt_cost_usd   REAL NOT NULL DEFAULT 0,
    -- Set while the agent waits to retry a call of its model: the next attempt, and the maximum.
    retry_attempt      INTEGER,
    retry_limit        INTEGER CHECK ((retry_limit IS NULL) = (retry_attempt IS NULL)),
    -- An agent's output goes to a file, so that nothing is lost if the server stops: the file's number, and the offset
    -- up to which it is stored.
    output_number      INTEGER NOT NULL DEFAULT 0,
    output_offset      INTEGER NOT NULL DEFAULT 0,
    outcome            TEXT, -- of the last answer: '' for success, otherwise the reason of the failure
    note               TEXT, -- why there is no pull request
    left_out           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(left_out)), -- of the work: [{name, reason}]
    archive_bytes      INTEGER, -- of the workspace's archive, if its work could not be saved in another way
    -- Hosts that the agent was refused, the first hundred: [{host, port, reason, count, at}].
    refused_hosts      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(refused_hosts)),
    cost_usd           REAL NOT NULL DEFAULT 0,
    input_tokens       INTEGER NOT NULL DEFAULT 0,
    output_tokens      INTEGER NOT NULL DEFAULT 0,
    turns              INTEGER NOT NULL DEFAULT 0,
    process_cost_usd   REAL NOT NULL DEFAULT 0, -- reported by the agent's current process
    -- The token of the runner that works on it; NULL while no runner does.
    runner_token_id    TEXT REFERENCES runner_tokens (id) ON DELETE SET NULL,
    -- How many runners fell silent while they worked on it, since the last message or retry.
    runner_losses      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX runs_by_queue ON runs (queued_at) WHERE stage = 'queued';
-- For stopping runs, and for finding interrupted ones.
CREATE INDEX runs_under_way ON runs (session_number) WHERE stage <> 'queued' AND stage <> 'ended';
-- For listing what a token's runners work on.
CREATE INDEX runs_by_runner ON runs (runner_token_id) WHERE runner_token_id IS NOT NULL;
-- For removing old workspaces.
CREATE INDEX runs_by_end ON runs (ended_at) WHERE stage = 'ended' AND base_commit IS NOT NULL;

-- What a session's agent reported at the beginning of its latest turn, both as JSON: the names that can follow a slash,
-- and the states of its MCP servers.
CREATE TABLE agent_starts (
    session_number  INTEGER PRIMARY KEY REFERENCES sessions (number) ON DELETE CASCADE,
    commands        TEXT NOT NULL CHECK (json_valid(commands)),
    mcp_servers     TEXT NOT NULL CHECK (json_valid(mcp_servers))
) STRICT;

-- Requests from agents to people, inserted in the transaction that stores the output with the request.
CREATE TABLE requests (
    number          INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE CHECK (id GLOB 'req_?*'),
    session_number  INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
    -- the number of the output of the process that asked, and its id of the request
    output_number   INTEGER NOT NULL,
    name            TEXT NOT NULL,
    tool_use_id     TEXT, -- the tool call that waits for the answer
    kind            TEXT NOT NULL CHECK (kind = 'question' OR kind = 'plan' OR kind = 'permission'),
    tool            TEXT NOT NULL,
    input           TEXT NOT NULL CHECK (json_valid(input)),
    suggestions     TEXT NOT NULL CHECK (json_valid(suggestions)), -- rules that would make the request unnecessary
    context         TEXT, -- of a plan, the agent's last text before it
    asked_at        INTEGER NOT NULL,
    state           TEXT NOT NULL DEFAULT 'pending'
                    CHECK (state = 'pending' OR state = 'answered' OR state = 'withdrawn'),
    answer          TEXT CHECK ((answer IS NOT NULL) = (state = 'answered') AND (answer IS NULL OR json_valid(answer))),
    answered_by     TEXT REFERENCES users (id) ON DELETE RESTRICT
                    CHECK ((answered_by IS NOT NULL) = (state = 'answered')),
    ended_at        INTEGER CHECK ((ended_at IS NULL) = (state = 'pending')),
    -- Whether the agent has printed the result of the answer. If its process ends at once, the answer can still be
    -- lost, since the agent saves its conversation a little later.
    is_used         INTEGER NOT NULL DEFAULT 0 CHECK (is_used IN (0, 1)),
    -- Whether the agent certainly has the answer: it printed more after the result, or a message to it quotes the
    -- answer.
    is_delivered    INTEGER NOT NULL DEFAULT 0 CHECK (is_delivered IN (0, 1)),
    UNIQUE (session_number, output_number, name)
) STRICT;

CREATE INDEX requests_by_session ON requests (session_number, number);
-- For finding pending requests, and answers that are not delivered yet, among all requests.
CREATE INDEX requests_pending ON requests (session_number, number) WHERE state = 'pending';
CREATE INDEX requests_undelivered ON requests (session_number, number) WHERE state = 'answered' AND is_delivered = 0;

-- What a session changed, compared with where its branch began.
CREATE TABLE changes (
    session_number  INTEGER PRIMARY KEY REFERENCES sessions (number) ON DELETE CASCADE,
    -- The counts come first, so that lists read them without the long values.
    file_count      INTEGER NOT NULL,
    added_lines     INTEGER NOT NULL,
    removed_lines   INTEGER NOT NULL,
    files           TEXT NOT NULL CHECK (json_valid(files)), -- [{path, oldPath?, addedLines?, removedLines?}]
    patch           BLOB NOT NULL, -- as git apply takes it
    is_cut          INTEGER NOT NULL CHECK (is_cut IN (0, 1)), -- whether the patch was too long to be kept whole
    base_commit     TEXT, -- what it is compared with, while a workspace can be made of it again
    version         TEXT NOT NULL CHECK (length(version) = 64) -- SHA-256 of the patch in hexadecimal
) STRICT;

-- People's comments on lines of a session's changes. They are drafts until their authors send them to the agent, many
-- in one message of the transcript.
CREATE TABLE comments (
    number          INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE CHECK (id GLOB 'cmt_?*'),
    session_number  INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
    author_id       TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    path            TEXT NOT NULL,
    side            TEXT NOT NULL CHECK (side = 'old' OR side = 'new'),
    line            INTEGER NOT NULL CHECK (line > 0),
    end_line        INTEGER NOT NULL CHECK (end_line >= line),
    quote           TEXT NOT NULL, -- the commented lines
    version         TEXT NOT NULL, -- of the changes that were commented on
    body            TEXT NOT NULL CHECK (body <> ''),
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    sent_at         INTEGER,
    sent_sequence   INTEGER CHECK ((sent_sequence IS NULL) = (sent_at IS NULL)) -- of the message
) STRICT;

CREATE INDEX comments_by_session ON comments (session_number, number);
-- For finding drafts among all comments.
CREATE INDEX comments_drafts ON comments (session_number, number) WHERE sent_at IS NULL;

-- Events -----------------------------------------------------------------------------------------------------------

-- Notifications to send, inserted in the transaction of the event. A device has one row per session, which remains for
-- a moment after it was sent, so that events in quick succession are sent as one; and one row for a test, without a
-- session.
CREATE TABLE push_outbox (
    number           INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription_id  TEXT NOT NULL REFERENCES push_subscriptions (id) ON DELETE CASCADE,
    session_number   INTEGER REFERENCES sessions (number) ON DELETE CASCADE,
    kind             TEXT NOT NULL CHECK (kind = 'waits' OR kind = 'finished' OR kind = 'failed'
                                          OR kind = 'pullRequestOpened' OR kind = 'test'),
    body             TEXT NOT NULL,
    version          INTEGER NOT NULL DEFAULT 1, -- incremented when a newer event replaces the text
    retries          INTEGER NOT NULL DEFAULT 0,
    created_at       INTEGER NOT NULL,
    due_at           INTEGER, -- NULL once it was sent
    not_before       INTEGER NOT NULL DEFAULT 0, -- the next message is not sent before this time
    UNIQUE (subscription_id, session_number)
) STRICT;

CREATE INDEX push_outbox_by_session ON push_outbox (session_number);
CREATE INDEX push_outbox_by_time ON push_outbox (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX push_outbox_sent ON push_outbox (not_before) WHERE due_at IS NULL;

-- The event log, which event streams read, written in the transaction of the change. It names its subject instead of
-- copying it; session_id is not a reference, because the event of a deletion outlives the session.
CREATE TABLE events (
    number           INTEGER PRIMARY KEY AUTOINCREMENT,
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    session_id       TEXT NOT NULL,
    type             TEXT NOT NULL CHECK (type = 'session.created' OR type = 'session.updated'
                                        OR type = 'session.deleted' OR type = 'message.appended' OR type = 'message.withdrawn'
                                        OR type = 'task.updated' OR type = 'task.removed'
                                        OR type = 'run.updated' OR type = 'request.created'
                                        OR type = 'request.answered' OR type = 'request.withdrawn'
                                        OR type = 'stats.changed'),
    subject          TEXT, -- the sequence number of a message, or the id of a task or request
    created_at       INTEGER NOT NULL
) STRICT;

CREATE INDEX events_by_organization ON events (organization_id, number);
CREATE INDEX events_by_session ON events (session_id, number);

-- Audit log ----------------------------------------------------------------------------------------------------------

-- What was done to accounts, access and settings, written in the transaction of the change. Nothing is a reference, and
-- names are those of the time, since entries outlive people and organizations. Triggers refuse every change, and every
-- deletion of an entry that the retention has not released.
CREATE TABLE audit_events (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    action        TEXT NOT NULL CHECK (action GLOB '?*.?*'),
    actor_kind    TEXT NOT NULL CHECK (actor_kind = 'server' OR actor_kind = 'administrator' OR actor_kind = 'visitor'
                                       OR actor_kind = 'user' OR actor_kind = 'api_key'),
    actor_id      TEXT,
    actor_name    TEXT,
    subject_id    TEXT,
    subject_name  TEXT,
    details       TEXT NOT NULL CHECK (json_type(details) = 'object'), -- texts by name
    address       TEXT,
    browser       TEXT,
    created_at    INTEGER NOT NULL
) STRICT;

-- The organizations whose owners may read an entry. An entry about a person is readable in each of their organizations.
CREATE TABLE audit_readers (
    organization_id  TEXT NOT NULL,
    event_number     INTEGER NOT NULL,
    PRIMARY KEY (organization_id, event_number)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_readers_by_event ON audit_readers (event_number);

-- The last entry that may be deleted. Entries of the last 30 days can't be released.
CREATE TABLE audit_retention (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    released_to  INTEGER NOT NULL
) STRICT;

INSERT INTO audit_retention (id, released_to) VALUES (1, 0);

-- INSERT OR REPLACE deletes without a deletion trigger.
CREATE TRIGGER audit_events_not_replaced BEFORE INSERT ON audit_events
WHEN EXISTS (SELECT 1 FROM audit_events WHERE number = NEW.number)
BEGIN SELECT RAISE (ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_events_unchanged BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE (ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_events_kept BEFORE DELETE ON audit_events
WHEN OLD.number > (SELECT released_to FROM audit_retention)
BEGIN SELECT RAISE (ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_readers_unchanged BEFORE UPDATE ON audit_readers
BEGIN SELECT RAISE (ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_readers_kept BEFORE DELETE ON audit_readers
WHEN OLD.event_number > (SELECT released_to FROM audit_retention)
BEGIN SELECT RAISE (ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_retention_not_replaced BEFORE INSERT ON audit_retention
BEGIN SELECT RAISE (ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_retention_kept BEFORE DELETE ON audit_retention
BEGIN SELECT RAISE (ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_retention_after_30_days BEFORE UPDATE ON audit_retention
WHEN EXISTS (SELECT 1 FROM audit_events
             WHERE number <= NEW.released_to AND created_at > (unixepoch() - 30 * 86400) * 1000)
BEGIN SELECT RAISE (ABORT, 'entries of the last 30 days stay in the audit log'); END;
