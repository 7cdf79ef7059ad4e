-- When the code that was sent to the new address or number of a correction came back.
ALTER TABLE rights_request ADD COLUMN value_proven_at TIMESTAMPTZ(3);

-- A period is billed once; fees belong to a day and there may be several in one.
DROP INDEX IF EXISTS bill_period_once;
CREATE UNIQUE INDEX bill_period_once ON bill (brand, subject_id, period_start, period_end)
  WHERE state <> 'cancelled' AND kind = 'usage';
