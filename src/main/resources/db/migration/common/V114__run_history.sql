-- What every run did, for years: the tables of Spring Batch are emptied of old executions, these are not.

ALTER TABLE run_record DROP CONSTRAINT run_record_status;

ALTER TABLE run_record ADD CONSTRAINT run_record_status CHECK (
  CASE status WHEN 'RUNNING' THEN 1 WHEN 'DONE' THEN 1 WHEN 'FAILED' THEN 1 WHEN 'STOPPED' THEN 1 ELSE 0 END = 1);

ALTER TABLE run_record ADD COLUMN definitions_digest CHAR(64) COMMENT 'the definitions it worked by';

ALTER TABLE run_record ADD COLUMN register_state VARCHAR(60) COMMENT 'how often register and plans had been changed';

ALTER TABLE run_record ADD COLUMN reports_state VARCHAR(60) COMMENT 'the last report and the last change of one';

CREATE INDEX run_record_started ON run_record (started_at);

CREATE INDEX run_record_job ON run_record (job, started_at);

CREATE TABLE run_attempt (
  run_id VARCHAR(40) NOT NULL,
  attempt INT NOT NULL COMMENT 'counts the starts of a run from 1',
  node VARCHAR(120) COMMENT 'the host and process it ran in; null where nobody noted it',
  actor VARCHAR(80) COMMENT 'who started it: a schedule, or a command and who gave it; null where nobody noted it',
  business_time DATETIME(6) NOT NULL COMMENT 'what the clock of the business said',
  started_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) COMMENT 'null while it runs, and where it was killed',
  outcome VARCHAR(10) NOT NULL COMMENT 'RUNNING, DONE, FAILED, STOPPED, or KILLED as the next start noticed',
  message VARCHAR(1000) COMMENT 'why it failed',
  PRIMARY KEY (run_id, attempt),
  CONSTRAINT run_attempt_run FOREIGN KEY (run_id) REFERENCES run_record (run_id),
  CONSTRAINT run_attempt_outcome CHECK (
    CASE outcome WHEN 'RUNNING' THEN 1 WHEN 'DONE' THEN 1 WHEN 'FAILED' THEN 1 WHEN 'STOPPED' THEN 1 WHEN 'KILLED'
      THEN 1 ELSE 0 END = 1)
);

INSERT INTO run_attempt (run_id, attempt, business_time, started_at, ended_at, outcome, message)
SELECT run_id, 1, business_time, started_at, finished_at, status, message FROM run_record;

CREATE TABLE run_step (
  run_id VARCHAR(40) NOT NULL,
  step VARCHAR(40) NOT NULL,
  execution INT NOT NULL COMMENT 'counts the executions of the step in the run from 1',
  attempt INT NOT NULL,
  started_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) COMMENT 'null while it runs, and where it was killed',
  status VARCHAR(12) NOT NULL COMMENT 'as Spring Batch has it; STARTED while it runs, KILLED as the next start noticed',
  read_count BIGINT NOT NULL DEFAULT 0,
  write_count BIGINT NOT NULL DEFAULT 0,
  skip_count BIGINT NOT NULL DEFAULT 0,
  commit_count BIGINT NOT NULL DEFAULT 0,
  rollback_count BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (run_id, step, execution),
  CONSTRAINT run_step_attempt FOREIGN KEY (run_id, attempt) REFERENCES run_attempt (run_id, attempt)
);

CREATE TABLE run_output (
  run_id VARCHAR(40) NOT NULL,
  name VARCHAR(40) NOT NULL COMMENT 'the rollup',
  file_name VARCHAR(255) NOT NULL,
  sha256 CHAR(64) NOT NULL,
  PRIMARY KEY (run_id, name),
  CONSTRAINT run_output_run FOREIGN KEY (run_id) REFERENCES run_record (run_id)
);

CREATE TABLE run_figure (
  run_id VARCHAR(40) NOT NULL,
  figure VARCHAR(40) NOT NULL COMMENT 'a headline figure, as it was when the run was done',
  amount DECIMAL(30,8) COMMENT 'null where there was none',
  PRIMARY KEY (run_id, figure),
  CONSTRAINT run_figure_run FOREIGN KEY (run_id) REFERENCES run_record (run_id)
);
