-- What is kept for the law after a person is erased names the day on which it goes by itself.
ALTER TABLE bill ADD COLUMN kept_until DATE;
ALTER TABLE payment ADD COLUMN kept_until DATE;
ALTER TABLE bill ADD CHECK (kept_until IS NULL OR subject_id IS NULL);
ALTER TABLE payment ADD CHECK (kept_until IS NULL OR subject_id IS NULL);
CREATE INDEX bill_kept ON bill (brand, kept_until) WHERE kept_until IS NOT NULL;
CREATE INDEX payment_kept ON payment (brand, kept_until) WHERE kept_until IS NOT NULL;

-- Choices stay unchangeable for as long as there is a person whose choices they are. They can only go whole, after the
-- account was erased and the time is over for which the law has them kept.
CREATE FUNCTION refuse_change_before_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM account WHERE id = OLD.subject_id AND state = 'erased') THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consent_record', 'policy_acceptance'] LOOP
    EXECUTE format('DROP TRIGGER append_only ON %I', t);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_before_erasure()', t);
    EXECUTE format('GRANT DELETE ON %I TO openbook_system', t);
  END LOOP;
END $$;
