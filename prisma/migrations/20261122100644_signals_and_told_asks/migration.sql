-- Since when a session's browser asks not to be tracked, so that the moment it begins to is noticed.
ALTER TABLE session ADD COLUMN signalled_at TIMESTAMPTZ(3);

-- When somebody who is asked about a recipient was written to; nobody is about what was asked before this.
ALTER TABLE recipient_ask ADD COLUMN told_at TIMESTAMPTZ(3);
UPDATE recipient_ask SET told_at = asked_at;
CREATE INDEX recipient_ask_untold ON recipient_ask (brand, subject_id) WHERE told_at IS NULL AND answered_at IS NULL;
