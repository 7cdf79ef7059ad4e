-- What the manifests say about where data is kept; a test holds the two together.
CREATE TABLE "storage_rule" (
    "brand" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "transfers_abroad" TEXT NOT NULL,
    "purpose" TEXT,

    CONSTRAINT "storage_rule_pkey" PRIMARY KEY ("brand")
);
INSERT INTO storage_rule (brand, region, transfers_abroad, purpose) VALUES
  ('we-e-charge', 'DE', 'consent', NULL),
  ('we-app', 'US', 'consent', NULL),
  ('we-lock', 'FR', 'consent', NULL),
  ('wellborne-plus', 'CN', 'consent', 'transfer_abroad'),
  ('energybilling', 'CN', 'never', NULL);
ALTER TABLE storage_rule ADD CHECK (transfers_abroad IN ('never', 'consent'));
ALTER TABLE storage_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE storage_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY any_reader ON storage_rule FOR SELECT TO openbook_app, openbook_system USING (true);
GRANT SELECT ON storage_rule TO openbook_app, openbook_system;

CREATE TABLE "data_transfer" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "consent_record_id" UUID,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_transfer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "data_transfer_brand_subject_id_marked_at_idx" ON "data_transfer"("brand", "subject_id", "marked_at" DESC);
ALTER TABLE data_transfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_transfer FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON data_transfer TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject()) WITH CHECK (brand = app_brand() AND subject_id = app_subject());
CREATE POLICY system_rows ON data_transfer TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT ON data_transfer TO openbook_app;
GRANT SELECT, INSERT, DELETE ON data_transfer TO openbook_system;

-- Nothing is marked for transfer where the brand promised that nothing ever leaves, nor without a consent in force.
CREATE FUNCTION check_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  rule storage_rule%ROWTYPE;
  consent RECORD;
BEGIN
  SELECT * INTO rule FROM storage_rule WHERE brand = NEW.brand;
  IF NOT FOUND OR rule.transfers_abroad = 'never' THEN
    RAISE EXCEPTION 'data of % never leaves the country', NEW.brand USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.country = rule.region THEN
    RAISE EXCEPTION '% is where the data is stored', NEW.country USING ERRCODE = 'check_violation';
  END IF;
  SELECT id, decision INTO consent FROM consent_record
    WHERE brand = NEW.brand AND subject_id = NEW.subject_id AND purpose = rule.purpose
    ORDER BY decided_at DESC, id DESC LIMIT 1;
  IF NOT FOUND OR consent.decision <> 'granted' THEN
    RAISE EXCEPTION 'no consent to a transfer is in force' USING ERRCODE = 'check_violation';
  END IF;
  NEW.consent_record_id := consent.id;
  RETURN NEW;
END $$;
CREATE TRIGGER only_with_consent BEFORE INSERT ON data_transfer FOR EACH ROW EXECUTE FUNCTION check_transfer();
CREATE TRIGGER never_changed BEFORE UPDATE ON data_transfer FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Where each account is kept: its brand's region, and for a brand that promised so never another.
ALTER TABLE account ADD COLUMN storage_region TEXT;
UPDATE account SET storage_region = (SELECT region FROM storage_rule WHERE storage_rule.brand = account.brand);
CREATE FUNCTION keep_in_region() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  rule storage_rule%ROWTYPE;
BEGIN
  SELECT * INTO rule FROM storage_rule WHERE brand = NEW.brand;
  NEW.storage_region := coalesce(NEW.storage_region, rule.region);
  IF rule.transfers_abroad = 'never' AND NEW.storage_region <> rule.region THEN
    RAISE EXCEPTION 'data of % is kept in % only', NEW.brand, rule.region USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_in_region BEFORE INSERT OR UPDATE OF storage_region ON account FOR EACH ROW EXECUTE FUNCTION keep_in_region();
