-- Which piece of news was mailed to whom, each once, and whether with a consent to be told that it was read.
CREATE TABLE news_delivery (
  id UUID NOT NULL,
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  item TEXT NOT NULL,
  tracked BOOLEAN NOT NULL,
  queued_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT news_delivery_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX news_delivery_brand_subject_id_item_key ON news_delivery (brand, subject_id, item);

ALTER TABLE news_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE news_delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON news_delivery TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject())
  WITH CHECK (brand = app_brand() AND subject_id = app_subject());
CREATE POLICY system_rows ON news_delivery TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT ON news_delivery TO openbook_app;
GRANT SELECT, INSERT, DELETE ON news_delivery TO openbook_system;

-- Leaving a list by the link of its mail is one more way to withdraw.
ALTER TABLE consent_record DROP CONSTRAINT consent_record_way_check;
ALTER TABLE consent_record ADD CONSTRAINT consent_record_way_check
  CHECK (way IN ('settings', 'function', 'deletion', 'closing', 'unsubscribe'));
