-- Counts the imports that changed something, so that a run can tell whether anything did; the rows also
-- serve as the locks that let one import or freeze at a time through.

CREATE TABLE register_change (
  part VARCHAR(10) NOT NULL PRIMARY KEY COMMENT 'REGISTER or PLANS',
  revision BIGINT NOT NULL COMMENT 'how many imports changed it'
);

INSERT INTO register_change (part, revision) VALUES ('REGISTER', 0), ('PLANS', 0);

CREATE INDEX title_tier ON title (tier, enterprise_id);
