CREATE TABLE "wind_down" (
    "brand" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "approval_id" UUID NOT NULL,
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erase_after" TIMESTAMPTZ(3) NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3),

    CONSTRAINT "wind_down_pkey" PRIMARY KEY ("brand")
);
CREATE UNIQUE INDEX "wind_down_id_key" ON "wind_down"("id");
CREATE UNIQUE INDEX "wind_down_approval_id_key" ON "wind_down"("approval_id");
CREATE TRIGGER approved BEFORE INSERT ON wind_down FOR EACH ROW EXECUTE FUNCTION require_approval('wind_downs.start');
CREATE TRIGGER kept BEFORE DELETE ON wind_down FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE "controller_change" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "approval_id" UUID NOT NULL,
    "controller" JSONB NOT NULL,
    "what" JSONB NOT NULL,
    "transfer_on" DATE NOT NULL,
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "controller_change_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "controller_change_approval_id_key" ON "controller_change"("approval_id");
CREATE INDEX "controller_change_brand_started_at_idx" ON "controller_change"("brand", "started_at" DESC);
-- One change of a brand at a time.
CREATE UNIQUE INDEX controller_change_open_once ON controller_change (brand) WHERE settled_at IS NULL;
CREATE TRIGGER approved BEFORE INSERT ON controller_change FOR EACH ROW EXECUTE FUNCTION require_approval('controller_changes.start');

CREATE TABLE "controller_answer" (
    "change_id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "controller_answer_pkey" PRIMARY KEY ("brand", "subject_id", "change_id")
);
CREATE INDEX "controller_answer_change_id_answer_idx" ON "controller_answer"("change_id", "answer");
ALTER TABLE controller_answer ADD CHECK (answer IN ('agreed', 'refused'));

-- An answer is to an open change of the same brand, whoever writes it.
CREATE FUNCTION check_controller_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM controller_change c WHERE c.id = NEW.change_id AND c.brand = NEW.brand AND c.settled_at IS NULL) THEN
    RAISE EXCEPTION 'there is no open change of controller to answer' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER open_change BEFORE INSERT OR UPDATE ON controller_answer FOR EACH ROW EXECUTE FUNCTION check_controller_answer();

-- A brand that stops takes nothing in and nobody on, whatever code forgets to ask. One look for a statement, however
-- many rows it adds.
CREATE FUNCTION refuse_for_ended_brand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM wind_down) AND EXISTS (
    SELECT 1 FROM (SELECT DISTINCT brand FROM added) AS a JOIN wind_down w ON w.brand = a.brand
  ) THEN
    RAISE EXCEPTION 'the brand has stopped: % takes nothing more', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['account', 'data_record', 'reading', 'charging_session', 'device', 'upload'] LOOP
    EXECUTE format('CREATE TRIGGER brand_goes_on AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_for_ended_brand()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['wind_down', 'controller_change', 'controller_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system_rows ON %I TO openbook_system USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['wind_down', 'controller_change'] LOOP
    EXECUTE format('CREATE POLICY brand_rows ON %I FOR SELECT TO openbook_app, openbook_staff USING (brand = app_brand())', t);
    EXECUTE format('GRANT SELECT ON %I TO openbook_app, openbook_staff', t);
  END LOOP;
END $$;
CREATE POLICY own_rows ON controller_answer TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject()) WITH CHECK (brand = app_brand() AND subject_id = app_subject());
GRANT SELECT, INSERT ON controller_answer TO openbook_app;
GRANT UPDATE (answer, answered_at) ON controller_answer TO openbook_app;
GRANT SELECT, INSERT ON wind_down, controller_change TO openbook_system;
GRANT UPDATE (scheduled_at) ON wind_down TO openbook_system;
GRANT UPDATE (settled_at) ON controller_change TO openbook_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON controller_answer TO openbook_system;
