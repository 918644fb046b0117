-- When reports are due, who was given more time, and when the service was not there. Times are local times of
-- Asia/Shanghai. CASE rather than IN: see V1.

-- Resolved when first needed and kept: what job.yaml says later changes only what is not over yet.
CREATE TABLE deadline (
  period CHAR(7) NOT NULL PRIMARY KEY,
  opens_at DATETIME(6) NOT NULL,
  nominal_day DATE NOT NULL COMMENT 'the day job.yaml names',
  due_day DATE NOT NULL COMMENT 'the day at whose end reports are due, after rolling',
  roll VARCHAR(20) NOT NULL COMMENT 'NONE, NEXT_WORKING_DAY or PREVIOUS_WORKING_DAY',
  rolled_over VARCHAR(500) COMMENT 'the days that are not worked; null where nothing was rolled',
  holidays_known BOOLEAN NOT NULL COMMENT 'false: the holidays of that year were not known, only weekends counted',
  calendar_due DATETIME(6) NOT NULL COMMENT 'the end of the due day',
  due_at DATETIME(6) NOT NULL COMMENT 'with what outages gave back',
  grace_days INT NOT NULL,
  on_time_days INT NOT NULL COMMENT 'how many of them count as on time: all or none',
  on_time VARCHAR(16) NOT NULL COMMENT 'the clock that decides: FIRST_ARRIVAL or FIRST_ACCEPTED',
  outage_minutes INT NOT NULL COMMENT 'how long before a deadline an outage counts',
  locks_at DATETIME(6) NOT NULL,
  definitions CHAR(64) NOT NULL COMMENT 'the digest of the definitions it follows from',
  resolved_at DATETIME(6) NOT NULL,
  CONSTRAINT deadline_roll CHECK (
    CASE roll WHEN 'NONE' THEN 1 WHEN 'NEXT_WORKING_DAY' THEN 1 WHEN 'PREVIOUS_WORKING_DAY' THEN 1 ELSE 0 END = 1),
  CONSTRAINT deadline_on_time CHECK (
    CASE on_time WHEN 'FIRST_ARRIVAL' THEN 1 WHEN 'FIRST_ACCEPTED' THEN 1 ELSE 0 END = 1),
  CONSTRAINT deadline_order CHECK (opens_at < calendar_due AND calendar_due <= due_at)
);

-- How a deadline came to be another one: by job.yaml, or because somebody said so.
CREATE TABLE deadline_change (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  period CHAR(7) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  due_before DATETIME(6) NOT NULL,
  due_after DATETIME(6) NOT NULL,
  definitions_before CHAR(64) NOT NULL,
  definitions_after CHAR(64) NOT NULL,
  actor VARCHAR(60) NOT NULL,
  reason VARCHAR(500) NOT NULL,
  KEY deadline_change_period (period)
);

-- More time for an enterprise, a region, or (neither) for all. Kept for ever.
CREATE TABLE deadline_extension (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  period CHAR(7) NOT NULL,
  enterprise_id BIGINT,
  region_code CHAR(6) COMMENT 'a city or a county',
  granted_until DATETIME(6) NOT NULL,
  due_at DATETIME(6) NOT NULL COMMENT 'what holds now: with what outages gave back, cut off where it was revoked',
  reason VARCHAR(500) NOT NULL,
  actor VARCHAR(60) NOT NULL,
  granted_at DATETIME(6) NOT NULL,
  revoked_at DATETIME(6),
  revoked_by VARCHAR(60),
  revoke_reason VARCHAR(500),
  KEY deadline_extension_period (period, enterprise_id, region_code),
  CONSTRAINT deadline_extension_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
  CONSTRAINT deadline_extension_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT deadline_extension_scope CHECK (enterprise_id IS NULL OR region_code IS NULL)
);

-- The last sign of life of every process that serves.
CREATE TABLE service_beat (
  node VARCHAR(80) NOT NULL PRIMARY KEY,
  started_at DATETIME(6) NOT NULL,
  beat_at DATETIME(6) NOT NULL
);

CREATE TABLE outage (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  outage_key VARCHAR(80) NOT NULL COMMENT 'names the outage, so that telling it twice stores it once',
  from_at DATETIME(6) NOT NULL COMMENT 'for a detected one, the last beat before it',
  to_at DATETIME(6) NOT NULL,
  kind VARCHAR(10) NOT NULL COMMENT 'DETECTED by the beats, or RECORDED by somebody',
  counts BOOLEAN NOT NULL COMMENT 'false: too long to move a deadline unless somebody records it',
  node VARCHAR(80) COMMENT 'who gave the last beat before it; null where recorded',
  evidence VARCHAR(500) NOT NULL,
  actor VARCHAR(60) NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  CONSTRAINT outage_once UNIQUE (outage_key),
  CONSTRAINT outage_kind CHECK (CASE kind WHEN 'DETECTED' THEN 1 WHEN 'RECORDED' THEN 1 ELSE 0 END = 1),
  CONSTRAINT outage_order CHECK (from_at < to_at),
  KEY outage_to (to_at)
);

-- What an outage took from the window before a deadline.
CREATE TABLE outage_effect (
  outage_id BIGINT NOT NULL,
  period CHAR(7) NOT NULL,
  extension_id BIGINT NOT NULL COMMENT '0: the general deadline of the period',
  overlap_seconds BIGINT NOT NULL,
  due_before DATETIME(6) NOT NULL COMMENT 'without any outage',
  due_after DATETIME(6) NOT NULL COMMENT 'with all outages known then',
  granted_at DATETIME(6) NOT NULL,
  PRIMARY KEY (outage_id, period, extension_id),
  KEY outage_effect_period (period),
  CONSTRAINT outage_effect_outage FOREIGN KEY (outage_id) REFERENCES outage (id)
);
