CREATE TABLE speech (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,        -- absolute path, or URL
    name TEXT NOT NULL,              -- what people are told it is called: below the common folder
    folder TEXT NOT NULL,            -- of its files, below the output folder
    place TEXT NOT NULL UNIQUE,      -- the same in small letters: no two on any file system
    run INTEGER NOT NULL,            -- the last run that was asked for it
    size INTEGER,                    -- as the last run found it
    stamp TEXT NOT NULL,             -- time of change in ns, or what a store tells states apart by
    sha256 TEXT NOT NULL DEFAULT '', -- of the bytes that were read
    recipe TEXT NOT NULL DEFAULT '', -- digest of options, templates and program
    state TEXT NOT NULL CHECK (state IN ('pending', 'running', 'done', 'failed')),
    seconds REAL NOT NULL DEFAULT 0,
    title TEXT NOT NULL DEFAULT '',
    record TEXT NOT NULL DEFAULT '{}', -- reading, proof, diagnostics, contents: JSON
    error TEXT NOT NULL DEFAULT ''
);

CREATE INDEX work ON speech (run, state, id);

CREATE TABLE output (
    speech INTEGER NOT NULL REFERENCES speech (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime INTEGER NOT NULL,          -- in ns, or a text that tells states of an object apart
    PRIMARY KEY (speech, number)
) WITHOUT ROWID;

CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);

INSERT INTO fact VALUES ('revision', '0');

-- What the list and the table show has changed.
CREATE TRIGGER taken_in AFTER INSERT ON speech BEGIN
    UPDATE fact SET value = value + 1 WHERE name = 'revision';
END;

CREATE TRIGGER changed AFTER UPDATE OF name, state, title, record, error ON speech
WHEN (OLD.name, OLD.state, OLD.title, OLD.record, OLD.error)
    IS NOT (NEW.name, NEW.state, NEW.title, NEW.record, NEW.error) BEGIN
    UPDATE fact SET value = value + 1 WHERE name = 'revision';
END;
