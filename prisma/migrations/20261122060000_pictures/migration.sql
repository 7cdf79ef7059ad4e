-- A picture that a person handed over: its size, where it says that it was taken, and a small copy.
ALTER TABLE "upload" ADD COLUMN "width" INTEGER,
ADD COLUMN "height" INTEGER,
ADD COLUMN "sealed_place" BYTEA,
ADD COLUMN "sealed_preview" BYTEA;
