ALTER TABLE payment
  ADD COLUMN way TEXT NOT NULL DEFAULT 'checkout',
  ADD COLUMN saved_card_id UUID,
  ADD COLUMN keep_card BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN captured_minor BIGINT,
  ADD COLUMN ask_after TIMESTAMPTZ(3);
UPDATE payment SET captured_minor = amount_minor WHERE state = 'succeeded';
ALTER TABLE payment ADD CHECK (way IN ('checkout', 'link', 'saved'));
ALTER TABLE payment ADD CHECK (captured_minor > 0);

CREATE INDEX provider_event_provider_object_ref_idx ON provider_event (provider, object_ref);

CREATE TABLE payment_share (
  payment_id UUID NOT NULL REFERENCES payment (id) ON DELETE CASCADE,
  bill_id UUID NOT NULL,
  brand TEXT NOT NULL,
  subject_id UUID,
  position INTEGER NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  PRIMARY KEY (payment_id, bill_id)
);
CREATE INDEX payment_share_bill_id_idx ON payment_share (bill_id);
INSERT INTO payment_share (payment_id, bill_id, brand, subject_id, position, amount_minor)
  SELECT id, bill_id, brand, subject_id, 0, amount_minor FROM payment;

CREATE TABLE refund (
  id UUID PRIMARY KEY,
  brand TEXT NOT NULL,
  subject_id UUID,
  payment_id UUID NOT NULL REFERENCES payment (id) ON DELETE CASCADE,
  provider TEXT NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('credit', 'bill', 'goodwill', 'provider')),
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'declined', 'approved', 'unknown', 'pending', 'succeeded', 'failed')),
  provider_ref TEXT,
  failure TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  asked_at TIMESTAMPTZ(3),
  settled_at TIMESTAMPTZ(3),
  kept_until DATE
);
CREATE UNIQUE INDEX refund_provider_provider_ref_key ON refund (provider, provider_ref);
CREATE INDEX refund_payment_id_idx ON refund (payment_id);
CREATE INDEX refund_brand_subject_id_idx ON refund (brand, subject_id);

CREATE TABLE dispute (
  id UUID PRIMARY KEY,
  brand TEXT NOT NULL,
  subject_id UUID,
  payment_id UUID NOT NULL REFERENCES payment (id) ON DELETE CASCADE,
  provider TEXT NOT NULL,
  provider_ref TEXT NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'won', 'lost')),
  opened_at TIMESTAMPTZ(3) NOT NULL,
  closed_at TIMESTAMPTZ(3),
  kept_until DATE
);
CREATE UNIQUE INDEX dispute_provider_provider_ref_key ON dispute (provider, provider_ref);
CREATE INDEX dispute_payment_id_idx ON dispute (payment_id);
CREATE INDEX dispute_brand_subject_id_idx ON dispute (brand, subject_id);

CREATE TABLE saved_card (
  id UUID PRIMARY KEY,
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  provider TEXT NOT NULL,
  customer_ref TEXT NOT NULL,
  method_ref TEXT NOT NULL,
  scheme TEXT NOT NULL,
  last_four TEXT NOT NULL CHECK (length(last_four) <= 4),
  expires TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX saved_card_provider_method_ref_key ON saved_card (provider, method_ref);
CREATE INDEX saved_card_brand_subject_id_idx ON saved_card (brand, subject_id);

CREATE TABLE autopay (
  subject_id UUID PRIMARY KEY,
  brand TEXT NOT NULL,
  saved_card_id UUID NOT NULL REFERENCES saved_card (id) ON DELETE CASCADE,
  limit_minor BIGINT CHECK (limit_minor > 0),
  agreed_at TIMESTAMPTZ(3) NOT NULL
);

CREATE TABLE collection (
  bill_id UUID PRIMARY KEY,
  brand TEXT NOT NULL,
  subject_id UUID,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'needs_person', 'given_up', 'done')),
  failure TEXT,
  next_at TIMESTAMPTZ(3)
);
CREATE INDEX collection_state_next_at_idx ON collection (state, next_at);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['payment_share', 'refund', 'dispute', 'saved_card', 'autopay', 'collection'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY own_rows ON %I TO openbook_app
         USING (brand = app_brand() AND subject_id = app_subject())
         WITH CHECK (brand = app_brand() AND subject_id = app_subject())', t);
    EXECUTE format('CREATE POLICY system_rows ON %I TO openbook_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO openbook_app', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO openbook_system', t);
  END LOOP;
END $$;
GRANT INSERT ON payment_share TO openbook_app;
GRANT INSERT, UPDATE, DELETE ON autopay TO openbook_app;
GRANT DELETE ON saved_card TO openbook_app;

-- 0 <= refunded <= captured: two refunds that race wait for the row of their payment, and the second is refused.
CREATE FUNCTION check_refunded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  captured bigint;
  refunded bigint;
BEGIN
  SELECT captured_minor INTO captured FROM payment WHERE id = NEW.payment_id FOR UPDATE;
  SELECT coalesce(sum(amount_minor), 0) INTO refunded FROM refund
    WHERE payment_id = NEW.payment_id AND id <> NEW.id AND state NOT IN ('declined', 'failed');
  IF NEW.state NOT IN ('declined', 'failed') AND refunded + NEW.amount_minor > coalesce(captured, 0) THEN
    RAISE EXCEPTION 'more would be refunded than was captured' USING ERRCODE = 'check_violation', CONSTRAINT = 'refund_within_captured';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER within_captured BEFORE INSERT OR UPDATE ON refund FOR EACH ROW EXECUTE FUNCTION check_refunded();

