-- Staff who serve several brands look over the requests of all of them: reading only, in a transaction that names the
-- brands. What is done with one of them is done in a transaction of its brand.
CREATE FUNCTION app_brands() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(nullif(current_setting('app.brands', true), ''), ',');
CREATE POLICY staff_survey ON rights_request FOR SELECT TO openbook_staff USING (brand = ANY (app_brands()));

-- Read by key: what is open by when it is due, what is over by when it ended.
CREATE INDEX "rights_request_due_at_id_idx" ON "rights_request"("due_at", "id");
CREATE INDEX "rights_request_closed_at_id_idx" ON "rights_request"("closed_at", "id");
