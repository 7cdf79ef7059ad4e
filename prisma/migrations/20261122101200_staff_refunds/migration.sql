-- Staff who give money back see of one brand which payment was taken for which bill, and what went back: no name, no card.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['payment', 'payment_share', 'refund', 'dispute'] LOOP
    EXECUTE format('CREATE POLICY staff_rows ON %I FOR SELECT TO openbook_staff USING (brand = app_brand())', t);
  END LOOP;
END $$;
GRANT SELECT (id, brand, subject_id, bill_id, method, currency, state, captured_minor, settled_at) ON payment TO openbook_staff;
GRANT SELECT (payment_id, bill_id, brand) ON payment_share TO openbook_staff;
GRANT SELECT (id, brand, payment_id, amount_minor, source, state, created_at) ON refund TO openbook_staff;
GRANT SELECT (id, brand, payment_id, amount_minor, state) ON dispute TO openbook_staff;
