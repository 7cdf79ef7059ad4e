CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "people" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "announcement_kind_source_id_key" ON "announcement"("kind", "source_id");
CREATE INDEX "announcement_brand_created_at_idx" ON "announcement"("brand", "created_at" DESC);
ALTER TABLE announcement ADD CHECK (kind IN ('incident', 'controller_change', 'wind_down'));

CREATE TABLE "announcement_delivery" (
    "announcement_id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'none',
    "message_id" UUID,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "letter_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_delivery_pkey" PRIMARY KEY ("brand", "subject_id", "announcement_id")
);
CREATE INDEX "announcement_delivery_announcement_id_idx" ON "announcement_delivery"("announcement_id");
CREATE INDEX "announcement_delivery_message_id_idx" ON "announcement_delivery"("message_id");
CREATE INDEX announcement_unseen ON announcement_delivery (brand, subject_id) WHERE seen_at IS NULL;
ALTER TABLE announcement_delivery ADD CHECK (channel IN ('mail', 'sms', 'none'));
ALTER TABLE announcement_delivery ADD CHECK ((message_id IS NULL) = (channel = 'none'));

-- That a message was handed over is known for good, also when the message itself is purged.
CREATE FUNCTION note_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE announcement_delivery SET sent_at = NEW.sent_at WHERE message_id = NEW.id AND sent_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER told AFTER UPDATE OF sent_at ON outgoing_message FOR EACH ROW
  WHEN (OLD.sent_at IS NULL AND NEW.sent_at IS NOT NULL) EXECUTE FUNCTION note_told();

CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "losses" TEXT[],
    "texts" JSONB NOT NULL,
    "audience" JSONB NOT NULL DEFAULT '{}',
    "records" INTEGER,
    "began_at" TIMESTAMPTZ(3),
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_at" TIMESTAMPTZ(3),
    "late_reason" TEXT,
    "recorded_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "incident_brand_known_at_idx" ON "incident"("brand", "known_at" DESC);
ALTER TABLE incident ADD CHECK (state IN ('draft', 'told'));
ALTER TABLE incident ADD CHECK ((state = 'told') = (told_at IS NOT NULL));
ALTER TABLE incident ADD CHECK (began_at IS NULL OR began_at <= known_at);
-- Who tells the authority after 72 hours says why.
ALTER TABLE incident ADD CHECK (reported_at IS NULL OR reported_at <= known_at + interval '72 hours' OR length(btrim(late_reason)) >= 10);

-- What people were told of is not changed afterwards.
CREATE FUNCTION guard_incident() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'told' AND (NEW.texts, NEW.audience, NEW.losses, NEW.known_at, NEW.state, NEW.told_at)
     IS DISTINCT FROM (OLD.texts, OLD.audience, OLD.losses, OLD.known_at, OLD.state, OLD.told_at) THEN
    RAISE EXCEPTION 'people were told of this already' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guarded BEFORE UPDATE ON incident FOR EACH ROW EXECUTE FUNCTION guard_incident();

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['announcement', 'announcement_delivery', 'incident'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system_rows ON %I TO openbook_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE POLICY own_rows ON announcement_delivery TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject()) WITH CHECK (brand = app_brand() AND subject_id = app_subject());
CREATE POLICY brand_rows ON announcement FOR SELECT TO openbook_app USING (brand = app_brand());
CREATE POLICY staff_rows ON incident FOR SELECT TO openbook_staff USING (brand = app_brand());
GRANT SELECT ON announcement, announcement_delivery TO openbook_app;
GRANT UPDATE (seen_at) ON announcement_delivery TO openbook_app;
GRANT SELECT ON incident TO openbook_staff;
GRANT SELECT, INSERT ON announcement TO openbook_system;
GRANT UPDATE (people, finished_at) ON announcement TO openbook_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON announcement_delivery TO openbook_system;
GRANT SELECT, INSERT, UPDATE ON incident TO openbook_system;
