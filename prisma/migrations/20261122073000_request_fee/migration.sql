ALTER TABLE bill ADD COLUMN kind TEXT NOT NULL DEFAULT 'usage';
ALTER TABLE bill ADD CHECK (kind IN ('usage', 'fee'));

ALTER TABLE rights_request
  ADD COLUMN fee_minor BIGINT,
  ADD COLUMN fee_currency TEXT,
  ADD COLUMN fee_ground TEXT,
  ADD COLUMN fee_bill_id UUID,
  DROP CONSTRAINT rights_request_state_check,
  ADD CONSTRAINT rights_request_state_check CHECK (
    state IN ('identity_asked', 'fee_asked', 'received', 'in_progress', 'waiting', 'answered', 'refused', 'closed', 'withdrawn'));
-- Nobody is asked for money without an amount and one of the two grounds.
ALTER TABLE rights_request ADD CHECK (state <> 'fee_asked' OR (fee_minor > 0 AND fee_currency IS NOT NULL AND fee_ground IN ('frequency', 'cost')));
GRANT UPDATE (fee_minor, fee_currency, fee_ground) ON rights_request TO openbook_staff;
