/** The first schema: drafts with their journal and sealed registers, reports with their entries, full-text index, words. */
import type { Migration } from '../migrate.ts';

export default {
  version: 1,
  up: (db) =>
    db.exec(`
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE asset (sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), bytes BLOB NOT NULL) STRICT;

CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  created_ms INTEGER NOT NULL, changed_ms INTEGER NOT NULL, trashed_ms INTEGER,
  -- last acknowledged change; 0 for a draft as it was created
  sequence INTEGER NOT NULL,
  -- what the core remembers about it, valid while note_sequence = sequence
  note TEXT, note_sequence INTEGER
) STRICT, WITHOUT ROWID;
-- Append-only. body: the draft as JSON, deflated, without its register and without the bytes of its pictures.
CREATE TABLE revision (
  draft TEXT NOT NULL REFERENCES draft, no INTEGER NOT NULL, sequence INTEGER NOT NULL,
  saved_ms INTEGER NOT NULL, words INTEGER NOT NULL, aside INTEGER NOT NULL CHECK (aside IN (0, 1)), body BLOB NOT NULL,
  PRIMARY KEY (draft, no)
) STRICT;
CREATE TABLE journal (
  draft TEXT NOT NULL REFERENCES draft, sequence INTEGER NOT NULL, saved_ms INTEGER NOT NULL, change TEXT NOT NULL,
  PRIMARY KEY (draft, sequence)
) STRICT, WITHOUT ROWID;
-- Which pictures some state of the draft shows; an asset that nothing names is deleted.
CREATE TABLE draft_asset (
  draft TEXT NOT NULL REFERENCES draft, sha256 TEXT NOT NULL REFERENCES asset, PRIMARY KEY (draft, sha256)
) STRICT, WITHOUT ROWID;
-- A key of its own for each draft's register, wrapped under the archive's: without this row its states are noise.
CREATE TABLE register_key (draft TEXT PRIMARY KEY REFERENCES draft, wrapped TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE register_state (
  draft TEXT NOT NULL REFERENCES register_key, sequence INTEGER NOT NULL,
  -- 0 on the draft's own line, else the number of the aside's revision
  aside INTEGER NOT NULL, sealed TEXT NOT NULL,
  PRIMARY KEY (draft, sequence, aside)
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL, date TEXT NOT NULL, date_end TEXT NOT NULL,
  -- YYYYMMDD of the first day, as the earliest and the latest it can mean ("2023": 20230000 and 20239999)
  day_low INTEGER NOT NULL, day_high INTEGER NOT NULL,
  template TEXT, language TEXT NOT NULL, fields TEXT NOT NULL,
  source_draft TEXT UNIQUE, source_sha256 TEXT UNIQUE REFERENCES asset, source_name TEXT,
  filed_ms INTEGER NOT NULL, trashed_ms INTEGER
) STRICT;
CREATE TABLE entry (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, report INTEGER NOT NULL REFERENCES report, ordinal INTEGER NOT NULL,
  text TEXT NOT NULL, section TEXT NOT NULL, number TEXT, contested INTEGER NOT NULL, polarity TEXT, modality TEXT,
  addressees TEXT NOT NULL, themes TEXT NOT NULL, quoted TEXT NOT NULL, attribution TEXT, source TEXT NOT NULL,
  block TEXT, tally_for INTEGER, tally_against INTEGER, opposite INTEGER
) STRICT;
CREATE INDEX entry_by_report ON entry (report, ordinal);
-- The narrow side of entry, so that filters and counts over thousands of hits touch few pages.
CREATE TABLE facet (
  row INTEGER PRIMARY KEY REFERENCES entry, report INTEGER NOT NULL, kind TEXT NOT NULL, support TEXT, status TEXT, day INTEGER NOT NULL
) STRICT;
CREATE INDEX facet_by_day ON facet (day, row);
CREATE TABLE label (row INTEGER PRIMARY KEY, type TEXT NOT NULL CHECK (type IN ('addressee', 'theme')), name TEXT NOT NULL, UNIQUE (type, name)) STRICT;
CREATE TABLE entry_label (entry INTEGER NOT NULL REFERENCES entry, label INTEGER NOT NULL REFERENCES label, PRIMARY KEY (entry, label)) STRICT, WITHOUT ROWID;
CREATE INDEX entry_by_label ON entry_label (label, entry);
CREATE TABLE follow_up (
  entry TEXT NOT NULL, no INTEGER NOT NULL, status TEXT NOT NULL, on_day TEXT NOT NULL, source TEXT NOT NULL, saved_ms INTEGER NOT NULL,
  PRIMARY KEY (entry, no)
) STRICT, WITHOUT ROWID;
CREATE TABLE saved_search (id TEXT PRIMARY KEY, name TEXT NOT NULL, input TEXT NOT NULL, saved_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE entry_text USING fts5 (text, content = 'entry', content_rowid = 'row', tokenize = 'porter unicode61 remove_diacritics 2');
-- Else deleted words stay in the index until its segments happen to be merged.
INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1);
-- Whole words, folded: for beginnings of words and for "did you mean". entries: how many paragraphs have it.
CREATE TABLE word (word TEXT PRIMARY KEY, entries INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`),
} satisfies Migration;
