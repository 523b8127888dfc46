-- Pairs that agents propose, and how often rules speak. Never a word of a draft.

CREATE TABLE proposals (
    proposal INTEGER PRIMARY KEY AUTOINCREMENT,
    server INTEGER NOT NULL REFERENCES servers (server),
    avoid TEXT NOT NULL,
    prefer TEXT NOT NULL,
    why TEXT NOT NULL,
    -- What two proposals of the same pair have in common.
    same TEXT NOT NULL,
    -- open, approved or declined
    state TEXT NOT NULL DEFAULT 'open',
    times INTEGER NOT NULL DEFAULT 1,
    made_at INTEGER NOT NULL,
    decided_by INTEGER,
    decided_at INTEGER,
    -- A word of the leads to the author.
    answer TEXT,
    -- Where its card stands.
    channel INTEGER,
    message INTEGER
);

CREATE UNIQUE INDEX proposals_open ON proposals (server, same) WHERE state = 'open';

CREATE TABLE proposal_authors (
    proposal INTEGER NOT NULL REFERENCES proposals (proposal) ON DELETE CASCADE,
    author INTEGER NOT NULL,
    -- Has heard the outcome.
    told INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (proposal, author)
);

CREATE INDEX proposal_authors_author ON proposal_authors (author);

CREATE TABLE counts (
    server INTEGER NOT NULL REFERENCES servers (server),
    day INTEGER NOT NULL,
    rule TEXT NOT NULL,
    -- shown, taken, kept or not-a-problem
    outcome TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (server, day, rule, outcome)
);
