-- The reconciler looks every minute at what is not decided and at what was not asked about for a day: neither may grow
-- with all the payments there ever were.
CREATE INDEX payment_taken_asked_at_idx ON payment (asked_at) WHERE state = 'succeeded';
CREATE INDEX refund_pending_payment_id_idx ON refund (payment_id) WHERE state = 'pending';
CREATE INDEX dispute_open_payment_id_idx ON dispute (payment_id) WHERE state = 'open';
