-- Who is watched: regions, industries, enterprises, their titles and membership, and who owes a report.
-- CHECKs say CASE, not IN: H2 2.4 keeps the connection that created a list of constants, and refuses every row once
-- that connection is closed.

CREATE TABLE region (
  code CHAR(6) NOT NULL PRIMARY KEY,
  parent_code CHAR(6),
  level VARCHAR(10) NOT NULL COMMENT 'PROVINCE, CITY or COUNTY',
  name VARCHAR(60) NOT NULL,
  name_en VARCHAR(100) NOT NULL
);

CREATE TABLE industry (
  code VARCHAR(2) NOT NULL PRIMARY KEY COMMENT 'GB/T 4754-2017: a letter for a section, two digits for a division',
  section_code VARCHAR(2),
  name VARCHAR(60) NOT NULL,
  name_en VARCHAR(120) NOT NULL
);

CREATE TABLE enterprise (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  credit_code VARCHAR(18) COMMENT 'null where only the name is public',
  name VARCHAR(120) NOT NULL,
  city_code CHAR(6) NOT NULL,
  county_code CHAR(6) COMMENT 'null where unknown',
  industry_code VARCHAR(4) COMMENT 'GB/T 4754-2017, two to four digits; null where unknown',
  above_scale BOOLEAN COMMENT 'null where unknown',
  note VARCHAR(200),
  CONSTRAINT enterprise_credit_code UNIQUE (credit_code),
  CONSTRAINT enterprise_city FOREIGN KEY (city_code) REFERENCES region (code),
  CONSTRAINT enterprise_county FOREIGN KEY (county_code) REFERENCES region (code),
  KEY enterprise_name (name)
);

CREATE TABLE title (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  enterprise_id BIGINT NOT NULL,
  tier VARCHAR(30) NOT NULL,
  batch VARCHAR(20) NOT NULL COMMENT 'empty where unknown',
  granted_on DATE,
  valid_from DATE COMMENT 'null: since before the register',
  valid_to DATE COMMENT 'the last day; null: open',
  status VARCHAR(10) NOT NULL COMMENT 'VALID, EXPIRED, REVOKED or SUPERSEDED',
  CONSTRAINT title_once UNIQUE (enterprise_id, tier, batch),
  CONSTRAINT title_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
  CONSTRAINT title_status CHECK (
    CASE status WHEN 'VALID' THEN 1 WHEN 'EXPIRED' THEN 1 WHEN 'REVOKED' THEN 1 WHEN 'SUPERSEDED' THEN 1 ELSE 0 END = 1)
);

CREATE TABLE membership (
  enterprise_id BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE COMMENT 'the last day; null: open',
  duty VARCHAR(10) NOT NULL COMMENT 'DUE (应报) or EXEMPT (免报)',
  reason VARCHAR(200) COMMENT 'why exempt',
  PRIMARY KEY (enterprise_id, valid_from),
  CONSTRAINT membership_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
  CONSTRAINT membership_duty CHECK (CASE duty WHEN 'DUE' THEN 1 WHEN 'EXEMPT' THEN 1 ELSE 0 END = 1)
);

CREATE TABLE yearly_plan (
  enterprise_id BIGINT NOT NULL,
  plan_year INT NOT NULL,
  measure VARCHAR(30) NOT NULL COMMENT 'as named in job.yaml: revenue, rd_expenses, patents',
  target DECIMAL(18,2) NOT NULL COMMENT 'in the unit of the measure: 万元 or 件',
  PRIMARY KEY (enterprise_id, plan_year, measure),
  CONSTRAINT yearly_plan_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id)
);

-- Frozen when a period is first worked off: later changes of the register do not rewrite it.
CREATE TABLE roster (
  period CHAR(7) NOT NULL,
  enterprise_id BIGINT NOT NULL,
  duty VARCHAR(10) NOT NULL,
  reason VARCHAR(200),
  city_code CHAR(6) NOT NULL,
  county_code CHAR(6),
  section_code VARCHAR(2),
  division_code VARCHAR(2),
  tier VARCHAR(30) COMMENT 'the highest one valid on the last day of the period',
  PRIMARY KEY (period, enterprise_id),
  CONSTRAINT roster_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id)
);
