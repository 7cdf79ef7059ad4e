-- A number for each request that can be said on the telephone: R-7K2M-4Q9. It tells nothing about how many there are.
ALTER TABLE rights_request ADD COLUMN number TEXT;

-- Those that are there get one as new ones do (lib/requests/request-number.ts): six random symbols and a check symbol.
DO $$
DECLARE
  symbols CONSTANT text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  request record;
  drawn text;
  sum integer;
  value integer;
BEGIN
  FOR request IN SELECT id, brand FROM rights_request LOOP
    LOOP
      drawn := '';
      sum := 0;
      FOR place IN 1..6 LOOP
        -- Five bits of a random UUID's last bytes, which hold neither its version nor its variant.
        value := get_byte(uuid_send(gen_random_uuid()), 15) % 32;
        drawn := drawn || substr(symbols, value + 1, 1);
        sum := ((sum << 1) # CASE WHEN sum & 16 > 0 THEN 37 ELSE 0 END) # value;
      END LOOP;
      sum := (sum << 1) # CASE WHEN sum & 16 > 0 THEN 37 ELSE 0 END;
      drawn := drawn || substr(symbols, sum + 1, 1);
      drawn := 'R-' || substr(drawn, 1, 4) || '-' || substr(drawn, 5);
      EXIT WHEN NOT EXISTS (SELECT FROM rights_request r WHERE r.brand = request.brand AND r.number = drawn);
    END LOOP;
    UPDATE rights_request SET number = drawn WHERE id = request.id;
  END LOOP;
END $$;

ALTER TABLE rights_request ALTER COLUMN number SET NOT NULL;
CREATE UNIQUE INDEX "rights_request_brand_number_key" ON "rights_request"("brand", "number");
