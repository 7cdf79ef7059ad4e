-- A guardian may take back the agreement for as long as the child needs it.
ALTER TABLE guardian_consent
  DROP CONSTRAINT guardian_consent_state_check,
  DROP CONSTRAINT guardian_consent_check1,
  ADD CONSTRAINT guardian_consent_state_check CHECK (state IN ('asked', 'agreed', 'refused', 'withdrawn')),
  ADD CONSTRAINT guardian_consent_subject_check CHECK (subject_id IS NULL OR state IN ('agreed', 'withdrawn'));
