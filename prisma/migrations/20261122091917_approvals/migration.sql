-- One employee has one account and an account has one role, so nobody is security manager, data operator and auditor in
-- two of them. Nor does an account change between the three: who checks must not have been who did.
ALTER TABLE staff_member ADD COLUMN employee_no TEXT;
UPDATE staff_member SET employee_no = account_name;
ALTER TABLE staff_member ALTER COLUMN employee_no SET NOT NULL;
CREATE UNIQUE INDEX "staff_member_employee_no_key" ON "staff_member"("employee_no");
ALTER TABLE staff_member ADD CHECK (employee_no <> '');

CREATE FUNCTION guard_staff_role() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  apart CONSTANT text[] := ARRAY['security_manager', 'data_operator', 'auditor'];
BEGIN
  IF NEW.employee_no IS DISTINCT FROM OLD.employee_no THEN
    RAISE EXCEPTION 'an account stays with its employee' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.role <> OLD.role AND NEW.role = ANY (apart) AND OLD.role = ANY (apart) THEN
    RAISE EXCEPTION 'the roles % and % exclude each other', OLD.role, NEW.role USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER roles_exclude BEFORE UPDATE OF role, employee_no ON staff_member FOR EACH ROW EXECUTE FUNCTION guard_staff_role();
-- Whether a colleague still works here decides whether what they asked for is done.
GRANT SELECT (disabled_at) ON staff_member TO openbook_staff;

CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "permission" TEXT NOT NULL,
    "subject_id" UUID,
    "sealed_input" BYTEA,
    "input_hash" BYTEA NOT NULL,
    "summary" JSONB NOT NULL DEFAULT '{}',
    "href" TEXT,
    "reason" TEXT,
    "requested_by" UUID NOT NULL,
    "requested_role" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "decided_by" UUID,
    "decided_role" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "approval_brand_subject_id_idx" ON "approval"("brand", "subject_id");
CREATE INDEX "approval_state_requested_at_id_idx" ON "approval"("state", "requested_at" DESC, "id" DESC);
-- The same is not asked for twice while it waits.
CREATE UNIQUE INDEX approval_waits_once ON approval (input_hash) WHERE state = 'requested';

ALTER TABLE approval ADD CONSTRAINT approval_not_by_oneself CHECK (decided_by <> requested_by);
ALTER TABLE approval ADD CHECK (state IN ('requested', 'approved', 'refused', 'withdrawn', 'expired', 'done', 'failed'));
ALTER TABLE approval ADD CHECK (length(input_hash) = 32);
ALTER TABLE approval ADD CHECK (expires_at > requested_at);
ALTER TABLE approval ADD CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (decided_role IS NULL));
-- Nothing is approved, refused or done that nobody decided about.
ALTER TABLE approval ADD CHECK (decided_by IS NOT NULL OR state IN ('requested', 'withdrawn', 'expired'));
ALTER TABLE approval ADD CHECK ((ended_at IS NULL) = (state IN ('requested', 'approved')));
ALTER TABLE approval ADD CHECK (sealed_input IS NULL OR state IN ('requested', 'approved'));

CREATE FUNCTION guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decider staff_member.role%TYPE;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'requested' OR NEW.sealed_input IS NULL OR NEW.reason IS NULL THEN
      RAISE EXCEPTION 'an approval begins by being asked for' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.brand, NEW.kind, NEW.permission, NEW.subject_id, NEW.input_hash,
      NEW.requested_by, NEW.requested_role, NEW.requested_at, NEW.expires_at)
     IS DISTINCT FROM
     (OLD.id, OLD.brand, OLD.kind, OLD.permission, OLD.subject_id, OLD.input_hash,
      OLD.requested_by, OLD.requested_role, OLD.requested_at, OLD.expires_at)
     -- What was asked may be forgotten, never replaced.
     OR (NEW.sealed_input IS DISTINCT FROM OLD.sealed_input AND NEW.sealed_input IS NOT NULL)
     OR (NEW.summary IS DISTINCT FROM OLD.summary AND NEW.summary <> '{}')
     OR (NEW.href IS DISTINCT FROM OLD.href AND NEW.href IS NOT NULL)
     OR (NEW.reason IS DISTINCT FROM OLD.reason AND NEW.reason IS NOT NULL) THEN
    RAISE EXCEPTION 'what was asked for cannot be changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.state <> OLD.state AND NOT (
       (OLD.state = 'requested' AND NEW.state IN ('approved', 'refused', 'withdrawn', 'expired'))
    OR (OLD.state = 'approved' AND NEW.state IN ('done', 'failed', 'expired'))) THEN
    RAISE EXCEPTION 'an approval that is % cannot become %', OLD.state, NEW.state USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.decided_by, NEW.decided_role, NEW.decided_at) IS DISTINCT FROM (OLD.decided_by, OLD.decided_role, OLD.decided_at) THEN
    IF OLD.state <> 'requested' OR NEW.state NOT IN ('approved', 'refused') THEN
      RAISE EXCEPTION 'this was decided already' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.decided_at >= OLD.expires_at THEN
      RAISE EXCEPTION 'the time to decide is over' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT role INTO decider FROM staff_member WHERE id = NEW.decided_by AND disabled_at IS NULL;
    IF decider IS DISTINCT FROM NEW.decided_role
       OR current_setting('app.actor', true) IS DISTINCT FROM 'staff:' || NEW.decided_by THEN
      RAISE EXCEPTION 'one decides in one''s own name and role' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guarded BEFORE INSERT OR UPDATE ON approval FOR EACH ROW EXECUTE FUNCTION guard_approval();
CREATE TRIGGER kept BEFORE DELETE ON approval FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_all BEFORE TRUNCATE ON approval FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON approval TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject()) WITH CHECK (brand = app_brand() AND subject_id = app_subject());
CREATE POLICY system_rows ON approval TO openbook_system USING (true) WITH CHECK (true);
-- What waits for a decision is seen over all brands; it is asked for and decided in one of them.
CREATE POLICY waiting_anywhere ON approval FOR SELECT TO openbook_staff USING (true);
CREATE POLICY asked_in_own_name ON approval FOR INSERT TO openbook_staff
  WITH CHECK (brand = app_brand() AND 'staff:' || requested_by = current_setting('app.actor', true));
CREATE POLICY decided_in_brand ON approval FOR UPDATE TO openbook_staff
  USING (brand = app_brand()) WITH CHECK (brand = app_brand());
GRANT SELECT (id, brand, subject_id, kind, state, requested_at, decided_at, ended_at) ON approval TO openbook_app;
GRANT SELECT, INSERT ON approval TO openbook_staff;
GRANT UPDATE (state, sealed_input, decided_by, decided_role, decided_at, note, ended_at, outcome) ON approval TO openbook_staff;
GRANT SELECT ON approval TO openbook_system;
GRANT UPDATE (state, sealed_input, summary, href, reason, note, ended_at, outcome) ON approval TO openbook_system;
