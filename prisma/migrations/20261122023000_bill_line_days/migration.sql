ALTER TABLE "bill_line" ADD COLUMN "starts_on" DATE NOT NULL, ADD COLUMN "ends_on" DATE NOT NULL;
ALTER TABLE bill_line ADD CHECK (ends_on > starts_on);
