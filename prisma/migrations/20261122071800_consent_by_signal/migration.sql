-- A browser's signal (Global Privacy Control, Do Not Track) is one more way to withdraw.
ALTER TABLE consent_record DROP CONSTRAINT consent_record_way_check;
ALTER TABLE consent_record ADD CONSTRAINT consent_record_way_check
  CHECK (way IN ('settings', 'function', 'deletion', 'closing', 'unsubscribe', 'signal'));
