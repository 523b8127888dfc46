-- Days claimed for tips, what was posted, and what people think of it.

CREATE TABLE tip_days (
    claim INTEGER PRIMARY KEY AUTOINCREMENT,
    server INTEGER NOT NULL REFERENCES servers (server),
    day INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    tip TEXT NOT NULL,
    claimed_at INTEGER NOT NULL,
    -- claimed, posted or left-out
    state TEXT NOT NULL DEFAULT 'claimed',
    message INTEGER,
    UNIQUE (server, day)
);

CREATE INDEX tip_days_open ON tip_days (claimed_at) WHERE state = 'claimed';

CREATE TABLE tip_votes (
    server INTEGER NOT NULL REFERENCES servers (server),
    tip TEXT NOT NULL,
    voter INTEGER NOT NULL,
    -- useful or not-for-us
    vote TEXT NOT NULL,
    voted_at INTEGER NOT NULL,
    PRIMARY KEY (server, tip, voter)
);

CREATE INDEX tip_votes_voter ON tip_votes (voter);
