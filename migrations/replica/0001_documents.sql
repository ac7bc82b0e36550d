-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The replica of one tenant: documents, their one log, full text, jobs, attachments and small local values.
-- Ids are blobs of 16 bytes, times milliseconds since 1970 (UTC), bodies canonical JSON text.

CREATE TABLE sync_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    lineage BLOB NOT NULL,
    head INTEGER NOT NULL,
    horizonSeq INTEGER NOT NULL
);

-- A document's number `n` is (code << 40) + a counter of its type. So the rows of one type lie together on disk: a list
-- of 10,000 opportunities reads neighbouring pages, however many messages were written in between.
CREATE TABLE document_type (
    code INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- The narrow row: what lists filter, sort and show. Bodies lie apart, so that lists never read past them.
CREATE TABLE document (
    n INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    id BLOB NOT NULL,
    rootId BLOB NOT NULL,
    revision INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,   -- 1: restorable, 2: purged, only the tombstone is left
    archived INTEGER NOT NULL DEFAULT 0,
    state TEXT,
    time INTEGER,
    due INTEGER,
    amount INTEGER,
    rank REAL,
    ownerId BLOB,
    accountId BLOB,
    opportunityId BLOB,
    parentId BLOB,
    name TEXT,
    currency TEXT,
    externalKey TEXT,
    brief TEXT,
    digest INTEGER NOT NULL,              -- its share of sync_root.sum, as a signed number
    deletedAt INTEGER,
    textId INTEGER,                       -- row of `fts`, NULL: not searched
    textHash INTEGER                      -- of the terms that `fts` holds for it
);
CREATE UNIQUE INDEX document_id ON document (id);
CREATE INDEX document_parent ON document (parentId, type, time) WHERE parentId IS NOT NULL;
-- Messages are found by their conversation: of 100,000 of them these need no entries.
CREATE INDEX document_account ON document (accountId, type) WHERE accountId IS NOT NULL AND type <> 'message';
CREATE INDEX document_opportunity ON document (opportunityId, type) WHERE opportunityId IS NOT NULL AND type <> 'message';
-- What hangs on a root that none of the columns above names; see rootMembers in query_sql.cpp.
CREATE INDEX document_root ON document (rootId) WHERE rootId <> id AND rootId IS NOT parentId AND rootId IS NOT accountId AND rootId IS NOT opportunityId;
CREATE INDEX document_owner ON document (ownerId, type) WHERE ownerId IS NOT NULL;
CREATE INDEX document_external ON document (externalKey, type) WHERE externalKey IS NOT NULL;
CREATE INDEX document_deleted ON document (deletedAt) WHERE deleted = 1;
CREATE INDEX conversation_time ON document (time) WHERE type = 'conversation' AND deleted = 0;
CREATE INDEX message_time ON document (time) WHERE type = 'message' AND deleted = 0;
CREATE INDEX meeting_time ON document (time) WHERE type = 'meeting' AND deleted = 0;
CREATE INDEX account_name ON document (name) WHERE type = 'account' AND deleted = 0;
CREATE INDEX contact_name ON document (name) WHERE type = 'contact' AND deleted = 0;
CREATE INDEX task_due ON document (state, due) WHERE type = 'task' AND deleted = 0;
CREATE INDEX agent_action_time ON document (state, time) WHERE type = 'agent_action' AND deleted = 0;

CREATE TABLE document_body (
    n INTEGER PRIMARY KEY REFERENCES document (n),
    hash BLOB NOT NULL,                   -- SHA-256 of the body
    written TEXT NOT NULL,                -- lines "field TAB seq": the change that wrote each field last; first line: the creation
    body TEXT NOT NULL
);

-- The one log. Entries of a document hang together backwards from document.seq by `previousSeq`.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    txFirstSeq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    n INTEGER NOT NULL,
    op INTEGER NOT NULL,                  -- 0 create, 1 patch, 2 delete, 3 restore
    revision INTEGER NOT NULL,
    previousSeq INTEGER,
    actorKind INTEGER NOT NULL,           -- in the order of ActorKind
    userId BLOB,
    deviceId BLOB,
    mutationId BLOB NOT NULL,
    fields TEXT NOT NULL,                 -- one a line
    cause TEXT,                           -- JSON, NULL: none
    lost INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX change_mutation ON change (mutationId);

CREATE TABLE change_value (
    seq INTEGER NOT NULL REFERENCES change (seq),
    path TEXT NOT NULL,
    before TEXT,                          -- JSON, NULL: was absent
    after TEXT,                           -- JSON, NULL: is absent
    PRIMARY KEY (seq, path)
) WITHOUT ROWID;

-- Digest of the documents under each root (count, sum modulo 2^64 as a signed number).
CREATE TABLE sync_root (
    rootId BLOB PRIMARY KEY,
    type TEXT NOT NULL,
    count INTEGER NOT NULL,
    sum INTEGER NOT NULL
) WITHOUT ROWID;

-- Terms of the one analyser, separated by spaces; `ascii` splits them there and nowhere else. Messages and transcripts
-- in the first, records in the second, which stays small.
CREATE VIRTUAL TABLE fts USING fts5(title, body, content='', tokenize='ascii');
CREATE VIRTUAL TABLE fts_record USING fts5(title, body, content='', tokenize='ascii');
-- Written by imports of 100,000 mails: larger runs, merged less often.
INSERT INTO fts (fts, rank) VALUES ('pgsz', 4050);
INSERT INTO fts (fts, rank) VALUES ('hashsize', 8388608);
INSERT INTO fts (fts, rank) VALUES ('automerge', 8);
INSERT INTO fts (fts, rank) VALUES ('crisismerge', 32);
INSERT INTO fts_record (fts_record, rank) VALUES ('pgsz', 4050);
-- All terms of both, with the power of two of about how many texts have each.
CREATE TABLE term (
    term TEXT PRIMARY KEY,
    power INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE text_row (
    textId INTEGER PRIMARY KEY,
    n INTEGER NOT NULL
);

CREATE TABLE attachment (
    hash BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    mediaType TEXT NOT NULL,
    bytes BLOB                            -- NULL: in a file beside the database
);
CREATE TABLE attachment_use (
    hash BLOB NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (hash, n)
) WITHOUT ROWID;

CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    lane TEXT NOT NULL,
    due INTEGER NOT NULL,                 -- Job::order
    state INTEGER NOT NULL DEFAULT 0,     -- 0 waiting, 1 done, 2 dead
    first INTEGER NOT NULL DEFAULT 0,     -- 1: the next one of its lane
    attempts INTEGER NOT NULL DEFAULT 0,
    lastError TEXT NOT NULL DEFAULT '',
    payload TEXT NOT NULL
);
CREATE UNIQUE INDEX job_key ON job (key, kind);
CREATE INDEX job_lane ON job (lane, due, id) WHERE state = 0;
CREATE INDEX job_first ON job (due, id) WHERE state = 0 AND first = 1;
CREATE INDEX job_dead ON job (id) WHERE state = 2;

CREATE TABLE local_value (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
