-- The number at which a register begins anew, and the meter that took the place of another.
ALTER TABLE meter
  ADD COLUMN register_limit BIGINT CHECK (register_limit > 0),
  ADD COLUMN replaced_by_id UUID REFERENCES meter (id) ON DELETE SET NULL;
CREATE INDEX meter_replaced_by_idx ON meter (replaced_by_id) WHERE replaced_by_id IS NOT NULL;

-- Estimates are few, and looked for whenever a reading comes that may take their place.
CREATE INDEX reading_estimated_idx ON reading (brand, subject_id, meter_id, started_at) WHERE quality = 'estimated';

-- What a gas bill's kWh were made of.
ALTER TABLE bill_line
  ADD COLUMN volume BIGINT,
  ADD COLUMN calorific_mj DECIMAL(8, 4),
  ADD COLUMN volume_correction DECIMAL(8, 6),
  ADD CHECK ((volume IS NULL) = (calorific_mj IS NULL) AND (volume IS NULL) = (volume_correction IS NULL));

-- How much of a reading belongs to which day of the premises: by its time, and so that the parts are the whole.
CREATE FUNCTION days_of_reading(started timestamptz, ended timestamptz, quantity bigint, zone text)
RETURNS TABLE (day date, part bigint, seconds bigint) LANGUAGE sql STABLE AS $$
  SELECT local::date,
         (trunc(quantity::numeric * extract(epoch FROM least(ended, next) - started) / extract(epoch FROM ended - started))
          - trunc(quantity::numeric * extract(epoch FROM greatest(started, begun) - started) / extract(epoch FROM ended - started)))::bigint,
         extract(epoch FROM least(ended, next) - greatest(started, begun))::bigint
  FROM generate_series(
    date_trunc('day', started AT TIME ZONE zone),
    (ended - interval '1 millisecond') AT TIME ZONE zone,
    interval '1 day'
  ) AS local
  CROSS JOIN LATERAL (SELECT local AT TIME ZONE zone AS begun, (local + interval '1 day') AT TIME ZONE zone AS next) AS edge
$$;

-- How much of a day was measured, in seconds: a day with less than it has hours has something missing. Days that are
-- there already count as whole.
ALTER TABLE usage_day ADD COLUMN seconds BIGINT NOT NULL DEFAULT 86400;
ALTER TABLE usage_day ALTER COLUMN seconds SET DEFAULT 0;
