-- Who marked a person's data for transfer, and that somebody took the mark back. Nothing else of it ever changes.
ALTER TABLE data_transfer
  ADD COLUMN marked_by UUID,
  ADD COLUMN taken_back_at TIMESTAMPTZ(3),
  ADD COLUMN taken_back_by UUID,
  ADD CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL));
DROP TRIGGER never_changed ON data_transfer;

-- Until now the audit log alone knew by whom.
UPDATE data_transfer t SET marked_by = (
  SELECT e.actor_id::uuid FROM audit_event e
  WHERE e.brand = t.brand AND e.name = 'transfer.marked' AND e.target = t.id::text AND e.actor_kind = 'staff' LIMIT 1);

CREATE FUNCTION keep_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.taken_back_at IS NOT NULL
    OR to_jsonb(NEW) - ARRAY['taken_back_at', 'taken_back_by'] <> to_jsonb(OLD) - ARRAY['taken_back_at', 'taken_back_by'] THEN
    RAISE EXCEPTION 'a transfer is taken back once, and never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_taken_back BEFORE UPDATE ON data_transfer FOR EACH ROW EXECUTE FUNCTION keep_transfer();
GRANT UPDATE (taken_back_at, taken_back_by) ON data_transfer TO openbook_system;

CREATE INDEX "data_transfer_brand_marked_at_id_idx" ON "data_transfer"("brand", "marked_at" DESC, "id" DESC);
