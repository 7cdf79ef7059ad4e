-- Money that a provider moved is posted once, whatever the brand: by (provider, capture id) and (provider, refund id).
CREATE UNIQUE INDEX ledger_moved_once ON ledger_transaction (kind, reference) WHERE kind IN ('payment', 'refund');

-- What is held for a person is never less than nothing; checked when the transaction commits, its books being locked.
CREATE FUNCTION check_customer_credit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM ledger_entry
    WHERE brand = NEW.brand AND subject_id = NEW.subject_id AND account = 'customer_credit' AND currency = NEW.currency
    HAVING sum(amount_minor) > 0
  ) THEN
    RAISE EXCEPTION 'the credit of a person would be below zero' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER credit_covered AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.account = 'customer_credit' AND NEW.amount_minor > 0) EXECUTE FUNCTION check_customer_credit();
