-- Whoever says nothing to a change of controller loses the account: that they were reminded, once for each stage.
CREATE TABLE "controller_reminder" (
    "change_id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "reminded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "controller_reminder_pkey" PRIMARY KEY ("brand", "subject_id", "change_id", "stage")
);
CREATE INDEX "controller_reminder_change_id_stage_idx" ON "controller_reminder"("change_id", "stage");
ALTER TABLE controller_reminder ADD CHECK (stage IN ('week', 'last_day'));

ALTER TABLE controller_reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE controller_reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY system_rows ON controller_reminder TO openbook_system USING (true) WITH CHECK (true);
CREATE POLICY own_rows ON controller_reminder TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject()) WITH CHECK (brand = app_brand() AND subject_id = app_subject());
GRANT SELECT ON controller_reminder TO openbook_app;
GRANT SELECT, INSERT, DELETE ON controller_reminder TO openbook_system;
