-- A form that waits until its sender proves who they are, with the session that sent it.
ALTER TABLE "session" ADD COLUMN "kept_form" BYTEA, ADD COLUMN "kept_form_until" TIMESTAMPTZ(3);

CREATE INDEX "session_kept_form_until_idx" ON "session"("kept_form_until") WHERE kept_form_until IS NOT NULL;
