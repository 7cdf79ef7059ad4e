-- What came in later than that is not on the bill. Bills of before count as made now: what they lack was never looked for.
ALTER TABLE "bill" ADD COLUMN "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
