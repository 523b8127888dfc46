INSERT INTO proposals (server, avoid, prefer, why, same, times, made_at)
VALUES (401, 'δεν γίνεται', 'ας το δούμε μαζί', '', 'δεν γινεται', 2, 1000);
INSERT INTO proposal_authors (proposal, author) VALUES (1, 7), (1, 8);
INSERT INTO counts (server, day, rule, outcome, times) VALUES (401, 5, 'el/ομάδα/ένα', 'shown', 3);
