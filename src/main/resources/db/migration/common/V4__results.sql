-- What was made of it: indicators, flags, progress of the plans, publications, runs.

CREATE TABLE indicator_value (
  period CHAR(7) NOT NULL,
  grouping_code VARCHAR(10) NOT NULL COMMENT 'PROVINCE, CITY, COUNTY, TIER, SECTION, DIVISION or CITY_TIER',
  member VARCHAR(40) NOT NULL COMMENT 'the code of the group',
  indicator VARCHAR(60) NOT NULL COMMENT 'as named in indicators.yaml',
  amount DECIMAL(30,8) COMMENT 'the value, unrounded, in the unit of the indicator; null where there is none',
  numerator DECIMAL(30,8) COMMENT 'the sum it rests on; for a growth the current one',
  denominator DECIMAL(30,8) COMMENT 'the sum it is divided by; for a growth the base',
  firms INT NOT NULL COMMENT 'how many enterprises went into it',
  outcome VARCHAR(20) NOT NULL COMMENT 'VALUE, NONE, TURNED_TO_PROFIT, TURNED_TO_LOSS, LOSS_WIDENED, LOSS_NARROWED',
  PRIMARY KEY (period, grouping_code, member, indicator)
);

CREATE TABLE target_flag (
  period CHAR(7) NOT NULL,
  enterprise_id BIGINT NOT NULL,
  measure VARCHAR(30) NOT NULL,
  level VARCHAR(12) NOT NULL COMMENT 'ON_TRACK, AMBER, RED, MISSING or UNDECIDED',
  state VARCHAR(12) NOT NULL COMMENT 'NONE, NEW, PERSISTING or RECOVERED',
  months_flagged INT NOT NULL COMMENT 'consecutive months behind, this one included',
  target DECIMAL(18,2) NOT NULL COMMENT 'the target of the year, 万元 or 件',
  path DECIMAL(24,6) COMMENT 'what the target asks for to date',
  path_basis VARCHAR(10) COMMENT 'SEASONAL: own share of last year by this month; LINEAR: months / 12',
  actual DECIMAL(18,2) COMMENT 'what was reached to date; null without an accepted report',
  gap DECIMAL(24,6) COMMENT 'actual - path',
  pace DECIMAL(18,8) COMMENT 'actual / path',
  months_behind DECIMAL(8,4) COMMENT 'how many months the path is ahead',
  PRIMARY KEY (period, enterprise_id, measure),
  KEY target_flag_level (period, level),
  CONSTRAINT target_flag_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id)
);

CREATE TABLE regional_progress (
  period CHAR(7) NOT NULL,
  target_row VARCHAR(40) NOT NULL COMMENT 'row_id of targets.csv',
  actual DECIMAL(18,4) COMMENT 'null where the register cannot tell',
  completion DECIMAL(18,8) COMMENT 'actual / target, in %',
  time_progress DECIMAL(18,8) COMMENT 'share of the time passed, in %; null without start or due date',
  PRIMARY KEY (period, target_row)
);

CREATE TABLE publication (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  period CHAR(7) NOT NULL,
  revision INT NOT NULL,
  rollup VARCHAR(40) NOT NULL,
  file_name VARCHAR(255) NOT NULL,
  sha256 CHAR(64) NOT NULL,
  published_at DATETIME(6) NOT NULL,
  CONSTRAINT publication_once UNIQUE (period, revision, rollup)
);

CREATE TABLE run_lock (
  name VARCHAR(60) NOT NULL PRIMARY KEY,
  owner VARCHAR(120) NOT NULL COMMENT 'host/process/start',
  held_until DATETIME(6) NOT NULL COMMENT 'lapses unless its owner keeps renewing it'
);

CREATE TABLE run_record (
  run_id VARCHAR(40) NOT NULL PRIMARY KEY COMMENT 'job, period or number, revision',
  job VARCHAR(40) NOT NULL,
  period CHAR(7) COMMENT 'null for an intake of any period',
  revision INT NOT NULL,
  business_time DATETIME(6) NOT NULL COMMENT 'what the clock of the business said',
  started_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6),
  status VARCHAR(12) NOT NULL COMMENT 'RUNNING, DONE or FAILED',
  inputs_digest CHAR(64) COMMENT 'what it worked on; the same digest gives the same result',
  files_in INT,
  accepted INT,
  held INT,
  returned INT,
  duplicates INT,
  unreadable INT,
  message VARCHAR(1000),
  KEY run_record_period (job, period, revision)
);
