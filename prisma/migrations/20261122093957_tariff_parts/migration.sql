-- Which band, time of use or discount a line is for, and whether some of what it bills was estimated.
ALTER TABLE bill_line ADD COLUMN part TEXT, ADD COLUMN estimated BOOLEAN NOT NULL DEFAULT false;

-- A meter of what flows back to the grid counts apart from one of what is used.
ALTER TABLE meter ADD COLUMN direction TEXT NOT NULL DEFAULT 'import' CHECK (direction IN ('import', 'export'));

-- How much of a day's use is an estimate that no reading has replaced yet.
ALTER TABLE usage_day ADD COLUMN estimated BIGINT NOT NULL DEFAULT 0;
