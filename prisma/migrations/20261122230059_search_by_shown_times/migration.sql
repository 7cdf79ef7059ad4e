-- Records are found by their time as well, where somebody looks for a date: the portal says which times are meant, and they
-- are walked along the key by which pages are read. A figure of one or two digits is looked for as short words are (LCK-06).
--   in_times: spans of time of which a record lies in one, `[{"from": "…", "to": "…"}, …]`, the end excluded
DROP FUNCTION search_data_records(text, text, uuid, timestamptz, timestamptz, timestamptz, uuid, integer, jsonb);
CREATE FUNCTION search_data_records(
  in_category text, words text, in_device uuid, since timestamptz, until timestamptz,
  before_at timestamptz, before_id uuid, most integer, in_codes jsonb DEFAULT '[]', in_times jsonb DEFAULT '[]'
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
  codes CONSTANT jsonb[] := ARRAY(SELECT jsonb_array_elements(in_codes));
  times CONSTANT tstzmultirange := (
    SELECT coalesce(range_agg(tstzrange((span->>'from')::timestamptz, (span->>'to')::timestamptz)), '{}')
    FROM jsonb_array_elements(in_times) span);
  is_short CONSTANT boolean := length(words) < 3;
  -- What the index is asked for: the words, where they are long enough for it, and the codes in their quotes.
  patterns CONSTANT text[] := CASE WHEN is_short THEN '{}' ELSE ARRAY[written] END || ARRAY(
    SELECT '%' || regexp_replace(held.value::text, '([\\%_])', '\\\1', 'g') || '%'
    FROM unnest(codes) AS code CROSS JOIN jsonb_each(code) AS held WHERE length(held.value::text) >= 3);
  short_code CONSTANT boolean :=
    EXISTS (SELECT FROM unnest(codes) AS code CROSS JOIN jsonb_each(code) AS held WHERE length(held.value::text) < 3);
  nearby CONSTANT integer := CASE WHEN is_short OR short_code THEN 50000 ELSE 2000 END;
  newest uuid[];
BEGIN
  SELECT array_agg(f.id) INTO newest FROM (
    SELECT w.id FROM (
      SELECT d.id, d.fields, d.occurred_at FROM data_record d
      WHERE d.brand = app_brand() AND d.subject_id = app_subject() AND d.category = in_category
        AND (since IS NULL OR d.occurred_at >= since) AND (until IS NULL OR d.occurred_at < until)
        AND (before_at IS NULL OR d.occurred_at <= before_at AND (d.occurred_at < before_at OR d.id < before_id))
        AND (in_device IS NULL OR d.device_id = in_device)
      ORDER BY d.occurred_at DESC, d.id DESC LIMIT nearby
    ) w
    WHERE jsonb_path_query_array(w.fields, '$.*')::text ILIKE written
        AND EXISTS (SELECT 1 FROM jsonb_each_text(w.fields) v WHERE v.value ILIKE pattern)
      OR w.fields @> ANY (codes)
      OR w.occurred_at <@ times
    LIMIT most
  ) f;
  IF cardinality(patterns) = 0 AND isempty(times) OR cardinality(newest) = most THEN
    RETURN QUERY
      SELECT d.id, d.occurred_at FROM data_record d
      WHERE d.id = ANY (newest) ORDER BY d.occurred_at DESC, d.id DESC;
    RETURN;
  END IF;
  -- Where that was all there is, the index has nothing to add: a common word and one device of many records.
  PERFORM FROM data_record d
    WHERE d.brand = app_brand() AND d.subject_id = app_subject() AND d.category = in_category
      AND (since IS NULL OR d.occurred_at >= since) AND (until IS NULL OR d.occurred_at < until)
      AND (before_at IS NULL OR d.occurred_at <= before_at AND (d.occurred_at < before_at OR d.id < before_id))
      AND (in_device IS NULL OR d.device_id = in_device)
    ORDER BY d.occurred_at DESC, d.id DESC OFFSET nearby LIMIT 1;
  IF NOT FOUND THEN
    RETURN QUERY
      SELECT d.id, d.occurred_at FROM data_record d
      WHERE d.id = ANY (newest) ORDER BY d.occurred_at DESC, d.id DESC;
    RETURN;
  END IF;
  RETURN QUERY
    WITH hit AS MATERIALIZED (
      SELECT d.* FROM data_record d
      WHERE d.subject_id = app_subject() AND jsonb_path_query_array(d.fields, '$.*')::text ILIKE ANY (patterns)
    )
    SELECT h.id, h.occurred_at FROM hit h
    WHERE h.brand = app_brand() AND h.category = in_category
      AND (since IS NULL OR h.occurred_at >= since) AND (until IS NULL OR h.occurred_at < until)
      AND (before_at IS NULL OR h.occurred_at <= before_at AND (h.occurred_at < before_at OR h.id < before_id))
      AND (in_device IS NULL OR h.device_id = in_device)
      AND (h.fields @> ANY (codes)
        OR NOT is_short AND EXISTS (SELECT 1 FROM jsonb_each_text(h.fields) v WHERE v.value ILIKE pattern))
    UNION
    SELECT d.id, d.occurred_at FROM data_record d WHERE d.id = ANY (newest)
    UNION
    -- Each span gives its newest rows only, so that a whole month of many costs no more than a day of few.
    SELECT s.id, s.occurred_at FROM unnest(times) AS span CROSS JOIN LATERAL (
      SELECT d.id, d.occurred_at FROM data_record d
      WHERE d.brand = app_brand() AND d.subject_id = app_subject() AND d.category = in_category
        AND d.occurred_at >= lower(span) AND d.occurred_at < upper(span)
        AND (since IS NULL OR d.occurred_at >= since) AND (until IS NULL OR d.occurred_at < until)
        AND (before_at IS NULL OR d.occurred_at <= before_at AND (d.occurred_at < before_at OR d.id < before_id))
        AND (in_device IS NULL OR d.device_id = in_device)
      ORDER BY d.occurred_at DESC, d.id DESC LIMIT most
    ) s
    ORDER BY 2 DESC, 1 DESC LIMIT most;
END $$;
ALTER FUNCTION search_data_records OWNER TO openbook_system;
REVOKE ALL ON FUNCTION search_data_records FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_data_records TO openbook_app;
