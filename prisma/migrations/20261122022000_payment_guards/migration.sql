ALTER TABLE "payment" ADD COLUMN "locale" TEXT, ADD COLUMN "asked_at" TIMESTAMPTZ(3);

-- Two clicks, two tabs, two devices: one checkout under way for a bill and a way to pay.
CREATE UNIQUE INDEX payment_under_way_once ON payment (bill_id, method) WHERE state IN ('created', 'pending', 'unknown');
-- A period is billed once; a cancelled bill may be issued anew.
CREATE UNIQUE INDEX bill_period_once ON bill (brand, subject_id, period_start, period_end) WHERE state <> 'cancelled';
ALTER TABLE bill ADD CHECK (period_end > period_start);

-- A person's own transaction reads the books and never writes them.
REVOKE INSERT ON ledger_transaction, ledger_entry FROM openbook_app;
REVOKE DELETE ON payment FROM openbook_app;
REVOKE INSERT, UPDATE, DELETE ON charging_session, reading, usage_day FROM openbook_app;
