-- Giving something optional is consent to what it is for, and recorded as such.
ALTER TABLE consent_record DROP CONSTRAINT consent_record_way_check;
ALTER TABLE consent_record ADD CONSTRAINT consent_record_way_check
  CHECK (way IN ('settings', 'function', 'deletion', 'closing', 'unsubscribe', 'signal', 'giving'));
