CREATE TABLE "statistic" (
    "brand" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "measure" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "statistic_pkey" PRIMARY KEY ("brand", "month", "measure")
);
-- No group is so small that somebody could be found in it, whoever writes it.
ALTER TABLE statistic ADD CONSTRAINT statistic_of_many CHECK (people >= 10 AND people % 5 = 0);
ALTER TABLE statistic ADD CHECK (month = date_trunc('month', month)::date);

ALTER TABLE statistic ENABLE ROW LEVEL SECURITY;
ALTER TABLE statistic FORCE ROW LEVEL SECURITY;
CREATE POLICY system_rows ON statistic TO openbook_system USING (true) WITH CHECK (true);
CREATE POLICY staff_rows ON statistic FOR SELECT TO openbook_staff USING (brand = app_brand());
GRANT SELECT, INSERT ON statistic TO openbook_system;
GRANT SELECT ON statistic TO openbook_staff;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON statistic FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON statistic FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
