INSERT INTO servers (server, rules_version, settings_version, settings, settings_schema)
VALUES (401, 2, 1, '{"language":"el"}', 1);
INSERT INTO rule_files (server, file) VALUES (401, 'ομάδα.yaml');
INSERT INTO rule_versions (server, file, number, format, bytes, hash, rules, ids, made_by, made_at, note)
VALUES (401, 'ομάδα.yaml', 1, 'yaml', CAST('ένα' AS BLOB), x'01', NULL, '["el/ομάδα/ένα"]', 7, 1000, NULL),
       (401, 'ομάδα.yaml', 2, 'yaml', CAST('δύο' AS BLOB), x'02', NULL, '["el/ομάδα/ένα","el/ομάδα/δύο"]', 7, 2000, 'β');
UPDATE rule_files SET active = 2;
INSERT INTO switches (server, kind, name) VALUES (401, 'pack', 'el/refusals');
INSERT INTO brand_words (server, word) VALUES (401, 'Καλός Λόγος');
INSERT INTO history (server, area, version, made_by, made_at, deed, subject, before, after, undo, request)
VALUES (401, 'rules', 1, 7, 1000, 'activated', 'ομάδα.yaml', NULL, '1', '[{"TakeOut":{"file":"ομάδα.yaml"}}]', 'one'),
       (401, 'rules', 2, 7, 2000, 'activated', 'ομάδα.yaml', '1', '2', '[{"PutBack":{"file":"ομάδα.yaml","number":1}}]', 'two'),
       (401, 'settings', 1, 7, 1500, 'settings', '', '{}', '{"language":"el"}', NULL, 'three');
