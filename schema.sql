-- Lodestone's database, from top to bottom: who, the sessions, what happened.
--
-- Times are milliseconds since 1970 in UTC. Ids that leave the database are text; sessions have a small number besides,
-- which their many messages refer to. Secrets that are only compared are stored as SHA-256, those of environments sealed
-- with a key that isn't in the database. Every table is STRICT, every reference says what happens when its target goes. How long a text may be is checked before, in characters as people count them, which
-- SQLite doesn't know. Checks of more than two choices are written with OR, since SQLite fills a table of its own with
-- those of a longer IN at every insert.

-- Who --------------------------------------------------------------------------------------------------------------

-- The number chooses the mark that stands before the organization's words in the search index: U+F0000 and the number.
CREATE TABLE organizations (
    number      INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number < 65534),
    id          TEXT NOT NULL UNIQUE CHECK (id GLOB 'org_?*'),
    name        TEXT NOT NULL CHECK (name <> ''),
    created_at  INTEGER NOT NULL,
    -- The most that its environments let agents reach, and hosts that all of them do, one a line.
    network_ceiling  TEXT NOT NULL DEFAULT 'all' CHECK (network_ceiling = 'none' OR network_ceiling = 'trusted'
                                                        OR network_ceiling = 'custom' OR network_ceiling = 'all'),
    allowed_hosts    TEXT NOT NULL DEFAULT ''
) STRICT;

-- A user is never deleted, only disabled: what they made keeps their name.
CREATE TABLE users (
    id           TEXT PRIMARY KEY CHECK (id GLOB 'user_?*'),
    name         TEXT NOT NULL CHECK (name <> ''),
    email        TEXT NOT NULL UNIQUE CHECK (email LIKE '_%@_%'), -- in lower case
    image_url    TEXT CHECK (image_url LIKE 'https://_%'),
    password     TEXT CHECK (password LIKE '$scrypt$%'), -- with its parameters and salt; without one nobody signs in
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

-- A browser that signed in. The id is the public part of its cookie. Signing out deletes the row.
CREATE TABLE browser_sessions (
    id          TEXT PRIMARY KEY CHECK (id GLOB 'bs_?*'),
    user_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    digest      BLOB NOT NULL CHECK (length(digest) = 32),
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A browser that has signed in to an account before, by a cookie that opens nothing itself: whoever guesses at the account
-- doesn't make it wait. The id is the public part of the cookie.
CREATE TABLE known_browsers (
    id          TEXT PRIMARY KEY CHECK (id GLOB 'kb_?*'),
    user_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    digest      BLOB NOT NULL CHECK (length(digest) = 32),
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX known_browsers_by_user ON known_browsers (user_id, created_at);
CREATE INDEX known_browsers_by_expiry ON known_browsers (expires_at);

-- A link that lets somebody join. The id is the public part of its token; it is good for one person.
CREATE TABLE invitations (
    id               TEXT PRIMARY KEY CHECK (id GLOB 'inv_?*'),
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    role             TEXT NOT NULL CHECK (role IN ('owner', 'member')),
    digest           BLOB NOT NULL CHECK (length(digest) = 32),
    created_by       TEXT REFERENCES users (id) ON DELETE RESTRICT, -- nobody when made by an administrator's command
    created_at       INTEGER NOT NULL,
    expires_at       INTEGER NOT NULL CHECK (expires_at > created_at),
    accepted_by      TEXT REFERENCES users (id) ON DELETE RESTRICT,
    accepted_at      INTEGER CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
    revoked_at       INTEGER CHECK (revoked_at IS NULL OR accepted_at IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX invitations_by_organization ON invitations (organization_id, created_at);
-- For ending what somebody has invited to who may no longer.
CREATE INDEX invitations_by_creator ON invitations (created_by) WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- The answers to requests that may be repeated, for a day. What is stored can be read only by who has the client's
-- Idempotency-Key: it is the secret that the answer is encrypted with, and may hold a new API key.
CREATE TABLE idempotent_answers (
    id           BLOB PRIMARY KEY CHECK (length(id) = 32), -- SHA-256 of caller, address and key
    body_digest  BLOB NOT NULL CHECK (length(body_digest) = 32),
    answer       BLOB NOT NULL,
    created_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotent_answers_by_time ON idempotent_answers (created_at);

CREATE INDEX browser_sessions_by_user ON browser_sessions (user_id);
CREATE INDEX browser_sessions_by_expiry ON browser_sessions (expires_at);

-- A device, or rather a browser on it, that is told what happens: where its push service takes messages for it, and the
-- keys with which only it can read them (RFC 8291). Signing out of the browser ends it; its sign-in is no reference, since
-- one that expires doesn't.
CREATE TABLE push_subscriptions (
    id              TEXT PRIMARY KEY CHECK (id GLOB 'push_?*'),
    user_id         TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    browser_id      TEXT NOT NULL,
    endpoint        TEXT NOT NULL UNIQUE CHECK (endpoint LIKE 'http%://_%'),
    public_key      BLOB NOT NULL CHECK (length(public_key) = 65),
    authentication  BLOB NOT NULL CHECK (length(authentication) = 16),
    name            TEXT NOT NULL CHECK (name <> ''),
    created_at      INTEGER NOT NULL,
    delivered_at    INTEGER, -- when a message was last taken for it
    failed_at       INTEGER, -- when one was last not, and why
    failure         TEXT CHECK ((failure IS NULL) = (failed_at IS NULL))
) STRICT;

CREATE INDEX push_subscriptions_by_user ON push_subscriptions (user_id, created_at);

-- What a person doesn't want to be told of.
CREATE TABLE push_mutes (
    user_id  TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind     TEXT NOT NULL CHECK (kind = 'waits' OR kind = 'finished' OR kind = 'failed'
                                  OR kind = 'pullRequestOpened'),
    PRIMARY KEY (user_id, kind)
) STRICT, WITHOUT ROWID;

-- The server's private key for push services, sealed as environments' secrets are. All subscriptions are made for it.
CREATE TABLE push_key (
    number      INTEGER PRIMARY KEY CHECK (number = 1),
    sealed      BLOB NOT NULL CHECK (length(sealed) = 60),
    created_at  INTEGER NOT NULL
) STRICT;

-- Environments -----------------------------------------------------------------------------------------------------

-- How the sandboxes of an organization's sessions are set up. Its rows may be long, so that they have a rowid.
CREATE TABLE environments (
    id                TEXT PRIMARY KEY CHECK (id GLOB 'env_?*'),
    organization_id   TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    name              TEXT NOT NULL CHECK (name <> ''),
    is_default        INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    -- what it is made for; hosts find repositories in upper and lower case
    repository_host   TEXT,
    repository_owner  TEXT COLLATE NOCASE CHECK ((repository_owner IS NULL) = (repository_host IS NULL)),
    repository_name   TEXT COLLATE NOCASE CHECK ((repository_name IS NULL) = (repository_host IS NULL)),
    base_branch       TEXT CHECK ((base_branch IS NULL) = (repository_host IS NULL)),
    setup_script      TEXT CHECK (setup_script <> ''),
    -- what its agents reach, and the hosts besides, one a line
    network           TEXT NOT NULL DEFAULT 'trusted' CHECK (network = 'none' OR network = 'trusted'
                                                             OR network = 'custom' OR network = 'all'),
    allowed_hosts     TEXT NOT NULL DEFAULT '',
    -- the MCP servers that its agents start with, as JSON, and whether they start those of the repository's .mcp.json
    mcp_servers       TEXT NOT NULL DEFAULT '',
    repository_mcp    TEXT NOT NULL DEFAULT 'ignore' CHECK (repository_mcp IN ('ignore', 'allow')),
    created_at        INTEGER NOT NULL,
    updated_at        INTEGER NOT NULL CHECK (updated_at >= created_at),
    UNIQUE (organization_id, name)
) STRICT;

-- For finding a new session's environment in two probes, however many there are: the default one comes first, then the
-- oldest.
CREATE INDEX environments_by_repository ON environments (
    organization_id, repository_host, repository_owner, repository_name, is_default DESC, created_at, id
) WHERE repository_host IS NOT NULL;
CREATE UNIQUE INDEX environments_by_default ON environments (organization_id) WHERE is_default = 1;

-- What a sandbox gets in its environment. A name is a variable, which has a value, or a secret: its value is sealed with
-- AES-256-GCM (nonce, ciphertext, tag) for this environment and this name.
CREATE TABLE environment_variables (
    environment_id  TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    name            TEXT NOT NULL CHECK (name GLOB '[A-Za-z_]*' AND name NOT GLOB '*[^A-Za-z0-9_]*'),
    value           TEXT,
    sealed          BLOB CHECK ((sealed IS NULL) = (value IS NOT NULL) AND length(sealed) > 28),
    PRIMARY KEY (environment_id, name)
) STRICT;

-- Sessions ---------------------------------------------------------------------------------------------------------

-- Counts and previews are kept by the transaction that appends a message, so that a list never reads messages.
CREATE TABLE sessions (
    -- never given twice: what is left of a deleted session for a moment is in no other one
    number                 INTEGER PRIMARY KEY AUTOINCREMENT,
    id                     TEXT NOT NULL UNIQUE CHECK (id GLOB 'c?*'),
    organization_id        TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    author_id              TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    title                  TEXT NOT NULL CHECK (title <> ''),
    -- the weakest first: none is replaced by one from a weaker source, a given one by nothing but another
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
    branch                 TEXT, -- the agent's, once it exists
    -- One that was deleted is none. It is no reference, by which a deletion would write to all sessions that had it.
    environment_id         TEXT,
    agent_session_id       TEXT, -- Claude Code's own id of the conversation, once it is known
    pull_request           INTEGER REFERENCES pull_requests (number) ON DELETE SET NULL, -- the latest reported
    last_sequence          INTEGER NOT NULL DEFAULT 0 CHECK (last_sequence >= message_count),
    message_count          INTEGER NOT NULL DEFAULT 0 CHECK (message_count >= text_count),
    text_count             INTEGER NOT NULL DEFAULT 0 CHECK (text_count >= 0), -- messages with text
    prompt_count           INTEGER NOT NULL DEFAULT 0 CHECK (prompt_count >= 0), -- messages of people, as their lines tell
    first_message_preview  TEXT CHECK ((first_message_preview IS NULL) = (message_count = 0)),
    last_message_preview   TEXT CHECK ((last_message_preview IS NULL) = (text_count < 2)),
    created_at             INTEGER NOT NULL,
    updated_at             INTEGER NOT NULL CHECK (updated_at >= created_at),
    archived_at            INTEGER,
    effort                 TEXT NOT NULL DEFAULT 'default' CHECK (effort = 'default' OR effort = 'low'
                                                   OR effort = 'medium' OR effort = 'high' OR effort = 'xhigh'
                                                   OR effort = 'max'),
    mode                   TEXT NOT NULL DEFAULT 'auto' CHECK (mode = 'auto' OR mode = 'plan' OR mode = 'ask'),
    -- The oldest of its requests that waits for a person, so that lists need not look for it.
    waiting_id             TEXT,
    waiting_kind           TEXT CHECK ((waiting_kind IS NULL) = (waiting_id IS NULL)),
    waiting_since          INTEGER CHECK ((waiting_since IS NULL) = (waiting_id IS NULL))
) STRICT;

-- The orders in which lists are read: all sessions, and those of each filter.
CREATE INDEX sessions_by_time ON sessions (organization_id, created_at DESC, id);
CREATE INDEX sessions_by_status ON sessions (organization_id, status, created_at DESC, id);
-- Also for counting who created sessions lately: a probe for each author, however many sessions there are.
CREATE INDEX sessions_by_author ON sessions (organization_id, author_id, created_at DESC, id);
CREATE INDEX sessions_by_repository ON sessions (
    organization_id, repository_owner COLLATE NOCASE, repository_name COLLATE NOCASE, created_at DESC, id
) WHERE repository_owner IS NOT NULL;
CREATE INDEX sessions_in_use ON sessions (organization_id, created_at DESC, id) WHERE archived_at IS NULL;
CREATE INDEX sessions_archived ON sessions (organization_id, created_at DESC, id) WHERE archived_at IS NOT NULL;
CREATE INDEX sessions_waiting ON sessions (organization_id, created_at DESC, id) WHERE waiting_id IS NOT NULL;
-- For seeing whether a branch's name is taken.
CREATE INDEX sessions_by_branch ON sessions (repository_host, repository_owner, repository_name, branch)
    WHERE branch IS NOT NULL;
-- For finding the session that a transcript belongs to, so that nothing is imported twice.
CREATE INDEX sessions_by_agent_session ON sessions (organization_id, agent_session_id)
    WHERE agent_session_id IS NOT NULL;
-- For deleting a pull request without reading all sessions.
CREATE INDEX sessions_by_pull_request ON sessions (pull_request) WHERE pull_request IS NOT NULL;

-- What people have seen of sessions: up to the change of a time. Who created a session or wrote in it follows it.
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
    -- Claude Code's name for the line; JSON is told from what is none by the check above only
    uuid             TEXT GENERATED ALWAYS AS (iif(json_valid(line), json_extract(line, '$.uuid'), NULL)) VIRTUAL,
    -- the person who wrote it, and where, for the week's numbers; of an agent's lines neither
    author_id        TEXT REFERENCES users (id) ON DELETE RESTRICT,
    organization_id  TEXT REFERENCES organizations (id) ON DELETE CASCADE
                     CHECK ((organization_id IS NULL) = (author_id IS NULL)),
    created_at       INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX messages_by_place ON messages (session_number, sequence);
-- For seeing which lines of a transcript are here already.
CREATE INDEX messages_by_uuid ON messages (session_number, uuid, sequence);
-- For counting who sent messages lately, like sessions_by_author.
CREATE INDEX messages_by_author ON messages (organization_id, author_id, created_at) WHERE author_id IS NOT NULL;
-- For finding what people said, and the marks of attempts, among the many lines of an agent.
CREATE INDEX messages_by_person ON messages (session_number, sequence) WHERE author_id IS NOT NULL;
CREATE INDEX messages_of_attempts ON messages (session_number, sequence) WHERE type = 'attempt';

-- The contents of attached files, each once for an organization however often its people send it: nobody learns from
-- how an upload goes what another organization has. One without a digest is being imported.
CREATE TABLE blobs (
    number           INTEGER PRIMARY KEY,
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    digest           BLOB CHECK (length(digest) = 32), -- SHA-256
    bytes            INTEGER NOT NULL CHECK (bytes > 0),
    UNIQUE (organization_id, digest)
) STRICT;

-- In pieces, so that one can be sent without being held in memory whole.
CREATE TABLE blob_pieces (
    blob_number  INTEGER NOT NULL REFERENCES blobs (number) ON DELETE CASCADE,
    position     INTEGER NOT NULL CHECK (position >= 0),
    content      BLOB NOT NULL,
    PRIMARY KEY (blob_number, position)
) STRICT;

-- The files that people add to messages. One that belongs to no message yet goes after a day. The session is no reference,
-- as it is none of messages. What is sent belongs to the message's author.
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

-- The sessions that were deleted and had more lines than one transaction should remove. Those still there go a few at a
-- time, what people said first. Meanwhile nobody sees them: whatever shows a line has found its session's row before.
CREATE TABLE deleted_sessions (
    number           INTEGER PRIMARY KEY,
    id               TEXT NOT NULL,
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE
) STRICT;

-- What can be searched: a row for each title and for each message with text. `words` are the text's words as Domain's
-- TextWords folds them, `parts` the parts of names such as getUserById with what stands around them. Before each
-- word stands the mark of the organization, a private character, so that to the index the words of two organizations are
-- different words and nobody's search reads what others wrote.
--
-- A rowid is (sessions.number << 24) | messages.sequence, with 0 as the sequence of a title: a session's rows are a
-- range, and a walk from the end meets the newest sessions first. The prefix indexes make the first two and three
-- letters as cheap as words; the mark counts as a letter.
CREATE VIRTUAL TABLE title_search USING fts5 (
    words, parts, tokenize = 'ascii', prefix = '3 4', columnsize = 0
);
-- The words of titles and of messages, for finding those that begin with four letters or more.
CREATE VIRTUAL TABLE title_words USING fts5vocab (title_search, instance);

-- Excerpts are made of a message's line, and where that is long of `beginning`, which the text begins with.
CREATE VIRTUAL TABLE message_search USING fts5 (
    words, parts, beginning UNINDEXED, tokenize = 'ascii', prefix = '3 4', columnsize = 0
);
CREATE VIRTUAL TABLE message_words USING fts5vocab (message_search, instance);

-- The folding that the index was made with. Where it is another than the server's, all is indexed anew, the newest first,
-- and these are the numbers of the next session and the next message; 0 when none is left.
CREATE TABLE search_state (
    number         INTEGER PRIMARY KEY CHECK (number = 1),
    version        INTEGER NOT NULL,
    sessions_left  INTEGER NOT NULL DEFAULT 0,
    messages_left  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- How far the operator's program has named sessions: the number of an event. No row where there is no such program.
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

-- Every pull request that a session reported. Two sessions may report the same: its address tells, in which hosts take
-- upper and lower case for the same.
CREATE TABLE pull_requests (
    number           INTEGER PRIMARY KEY,
    session_number   INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
    organization_id  TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    url              TEXT NOT NULL COLLATE NOCASE CHECK (url LIKE 'https://_%'),
    host_number      INTEGER NOT NULL CHECK (host_number > 0), -- as in #42
    status           TEXT NOT NULL CHECK (status = 'draft' OR status = 'open' OR status = 'merged'
                                          OR status = 'closed'),
    merged_at        INTEGER CHECK ((merged_at IS NOT NULL) = (status = 'merged')),
    host_updated_at  INTEGER, -- as of when the host told this, so that older news don't undo it
    etag             TEXT, -- of the host's last answer, while the row says what it said
    asked_at         INTEGER, -- when the host was last asked
    UNIQUE (session_number, url)
) STRICT;

CREATE INDEX pull_requests_by_merge ON pull_requests (organization_id, merged_at, url) WHERE merged_at IS NOT NULL;
-- For finding those that a host has news of.
CREATE INDEX pull_requests_by_url ON pull_requests (url);
-- For asking about those that may still be merged, however many were.
CREATE INDEX pull_requests_to_ask ON pull_requests (url) WHERE (status = 'draft' OR status = 'open');

-- The sandbox ------------------------------------------------------------------------------------------------------

-- What the sandbox is to do, or did, for a session: one row a session that people have sent a message to, where sessions
-- are worked on here. It is the queue too. Since one process holds the database, whatever is not queued or ended when it
-- starts was interrupted. A session that is not active is to be stopped.
CREATE TABLE runs (
    session_number     INTEGER PRIMARY KEY REFERENCES sessions (number) ON DELETE CASCADE,
    stage              TEXT NOT NULL CHECK (stage = 'queued' OR stage = 'cloning' OR stage = 'preparing'
                                            OR stage = 'working' OR stage = 'publishing' OR stage = 'ended'),
    progress_step      TEXT, -- of the stage, as git names it
    progress_percent   INTEGER CHECK ((progress_percent IS NULL) = (progress_step IS NULL)),
    queued_at          INTEGER NOT NULL, -- its place in the queue
    ended_at           INTEGER CHECK ((ended_at IS NOT NULL) = (stage = 'ended')),
    base_commit        TEXT, -- what its changes are compared with, once there is a workspace
    former             INTEGER, -- the session's pull request when the workspace was made, which is no more this one's
    -- Up to which sequence number people's messages are answered, and up to which an agent may have read them. A person
    -- who stops a session counts all as answered, read or not.
    answered           INTEGER NOT NULL DEFAULT 0,
    heard              INTEGER NOT NULL DEFAULT 0,
    -- Where what was given to an agent last, and may have been read, begins: after this, and up to `heard`. Several
    -- messages can be given at once, and all of them are given again to the next process if none of them was taken up.
    heard_after        INTEGER NOT NULL DEFAULT 0,
    -- Where the transcript ended when that was first given: what an agent says later shows that it has read it.
    heard_at           INTEGER NOT NULL DEFAULT 0,
    -- The latest that somebody said instead of letting the agent finish what it is at.
    redirected         INTEGER NOT NULL DEFAULT 0,
    -- How often the run was taken from the queue, and of the last time: why, who asked for it, since when, and what all
    -- before had cost. Each attempt that ended has a line of the type 'attempt' in the transcript.
    attempt            INTEGER NOT NULL DEFAULT 0,
    attempt_cause      TEXT NOT NULL DEFAULT 'message' CHECK (attempt_cause = 'message' OR attempt_cause = 'retry'
                                                              OR attempt_cause = 'restart'),
    attempt_actor      TEXT,
    attempt_began_at   INTEGER,
    attempt_cost_usd   REAL NOT NULL DEFAULT 0,
    -- While the agent waits to call its model again: which try is next, and of how many.
    retry_attempt      INTEGER,
    retry_limit        INTEGER CHECK ((retry_limit IS NULL) = (retry_attempt IS NULL)),
    -- An agent prints to a file, so that nothing is lost when the server is: its number, and up to where it is stored.
    output_number      INTEGER NOT NULL DEFAULT 0,
    output_offset      INTEGER NOT NULL DEFAULT 0,
    outcome            TEXT, -- of the last answer: '' when it went well, otherwise why it didn't
    note               TEXT, -- why there is no pull request
    left_out           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(left_out)), -- of the work: [{name, reason}]
    archive_bytes      INTEGER, -- of the workspace's archive, where its work could not be saved in another way
    -- Hosts that the agent didn't reach, the first hundred: [{host, port, reason, count, at}].
    refused_hosts      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(refused_hosts)),
    cost_usd           REAL NOT NULL DEFAULT 0,
    input_tokens       INTEGER NOT NULL DEFAULT 0,
    output_tokens      INTEGER NOT NULL DEFAULT 0,
    turns              INTEGER NOT NULL DEFAULT 0,
    process_cost_usd   REAL NOT NULL DEFAULT 0 -- what the agent's process under way says it has cost so far
) STRICT;

CREATE INDEX runs_by_queue ON runs (queued_at) WHERE stage = 'queued';
-- For stopping, and after an interruption.
CREATE INDEX runs_under_way ON runs (session_number) WHERE stage <> 'queued' AND stage <> 'ended';
-- For removing old workspaces.
CREATE INDEX runs_by_end ON runs (ended_at) WHERE stage = 'ended' AND base_commit IS NOT NULL;

-- What a session's agent told at the beginning of its latest turn, both as JSON: the names that may stand after a slash,
-- and how the start of its MCP servers went.
CREATE TABLE agent_starts (
    session_number  INTEGER PRIMARY KEY REFERENCES sessions (number) ON DELETE CASCADE,
    commands        TEXT NOT NULL CHECK (json_valid(commands)),
    mcp_servers     TEXT NOT NULL CHECK (json_valid(mcp_servers))
) STRICT;

-- What agents want people to decide, written in the transaction of the output that it came with.
CREATE TABLE requests (
    number          INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE CHECK (id GLOB 'req_?*'),
    session_number  INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
    -- the process that asked, by the number of its output, and what that calls the request
    output_number   INTEGER NOT NULL,
    name            TEXT NOT NULL,
    tool_use_id     TEXT, -- the call of a tool that waits for the answer
    kind            TEXT NOT NULL CHECK (kind = 'question' OR kind = 'plan' OR kind = 'permission'),
    tool            TEXT NOT NULL,
    input           TEXT NOT NULL CHECK (json_valid(input)),
    suggestions     TEXT NOT NULL CHECK (json_valid(suggestions)), -- rules with which the agent need not ask again
    context         TEXT, -- of a plan, what the agent said last before it
    asked_at        INTEGER NOT NULL,
    state           TEXT NOT NULL DEFAULT 'pending'
                    CHECK (state = 'pending' OR state = 'answered' OR state = 'withdrawn'),
    answer          TEXT CHECK ((answer IS NOT NULL) = (state = 'answered') AND (answer IS NULL OR json_valid(answer))),
    answered_by     TEXT REFERENCES users (id) ON DELETE RESTRICT
                    CHECK ((answered_by IS NOT NULL) = (state = 'answered')),
    ended_at        INTEGER CHECK ((ended_at IS NULL) = (state = 'pending')),
    -- Whether the agent has printed what came of the answer. It may yet forget that when it is ended at once, since it
    -- writes its record of the conversation a little later.
    is_used         INTEGER NOT NULL DEFAULT 0 CHECK (is_used IN (0, 1)),
    -- Whether the agent surely has the answer: it said more after what came of it, or a message to it quotes it.
    is_delivered    INTEGER NOT NULL DEFAULT 0 CHECK (is_delivered IN (0, 1)),
    UNIQUE (session_number, output_number, name)
) STRICT;

CREATE INDEX requests_by_session ON requests (session_number, number);
-- For finding what waits, and the answers that are still to be delivered, among all that were given.
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

-- What people say about lines of what a session changed: drafts of their authors until they are sent to the agent, many in
-- one message of the transcript.
CREATE TABLE comments (
    number          INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE CHECK (id GLOB 'cmt_?*'),
    session_number  INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
    author_id       TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    path            TEXT NOT NULL,
    side            TEXT NOT NULL CHECK (side = 'old' OR side = 'new'),
    line            INTEGER NOT NULL CHECK (line > 0),
    end_line        INTEGER NOT NULL CHECK (end_line >= line),
    quote           TEXT NOT NULL, -- what stood there
    version         TEXT NOT NULL, -- of the changes that it was made on
    body            TEXT NOT NULL CHECK (body <> ''),
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    sent_at         INTEGER,
    sent_sequence   INTEGER CHECK ((sent_sequence IS NULL) = (sent_at IS NULL)) -- of the message
) STRICT;

CREATE INDEX comments_by_session ON comments (session_number, number);
-- For finding drafts among all that was sent.
CREATE INDEX comments_drafts ON comments (session_number, number) WHERE sent_at IS NULL;

-- What happened ----------------------------------------------------------------------------------------------------

-- What devices are yet to be told, written in the transaction of what it tells. A device has one row for a session, which
-- stays for a moment after it was sent, so that what follows at once is told together; and one for a test, without a session.
CREATE TABLE push_outbox (
    number           INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription_id  TEXT NOT NULL REFERENCES push_subscriptions (id) ON DELETE CASCADE,
    session_number   INTEGER REFERENCES sessions (number) ON DELETE CASCADE,
    kind             TEXT NOT NULL CHECK (kind = 'waits' OR kind = 'finished' OR kind = 'failed'
                                          OR kind = 'pullRequestOpened' OR kind = 'test'),
    body             TEXT NOT NULL,
    version          INTEGER NOT NULL DEFAULT 1, -- advances when something newer is to be told
    retries          INTEGER NOT NULL DEFAULT 0,
    created_at       INTEGER NOT NULL,
    due_at           INTEGER, -- none once it was sent
    not_before       INTEGER NOT NULL DEFAULT 0, -- before when nothing newer is sent
    UNIQUE (subscription_id, session_number)
) STRICT;

CREATE INDEX push_outbox_by_session ON push_outbox (session_number);
CREATE INDEX push_outbox_by_time ON push_outbox (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX push_outbox_sent ON push_outbox (not_before) WHERE due_at IS NULL;

-- The numbered log that event streams read, written in the transaction of what it tells. It names its subject instead
-- of copying it; session_id is no reference because the news of a deletion outlives the session.
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
    subject          TEXT, -- of a message its sequence number, of a task or a request its id
    created_at       INTEGER NOT NULL
) STRICT;

CREATE INDEX events_by_organization ON events (organization_id, number);
CREATE INDEX events_by_session ON events (session_id, number);
