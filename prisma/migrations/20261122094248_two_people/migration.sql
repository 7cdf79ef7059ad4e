CREATE TABLE "policy_publication" (
    "brand" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "text_hash" BYTEA NOT NULL,
    "approval_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_publication_pkey" PRIMARY KEY ("brand", "version")
);
CREATE UNIQUE INDEX "policy_publication_approval_id_key" ON "policy_publication"("approval_id");
ALTER TABLE policy_publication ADD CHECK (length(text_hash) = 32);

CREATE TABLE "bulk_export" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "change_id" UUID,
    "approval_id" UUID NOT NULL,
    "ordered_by" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'ordered',
    "people" INTEGER,
    "rows" INTEGER,
    "storage_key" TEXT,
    "bytes" BIGINT,
    "sha256" BYTEA,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_export_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "bulk_export_approval_id_key" ON "bulk_export"("approval_id");
CREATE INDEX "bulk_export_brand_ordered_at_idx" ON "bulk_export"("brand", "ordered_at" DESC);
ALTER TABLE bulk_export ADD CHECK (state IN ('ordered', 'ready', 'failed', 'expired'));
ALTER TABLE bulk_export ADD CHECK (purpose IN ('authority', 'audit', 'processor', 'controller'));
ALTER TABLE bulk_export ADD CHECK ((purpose = 'controller') = (change_id IS NOT NULL));

-- What needs two people names the approval by which it came, one that was given for this brand and just used up.
CREATE FUNCTION require_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM approval a WHERE a.id = NEW.approval_id AND a.brand = NEW.brand AND a.kind = ANY (TG_ARGV) AND a.state = 'done'
  ) THEN
    RAISE EXCEPTION '% needs the approval of a second person', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approved BEFORE INSERT ON policy_publication FOR EACH ROW EXECUTE FUNCTION require_approval('policies.publish');
CREATE TRIGGER approved BEFORE INSERT ON bulk_export FOR EACH ROW EXECUTE FUNCTION require_approval('bulk_exports.order', 'controller_changes.export');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON policy_publication FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON policy_publication FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE policy_publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_publication FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_rows ON policy_publication TO openbook_staff USING (brand = app_brand()) WITH CHECK (brand = app_brand());
CREATE POLICY system_rows ON policy_publication FOR SELECT TO openbook_system USING (true);
GRANT SELECT, INSERT ON policy_publication TO openbook_staff;
GRANT SELECT ON policy_publication TO openbook_system;

ALTER TABLE bulk_export ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulk_export FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_rows ON bulk_export TO openbook_staff USING (brand = app_brand()) WITH CHECK (brand = app_brand());
CREATE POLICY system_rows ON bulk_export TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON bulk_export TO openbook_staff;
GRANT SELECT ON bulk_export TO openbook_system;
GRANT UPDATE (state, people, rows, storage_key, bytes, sha256, ready_at, expires_at) ON bulk_export TO openbook_system;
