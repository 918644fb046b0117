-- What the schedules did and what is expected to have happened. Times are local times of Asia/Shanghai.

CREATE TABLE schedule_state (
  job VARCHAR(60) NOT NULL COMMENT 'code of job.yaml',
  schedule VARCHAR(60) NOT NULL COMMENT 'code of the schedule',
  begun_at DATETIME(6) COMMENT 'when it was first met, by the clock of the business; null if only a pause is noted',
  first_period CHAR(7) COMMENT 'the first period it works off by itself; null where it does not go by period',
  paused_at DATETIME(6) COMMENT 'null unless it is paused',
  paused_by VARCHAR(60),
  last_misfire_at DATETIME(6) COMMENT 'when the store last found times that had been missed',
  PRIMARY KEY (job, schedule)
);

CREATE TABLE schedule_fire (
  job VARCHAR(60) NOT NULL,
  schedule VARCHAR(60) NOT NULL,
  scheduled_at DATETIME(6) NOT NULL COMMENT 'the time it was to fire, whenever it did',
  actor VARCHAR(60) NOT NULL COMMENT 'schedule, or who did it by hand',
  node VARCHAR(120) NOT NULL COMMENT 'host/process that did it last',
  attempts INT NOT NULL COMMENT 'more than 1 where it was done again after a crash',
  started_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6),
  status VARCHAR(12) NOT NULL COMMENT 'RUNNING, DONE, NOTHING, LATER or FAILED',
  outcome VARCHAR(1000),
  PRIMARY KEY (job, schedule, scheduled_at, actor),
  KEY schedule_fire_started (started_at),
  CONSTRAINT schedule_fire_status CHECK (
    CASE status WHEN 'RUNNING' THEN 1 WHEN 'DONE' THEN 1 WHEN 'NOTHING' THEN 1 WHEN 'LATER' THEN 1
      WHEN 'FAILED' THEN 1 ELSE 0 END = 1)
);

CREATE TABLE schedule_done (
  job VARCHAR(60) NOT NULL,
  schedule VARCHAR(60) NOT NULL,
  business_key VARCHAR(20) NOT NULL COMMENT 'the period',
  state VARCHAR(12) NOT NULL COMMENT 'CLAIMED, DONE, FAILED or SKIPPED; all but DONE and SKIPPED are tried again',
  scheduled_at DATETIME(6) NOT NULL COMMENT 'the tick that did it last',
  claimed_at DATETIME(6) NOT NULL,
  done_at DATETIME(6),
  node VARCHAR(120) NOT NULL,
  outcome VARCHAR(1000),
  PRIMARY KEY (job, schedule, business_key),
  CONSTRAINT schedule_done_state CHECK (
    CASE state WHEN 'CLAIMED' THEN 1 WHEN 'DONE' THEN 1 WHEN 'FAILED' THEN 1 WHEN 'SKIPPED' THEN 1 ELSE 0 END = 1)
);

CREATE TABLE expectation_state (
  code VARCHAR(60) NOT NULL COMMENT 'as in expectations.yaml; also outage and alive',
  business_key VARCHAR(40) NOT NULL COMMENT 'the period, the day, or since when',
  due DATETIME(6) NOT NULL COMMENT 'by when it had to happen',
  met_at DATETIME(6) COMMENT 'when it was seen to have happened; null while it has not',
  alerted_at DATETIME(6) COMMENT 'when people were told that it had not; null if they were not',
  recovered_at DATETIME(6) COMMENT 'when they were told that it had after all',
  PRIMARY KEY (code, business_key),
  KEY expectation_state_open (met_at, due)
);
