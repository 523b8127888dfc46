INSERT INTO tip_days (server, day, channel, tip, claimed_at, state, message)
VALUES (401, 6, 77, 'el/tips/a', 900, 'posted', 5), (401, 7, 77, 'el/tips/b', 1000, 'claimed', NULL);
INSERT INTO tip_votes (server, tip, voter, vote, voted_at) VALUES (401, 'el/tips/a', 7, 'useful', 950);
