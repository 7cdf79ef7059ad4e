CREATE TABLE "recipient_announcement" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "announced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipient_announcement_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "recipient_announcement_brand_recipient_announced_at_idx" ON "recipient_announcement"("brand", "recipient", "announced_at" DESC);
ALTER TABLE recipient_announcement ADD CHECK (kind IN ('first', 'new', 'changed', 'removed'));
ALTER TABLE recipient_announcement ENABLE ROW LEVEL SECURITY;
ALTER TABLE recipient_announcement FORCE ROW LEVEL SECURITY;
CREATE POLICY system_rows ON recipient_announcement TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON recipient_announcement TO openbook_system;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recipient_announcement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON recipient_announcement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "recipient_ask" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "recipient_ask_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "recipient_ask_brand_subject_id_recipient_fingerprint_key" ON "recipient_ask"("brand", "subject_id", "recipient", "fingerprint");
CREATE INDEX recipient_ask_open ON recipient_ask (brand, subject_id) WHERE answered_at IS NULL;
ALTER TABLE recipient_ask ADD CHECK (kind IN ('new', 'changed'));
ALTER TABLE recipient_ask ENABLE ROW LEVEL SECURITY;
ALTER TABLE recipient_ask FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON recipient_ask TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject()) WITH CHECK (brand = app_brand() AND subject_id = app_subject());
CREATE POLICY system_rows ON recipient_ask TO openbook_system USING (true) WITH CHECK (true);
-- A person answers; they are asked by the portal alone.
GRANT SELECT ON recipient_ask TO openbook_app;
GRANT UPDATE (answered_at) ON recipient_ask TO openbook_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON recipient_ask TO openbook_system;
