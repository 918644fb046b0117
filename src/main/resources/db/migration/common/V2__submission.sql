-- What came in: files, the reports in them, what was found in these, and what became of them. Append-only.
-- Times are local times of Asia/Shanghai.

CREATE TABLE intake_file (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  claim VARCHAR(80) NOT NULL COMMENT 'names the claim of one arrival, so that claiming twice stores once',
  file_name VARCHAR(255) NOT NULL,
  channel VARCHAR(20) NOT NULL,
  sha256 CHAR(64) NOT NULL COMMENT 'names the bytes in the archive',
  size_bytes BIGINT NOT NULL,
  received_at DATETIME(6) NOT NULL,
  run_id VARCHAR(40) NOT NULL COMMENT 'the run that took it in',
  period_hint CHAR(7) NOT NULL COMMENT 'the period an unreadable file is counted in',
  state VARCHAR(12) NOT NULL COMMENT 'CLAIMED, READ or UNREADABLE',
  reports INT NOT NULL DEFAULT 0 COMMENT 'how many reports were found in it',
  reason VARCHAR(500) COMMENT 'why unreadable, in Chinese',
  CONSTRAINT intake_file_claim UNIQUE (claim),
  KEY intake_file_state (state, received_at, id),
  KEY intake_file_run (run_id),
  KEY intake_file_hint (period_hint, state)
);

CREATE TABLE submission (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  file_id BIGINT NOT NULL,
  position INT NOT NULL COMMENT '0 for a form workbook, the row number for a consolidated one',
  credit_code VARCHAR(40) COMMENT 'as typed, normalised',
  enterprise_name VARCHAR(120) COMMENT 'as typed',
  enterprise_id BIGINT COMMENT 'null where the code is not in the register',
  period VARCHAR(7) COMMENT 'null where the report names no month',
  counted_in CHAR(7) NOT NULL COMMENT 'its period, or that of its file where it names none or a future one',
  version_no INT COMMENT 'counts the versions of an enterprise and period from 1; null for duplicates and strangers',
  content_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of the file, or of the row of a consolidated one',
  duplicate_of BIGINT COMMENT 'the submission with the same content',
  received_at DATETIME(6) NOT NULL,
  late BOOLEAN NOT NULL COMMENT 'received after the deadline of its period',
  run_id VARCHAR(40) NOT NULL,
  state VARCHAR(10) NOT NULL COMMENT 'RECEIVED, ACCEPTED, HELD, RETURNED or DUPLICATE',
  CONSTRAINT submission_position UNIQUE (file_id, position),
  CONSTRAINT submission_version UNIQUE (enterprise_id, period, version_no),
  CONSTRAINT submission_file FOREIGN KEY (file_id) REFERENCES intake_file (id),
  CONSTRAINT submission_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
  KEY submission_content (enterprise_id, period, content_hash),
  KEY submission_state (state, period, id),
  KEY submission_counted (counted_in, state),
  KEY submission_run (run_id, state)
);

CREATE TABLE submission_content (
  submission_id BIGINT NOT NULL PRIMARY KEY,
  content LONGTEXT NOT NULL COMMENT 'the report as read, cell by cell, as JSON',
  CONSTRAINT submission_content_submission FOREIGN KEY (submission_id) REFERENCES submission (id)
);

CREATE TABLE submission_status (
  submission_id BIGINT NOT NULL,
  seq INT NOT NULL,
  state VARCHAR(10) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  actor VARCHAR(60) NOT NULL,
  note VARCHAR(500),
  PRIMARY KEY (submission_id, seq),
  KEY submission_status_changed (changed_at),
  CONSTRAINT submission_status_submission FOREIGN KEY (submission_id) REFERENCES submission (id)
);

CREATE TABLE violation (
  submission_id BIGINT NOT NULL,
  seq INT NOT NULL,
  rule_code VARCHAR(10) NOT NULL,
  severity VARCHAR(10) NOT NULL COMMENT 'ERROR or WARNING',
  cell VARCHAR(80) COMMENT 'as in 月报!F12',
  message VARCHAR(1000) NOT NULL,
  message_en VARCHAR(1000) NOT NULL,
  explained BOOLEAN NOT NULL,
  PRIMARY KEY (submission_id, seq),
  CONSTRAINT violation_submission FOREIGN KEY (submission_id) REFERENCES submission (id)
);
