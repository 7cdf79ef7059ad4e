-- By which of the four ways a decision was made (WBP-17), and which phone it is about.
ALTER TABLE consent_record ADD COLUMN way TEXT NOT NULL DEFAULT 'settings';
ALTER TABLE consent_record ADD COLUMN device_id UUID;
ALTER TABLE consent_record ADD CHECK (way IN ('settings', 'function', 'deletion', 'closing'));
-- One decision is about one thing: a list cannot be consented to.
ALTER TABLE consent_record ADD CHECK (purpose ~ '^[a-z0-9_.:-]+$');
ALTER TABLE consent_record ADD CHECK ((device_id IS NOT NULL) = (purpose LIKE 'use:%'));

CREATE TABLE "consent_delivery" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "consent_record_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "last_attempt_at" TIMESTAMPTZ(3),
    "last_answer" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_delivery_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "consent_delivery_consent_record_id_recipient_key" ON "consent_delivery"("consent_record_id", "recipient");
CREATE INDEX "consent_delivery_brand_subject_id_created_at_id_idx" ON "consent_delivery"("brand", "subject_id", "created_at" DESC, "id" DESC);
-- What reached nobody, for staff.
CREATE INDEX consent_delivery_failed ON consent_delivery (brand, last_attempt_at DESC, id DESC) WHERE state = 'failed';
ALTER TABLE consent_delivery ADD CHECK (state IN ('queued', 'sent', 'confirmed', 'retrying', 'failed', 'superseded'));

ALTER TABLE consent_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent_delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON consent_delivery TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject()) WITH CHECK (brand = app_brand() AND subject_id = app_subject());
CREATE POLICY system_rows ON consent_delivery TO openbook_system USING (true) WITH CHECK (true);
CREATE POLICY staff_rows ON consent_delivery TO openbook_staff USING (brand = app_brand()) WITH CHECK (brand = app_brand());
-- A person's own transaction says that somebody is to be told, and reads how far that has come.
GRANT SELECT, INSERT ON consent_delivery TO openbook_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON consent_delivery TO openbook_system;
-- Staff read them without whose they are, and send again what failed.
GRANT SELECT (id, brand, recipient, purpose, decision, decided_at, state, attempts, next_attempt_at, last_attempt_at, last_answer, created_at)
  ON consent_delivery TO openbook_staff;
GRANT UPDATE (state, attempts, next_attempt_at) ON consent_delivery TO openbook_staff;
