ALTER TABLE payment ADD COLUMN attempt INTEGER CHECK (attempt > 0);
-- An attempt at a bill is made once, however many jobs run.
CREATE UNIQUE INDEX payment_attempt_once ON payment (bill_id, attempt) WHERE way = 'saved';

ALTER TABLE saved_card
  ALTER COLUMN subject_id DROP NOT NULL,
  ADD COLUMN removed_at TIMESTAMPTZ(3),
  ADD COLUMN asked_at TIMESTAMPTZ(3),
  ADD COLUMN warned_at TIMESTAMPTZ(3),
  -- Whose it was may be forgotten only once it is being given up.
  ADD CHECK (subject_id IS NOT NULL OR removed_at IS NOT NULL);
CREATE INDEX saved_card_removed_at_idx ON saved_card (removed_at);
REVOKE DELETE ON saved_card FROM openbook_app;
GRANT UPDATE (removed_at) ON saved_card TO openbook_app;

ALTER TABLE autopay
  ADD COLUMN currency TEXT NOT NULL,
  ADD COLUMN days_before INTEGER NOT NULL DEFAULT 0 CHECK (days_before >= 0),
  ADD COLUMN stopped_at TIMESTAMPTZ(3),
  ADD COLUMN stopped_why TEXT;
CREATE INDEX autopay_saved_card_id_idx ON autopay (saved_card_id);

ALTER TABLE collection
  DROP CONSTRAINT collection_state_check,
  ADD CHECK (state IN ('announced', 'charging', 'waiting', 'needs_person', 'given_up', 'skipped', 'done')),
  ADD COLUMN amount_minor BIGINT CHECK (amount_minor > 0),
  ADD COLUMN announced_at TIMESTAMPTZ(3),
  ADD COLUMN changed_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
CREATE INDEX collection_brand_subject_id_idx ON collection (brand, subject_id);
-- A person who changes or ends the order takes back what was planned.
GRANT UPDATE, DELETE ON collection TO openbook_app;

-- Keeping a card and letting bills be paid by it are agreed to where one pays.
ALTER TABLE consent_record DROP CONSTRAINT consent_record_way_check;
ALTER TABLE consent_record ADD CONSTRAINT consent_record_way_check
  CHECK (way IN ('settings', 'function', 'deletion', 'closing', 'unsubscribe', 'signal', 'giving', 'payment'));
