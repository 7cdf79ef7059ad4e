-- Words in records. A person may have a million of one kind: the index finds rare words, the newest records show common
-- ones, and neither takes longer for a million than for a thousand (LCK-06).
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE INDEX data_record_words ON data_record
  USING gin (subject_id, (jsonb_path_query_array(fields, '$.*')::text) gin_trgm_ops);

-- Row-level security lets no index be used for a comparison that is not known to be leakproof, and ILIKE is not. This
-- function runs as the system's role and draws the line itself: one brand and one subject, those of the transaction,
-- and nobody's without them. It gives ids and times alone; the rows themselves are read under the policies.
--   words of three letters and more are found wherever they are; shorter ones in the newest 50,000 records
CREATE FUNCTION search_data_records(
  in_category text, words text, in_device uuid, since timestamptz, until timestamptz,
  before_at timestamptz, before_id uuid, most integer
) RETURNS TABLE (id uuid, occurred_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  pattern CONSTANT text := '%' || regexp_replace(words, '([\\%_])', '\\\1', 'g') || '%';
  -- As it stands within JSON: quotes and backslashes with a backslash before them.
  written CONSTANT text :=
    '%' || regexp_replace(regexp_replace(to_json(words)::text, '^"|"$', '', 'g'), '([\\%_])', '\\\1', 'g') || '%';
  nearby CONSTANT integer := CASE WHEN length(words) < 3 THEN 50000 ELSE 2000 END;
  found uuid[];
BEGIN
  SELECT array_agg(f.id) INTO found FROM (
    SELECT w.id FROM (
      SELECT d.id, d.fields FROM data_record d
      WHERE d.brand = app_brand() AND d.subject_id = app_subject() AND d.category = in_category
        AND (since IS NULL OR d.occurred_at >= since) AND (until IS NULL OR d.occurred_at < until)
        AND (before_at IS NULL OR d.occurred_at <= before_at AND (d.occurred_at < before_at OR d.id < before_id))
        AND (in_device IS NULL OR d.device_id = in_device)
      ORDER BY d.occurred_at DESC, d.id DESC LIMIT nearby
    ) w
    WHERE jsonb_path_query_array(w.fields, '$.*')::text ILIKE written
      AND EXISTS (SELECT 1 FROM jsonb_each_text(w.fields) v WHERE v.value ILIKE pattern)
    LIMIT most
  ) f;
  IF length(words) < 3 OR cardinality(found) = most THEN
    RETURN QUERY
      SELECT d.id, d.occurred_at FROM data_record d
      WHERE d.id = ANY (found) ORDER BY d.occurred_at DESC, d.id DESC;
    RETURN;
  END IF;
  RETURN QUERY
    WITH hit AS MATERIALIZED (
      SELECT d.* FROM data_record d
      WHERE d.subject_id = app_subject() AND jsonb_path_query_array(d.fields, '$.*')::text ILIKE written
    )
    SELECT h.id, h.occurred_at FROM hit h
    WHERE h.brand = app_brand() AND h.category = in_category
      AND (since IS NULL OR h.occurred_at >= since) AND (until IS NULL OR h.occurred_at < until)
      AND (before_at IS NULL OR h.occurred_at <= before_at AND (h.occurred_at < before_at OR h.id < before_id))
      AND (in_device IS NULL OR h.device_id = in_device)
      AND EXISTS (SELECT 1 FROM jsonb_each_text(h.fields) v WHERE v.value ILIKE pattern)
    ORDER BY h.occurred_at DESC, h.id DESC LIMIT most;
END $$;
ALTER FUNCTION search_data_records OWNER TO openbook_system;
REVOKE ALL ON FUNCTION search_data_records FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_data_records TO openbook_app;

-- A record that somebody else gave and that its person contests.
ALTER TABLE "data_record" ADD COLUMN "contested_at" TIMESTAMPTZ(3);
