-- When its person corrected a record by their own hand.
ALTER TABLE data_record ADD COLUMN corrected_at TIMESTAMPTZ(3);
