-- The queue is read by key: what is open by when it is due, what is over by when it ended.
CREATE INDEX "rights_request_brand_closed_at_id_idx" ON "rights_request"("brand", "closed_at", "id");

-- It tells the two apart by whether there is an end.
ALTER TABLE rights_request ADD CHECK (
  (closed_at IS NULL) = (state IN ('identity_asked', 'fee_asked', 'received', 'in_progress', 'waiting')));
