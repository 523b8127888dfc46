-- When and where each server's tips come, and tips of its own.

CREATE TABLE tip_plans (
    server INTEGER PRIMARY KEY REFERENCES servers (server),
    version INTEGER NOT NULL,
    -- A JSON object; its form is numbered in plan_schema.
    plan TEXT NOT NULL,
    plan_schema INTEGER NOT NULL,
    -- on, paused or closed (its channel is out of reach)
    state TEXT NOT NULL,
    -- What was due before is not made up for.
    since INTEGER NOT NULL,
    set_by INTEGER,
    -- Of a closed plan: whether its leads have heard of it.
    told INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX tip_plans_state ON tip_plans (state);

CREATE TABLE own_tips (
    tip INTEGER PRIMARY KEY AUTOINCREMENT,
    server INTEGER NOT NULL REFERENCES servers (server),
    language TEXT NOT NULL,
    principle TEXT,
    words TEXT NOT NULL,
    today TEXT,
    made_by INTEGER,
    made_at INTEGER NOT NULL
);

CREATE INDEX own_tips_server ON own_tips (server, tip);

-- When somebody last took a claim in hand; nothing, where that was at the claim itself.
ALTER TABLE tip_days ADD COLUMN tried_at INTEGER;
