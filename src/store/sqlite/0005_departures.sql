-- Servers that have removed the bot, and since when: they are forgotten after a while.

CREATE TABLE departures (
    server INTEGER PRIMARY KEY REFERENCES servers (server),
    -- When it was first noticed by a clock that is known to be right.
    noticed_at INTEGER
);
