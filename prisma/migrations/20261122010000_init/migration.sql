-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "brand" TEXT,
    "subject_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "support_session_id" UUID,
    "permission" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "target" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bill" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'issued',
    "currency" TEXT NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "vat_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,

    CONSTRAINT "bill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bill_line" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID,
    "bill_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "tariff" TEXT NOT NULL,
    "utility" TEXT NOT NULL,
    "meter_id" UUID,
    "quantity" BIGINT NOT NULL,
    "unit" TEXT NOT NULL,
    "rate" DECIMAL(20,8) NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "vat_percent" DECIMAL(6,3) NOT NULL,
    "vat_minor" BIGINT NOT NULL,

    CONSTRAINT "bill_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bill_sequence" (
    "brand" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "bill_sequence_pkey" PRIMARY KEY ("brand","year")
);

-- CreateTable
CREATE TABLE "consent_record" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "notice_version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text_hash" BYTEA NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_acceptance" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text_hash" BYTEA NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_unit" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "binding_code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "unit_id" UUID,
    "kind" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bound_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "sender_id" TEXT,

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_permission" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "permission" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_permission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "steps_done" INTEGER NOT NULL DEFAULT 0,
    "steps_total" INTEGER NOT NULL DEFAULT 0,
    "storage_key" TEXT,
    "bytes" BIGINT,
    "sha256" BYTEA,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "locale" TEXT NOT NULL,
    "zone" TEXT,
    "birth_date" DATE,
    "password_hash" TEXT,
    "came_through" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_identifier" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "blind_index" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "brand" TEXT,
    "subject_id" UUID,
    "staff_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "client" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_event" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "client" TEXT NOT NULL,

    CONSTRAINT "sign_in_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "blind_index" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "id" UUID NOT NULL,
    "account_name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_bucket" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_bucket_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_record" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "device_id" UUID,
    "source" TEXT NOT NULL,
    "given_by_other" BOOLEAN NOT NULL DEFAULT false,
    "sender_id" TEXT NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fields" JSONB NOT NULL,
    "sealed" BYTEA,

    CONSTRAINT "data_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supply_point" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "utility" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supply_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meter" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "supply_point_id" UUID NOT NULL,
    "device_id" UUID,
    "serial" TEXT NOT NULL,
    "utility" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "meter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading" (
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "meter_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "quantity" BIGINT NOT NULL,
    "quality" TEXT NOT NULL DEFAULT 'actual',
    "register_from" BIGINT,
    "register_to" BIGINT,
    "sender_id" TEXT NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reading_pkey" PRIMARY KEY ("brand","subject_id","meter_id","started_at")
);

-- CreateTable
CREATE TABLE "usage_day" (
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "meter_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "quantity" BIGINT NOT NULL,
    "readings" INTEGER NOT NULL,

    CONSTRAINT "usage_day_pkey" PRIMARY KEY ("brand","subject_id","meter_id","day")
);

-- CreateTable
CREATE TABLE "charging_session" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "device_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "energy_wh" BIGINT NOT NULL,
    "cost_minor" BIGINT,
    "currency" TEXT,
    "station" TEXT,
    "sender_id" TEXT NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "charging_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_message" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outgoing_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID,
    "bill_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'created',
    "provider_ref" TEXT,
    "capture_id" TEXT,
    "checkout_url" TEXT,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_event" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "object_ref" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transaction" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID,
    "transaction_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "bill_id" UUID,
    "currency" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile" (
    "subject_id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "sealed" BYTEA,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "profile_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "rights_request" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "sealed_text" BYTEA NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "rights_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closure" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erase_after" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),
    "certificate_hash" BYTEA,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure_entry" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "erased" INTEGER NOT NULL,
    "anonymised" INTEGER NOT NULL,
    "kept" INTEGER NOT NULL,
    "kept_ground" TEXT,
    "kept_until" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erasure_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_session" (
    "id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "support_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_brand_subject_id_occurred_at_id_idx" ON "audit_event"("brand", "subject_id", "occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "bill_brand_subject_id_issued_on_id_idx" ON "bill"("brand", "subject_id", "issued_on" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "bill_brand_number_key" ON "bill"("brand", "number");

-- CreateIndex
CREATE UNIQUE INDEX "bill_line_bill_id_position_key" ON "bill_line"("bill_id", "position");

-- CreateIndex
CREATE INDEX "consent_record_brand_subject_id_purpose_decided_at_idx" ON "consent_record"("brand", "subject_id", "purpose", "decided_at" DESC);

-- CreateIndex
CREATE INDEX "policy_acceptance_brand_subject_id_accepted_at_idx" ON "policy_acceptance"("brand", "subject_id", "accepted_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "device_unit_brand_serial_key" ON "device_unit"("brand", "serial");

-- CreateIndex
CREATE UNIQUE INDEX "device_unit_brand_binding_code_hash_key" ON "device_unit"("brand", "binding_code_hash");

-- CreateIndex
CREATE INDEX "device_brand_subject_id_bound_at_id_idx" ON "device"("brand", "subject_id", "bound_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "device_brand_sender_id_key" ON "device"("brand", "sender_id");

-- CreateIndex
CREATE UNIQUE INDEX "device_permission_brand_subject_id_device_id_permission_use_key" ON "device_permission"("brand", "subject_id", "device_id", "permission", "use");

-- CreateIndex
CREATE INDEX "export_brand_subject_id_requested_at_idx" ON "export"("brand", "subject_id", "requested_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "account_brand_ref_key" ON "account"("brand", "ref");

-- CreateIndex
CREATE INDEX "sign_in_identifier_brand_subject_id_idx" ON "sign_in_identifier"("brand", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_identifier_brand_kind_blind_index_key" ON "sign_in_identifier"("brand", "kind", "blind_index");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_brand_subject_id_idx" ON "session"("brand", "subject_id");

-- CreateIndex
CREATE INDEX "sign_in_event_brand_subject_id_occurred_at_id_idx" ON "sign_in_event"("brand", "subject_id", "occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "one_time_code_brand_blind_index_created_at_idx" ON "one_time_code"("brand", "blind_index", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_account_name_key" ON "staff_member"("account_name");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "data_record_brand_subject_id_category_occurred_at_id_idx" ON "data_record"("brand", "subject_id", "category", "occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "data_record_brand_category_sender_id_key" ON "data_record"("brand", "category", "sender_id");

-- CreateIndex
CREATE INDEX "upload_brand_subject_id_created_at_id_idx" ON "upload"("brand", "subject_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "supply_point_brand_subject_id_idx" ON "supply_point"("brand", "subject_id");

-- CreateIndex
CREATE INDEX "meter_brand_subject_id_idx" ON "meter"("brand", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "meter_brand_serial_key" ON "meter"("brand", "serial");

-- CreateIndex
CREATE UNIQUE INDEX "reading_brand_sender_id_key" ON "reading"("brand", "sender_id");

-- CreateIndex
CREATE INDEX "charging_session_brand_subject_id_started_at_id_idx" ON "charging_session"("brand", "subject_id", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "charging_session_brand_sender_id_key" ON "charging_session"("brand", "sender_id");

-- CreateIndex
CREATE INDEX "outgoing_message_brand_subject_id_created_at_idx" ON "outgoing_message"("brand", "subject_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "payment_brand_subject_id_created_at_idx" ON "payment"("brand", "subject_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "payment_bill_id_idx" ON "payment"("bill_id");

-- CreateIndex
CREATE INDEX "payment_state_created_at_idx" ON "payment"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_provider_provider_ref_key" ON "payment"("provider", "provider_ref");

-- CreateIndex
CREATE UNIQUE INDEX "payment_provider_capture_id_key" ON "payment"("provider", "capture_id");

-- CreateIndex
CREATE UNIQUE INDEX "provider_event_provider_event_id_key" ON "provider_event"("provider", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transaction_brand_kind_reference_key" ON "ledger_transaction"("brand", "kind", "reference");

-- CreateIndex
CREATE INDEX "ledger_entry_brand_subject_id_account_idx" ON "ledger_entry"("brand", "subject_id", "account");

-- CreateIndex
CREATE INDEX "ledger_entry_bill_id_idx" ON "ledger_entry"("bill_id");

-- CreateIndex
CREATE INDEX "rights_request_brand_subject_id_opened_at_idx" ON "rights_request"("brand", "subject_id", "opened_at" DESC);

-- CreateIndex
CREATE INDEX "rights_request_brand_state_due_at_idx" ON "rights_request"("brand", "state", "due_at");

-- CreateIndex
CREATE INDEX "closure_brand_subject_id_requested_at_idx" ON "closure"("brand", "subject_id", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "erasure_entry_brand_subject_id_idx" ON "erasure_entry"("brand", "subject_id");

-- CreateIndex
CREATE INDEX "support_session_brand_subject_id_started_at_idx" ON "support_session"("brand", "subject_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "support_session_staff_id_ends_at_idx" ON "support_session"("staff_id", "ends_at");

-- AddForeignKey
ALTER TABLE "bill_line" ADD CONSTRAINT "bill_line_bill_id_fkey" FOREIGN KEY ("bill_id") REFERENCES "bill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter" ADD CONSTRAINT "meter_supply_point_id_fkey" FOREIGN KEY ("supply_point_id") REFERENCES "supply_point"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "ledger_transaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
