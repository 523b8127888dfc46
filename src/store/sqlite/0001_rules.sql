-- Servers, their rule files with every version, switches, words that are never flagged, and who changed what.

CREATE TABLE servers (
    server INTEGER PRIMARY KEY,
    rules_version INTEGER NOT NULL DEFAULT 0,
    settings_version INTEGER NOT NULL DEFAULT 0,
    -- A JSON object; its form is numbered in settings_schema.
    settings TEXT NOT NULL DEFAULT '{}',
    settings_schema INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE rule_files (
    server INTEGER NOT NULL REFERENCES servers (server),
    file TEXT NOT NULL,
    -- The version in force; none if the file was taken out.
    active INTEGER,
    PRIMARY KEY (server, file),
    FOREIGN KEY (server, file, active) REFERENCES rule_versions (server, file, number)
        DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE rule_versions (
    server INTEGER NOT NULL,
    file TEXT NOT NULL,
    number INTEGER NOT NULL,
    format TEXT NOT NULL,
    -- As uploaded.
    bytes BLOB NOT NULL,
    -- SHA-256 of the bytes.
    hash BLOB NOT NULL,
    -- The rules in the format of rule files, where the upload was in another.
    rules TEXT,
    -- The ids of its rules, fixed at their first activation: a JSON list.
    ids TEXT NOT NULL,
    made_by INTEGER,
    made_at INTEGER NOT NULL,
    note TEXT,
    PRIMARY KEY (server, file, number),
    FOREIGN KEY (server, file) REFERENCES rule_files (server, file)
);

-- Uploads with a report that nobody has decided about.
CREATE TABLE pending_uploads (
    pending INTEGER PRIMARY KEY AUTOINCREMENT,
    server INTEGER NOT NULL REFERENCES servers (server),
    base INTEGER NOT NULL,
    file TEXT NOT NULL,
    format TEXT NOT NULL,
    bytes BLOB NOT NULL,
    hash BLOB NOT NULL,
    rules TEXT,
    ids TEXT NOT NULL,
    made_by INTEGER,
    made_at INTEGER NOT NULL,
    note TEXT
);

CREATE TABLE switches (
    server INTEGER NOT NULL REFERENCES servers (server),
    -- rule, pack or principle
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (server, kind, name)
);

CREATE TABLE brand_words (
    server INTEGER NOT NULL REFERENCES servers (server),
    word TEXT NOT NULL,
    PRIMARY KEY (server, word)
);

CREATE TABLE history (
    server INTEGER NOT NULL REFERENCES servers (server),
    -- rules or settings
    area TEXT NOT NULL,
    version INTEGER NOT NULL,
    made_by INTEGER,
    made_at INTEGER NOT NULL,
    deed TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT,
    after TEXT,
    -- Steps that take it back: a JSON list.
    undo TEXT,
    -- The same deed asked for twice is done once.
    request TEXT,
    PRIMARY KEY (server, area, version)
);

CREATE UNIQUE INDEX history_request ON history (server, request);
CREATE INDEX history_time ON history (server, made_at);
