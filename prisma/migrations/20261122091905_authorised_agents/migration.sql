-- Who may ask for people by the Data Rights Protocol, and what they sent lately, so that nothing counts twice.
CREATE TABLE authorised_agent (
    id UUID NOT NULL,
    brand TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    verify_key BYTEA NOT NULL,
    web_url TEXT NOT NULL,
    contact TEXT NOT NULL,
    callback_origin TEXT,
    token_hash BYTEA,
    registered_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    paired_at TIMESTAMPTZ(3),
    withdrawn_at TIMESTAMPTZ(3),

    CONSTRAINT authorised_agent_pkey PRIMARY KEY (id),
    CHECK (octet_length(verify_key) = 32),
    CHECK (withdrawn_at IS NULL OR token_hash IS NULL)
);
CREATE UNIQUE INDEX authorised_agent_brand_key_key ON authorised_agent (brand, key);

CREATE TABLE agent_message (
    digest BYTEA NOT NULL,
    agent_id UUID NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT agent_message_pkey PRIMARY KEY (digest)
);
CREATE INDEX agent_message_expires_at_idx ON agent_message (expires_at);

ALTER TABLE authorised_agent ENABLE ROW LEVEL SECURITY;
ALTER TABLE authorised_agent FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_rows ON authorised_agent TO openbook_staff USING (brand = app_brand()) WITH CHECK (brand = app_brand());
CREATE POLICY system_rows ON authorised_agent TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT (id, brand, key, name, verify_key, web_url, contact, callback_origin, registered_at, paired_at, withdrawn_at)
  ON authorised_agent TO openbook_staff;
GRANT INSERT (id, brand, key, name, verify_key, web_url, contact, callback_origin, registered_at) ON authorised_agent TO openbook_staff;
GRANT UPDATE (withdrawn_at, token_hash) ON authorised_agent TO openbook_staff;
GRANT SELECT, UPDATE ON authorised_agent TO openbook_system;

ALTER TABLE agent_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent_message FORCE ROW LEVEL SECURITY;
CREATE POLICY system_rows ON agent_message TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON agent_message TO openbook_system;

-- Of a request that an agent sent: which one, by its name then, its own number for it, and where it wants to be told.
ALTER TABLE rights_request
  ADD COLUMN agent_id UUID,
  ADD COLUMN agent_name TEXT,
  ADD COLUMN agent_request_ref TEXT,
  ADD COLUMN agent_callback TEXT;
