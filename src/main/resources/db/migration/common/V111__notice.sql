-- What people are told by mail, and who they are. A notice may be put again at any time: nobody is told twice, for a
-- delivery is unique by the key of its notice and the address. CASE rather than IN: see V1.

CREATE TABLE notice (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  notice_key VARCHAR(120) NOT NULL COMMENT 'names what it is about, as in rollup/2026-10/1',
  content_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of what it says: one key may say it in several languages',
  kind VARCHAR(30) NOT NULL COMMENT 'as in rollup, reminder, alert',
  period CHAR(7) COMMENT 'null where it is about no month',
  subject VARCHAR(300) NOT NULL,
  content LONGTEXT NOT NULL,
  created_at DATETIME(6) NOT NULL COMMENT 'by the clock of the business',
  CONSTRAINT notice_content UNIQUE (notice_key, content_hash)
);

CREATE TABLE notice_attachment (
  notice_id BIGINT NOT NULL,
  seq INT NOT NULL,
  name VARCHAR(200) NOT NULL,
  media_type VARCHAR(161) NOT NULL,
  sha256 CHAR(64) NOT NULL,
  size_bytes BIGINT NOT NULL,
  path VARCHAR(200) NOT NULL COMMENT 'below the data directory',
  PRIMARY KEY (notice_id, seq),
  CONSTRAINT notice_attachment_notice FOREIGN KEY (notice_id) REFERENCES notice (id)
);

CREATE TABLE notice_delivery (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  notice_id BIGINT NOT NULL,
  notice_key VARCHAR(120) NOT NULL COMMENT 'that of the notice',
  address VARCHAR(254) NOT NULL COMMENT 'in lower case',
  name VARCHAR(80) NOT NULL,
  locale VARCHAR(5) NOT NULL COMMENT 'zh or en',
  state VARCHAR(10) NOT NULL COMMENT 'QUEUED, SENDING, SENT, FAILED (is tried again), GIVEN_UP or CANCELLED',
  attempts INT NOT NULL DEFAULT 0 COMMENT 'how often it failed for reasons of its own',
  next_attempt_at DATETIME(6) NOT NULL COMMENT 'not before, by the clock of the machine',
  error_code VARCHAR(20) COMMENT 'what went wrong last; null if nothing did',
  last_error VARCHAR(500) COMMENT 'what the other side said, or why it was cancelled',
  sent_at DATETIME(6) COMMENT 'by the clock of the business; null until it is sent',
  message_id VARCHAR(200) COMMENT 'null until it is first sent',
  channel VARCHAR(4) COMMENT 'smtp or eml; null until it is first sent',
  claimed_by VARCHAR(120) COMMENT 'host/process/start of who is sending it',
  claimed_until DATETIME(6) COMMENT 'by the clock of the machine',
  CONSTRAINT notice_delivery_once UNIQUE (notice_key, address),
  KEY notice_delivery_due (state, next_attempt_at, id),
  KEY notice_delivery_claim (state, claimed_until),
  CONSTRAINT notice_delivery_notice FOREIGN KEY (notice_id) REFERENCES notice (id),
  CONSTRAINT notice_delivery_states CHECK (
    CASE state WHEN 'QUEUED' THEN 1 WHEN 'SENDING' THEN 1 WHEN 'SENT' THEN 1 WHEN 'FAILED' THEN 1 WHEN 'GIVEN_UP'
      THEN 1 WHEN 'CANCELLED' THEN 1 ELSE 0 END = 1)
);

-- A mail server that cannot be reached is nobody's fault: it is waited for as a whole.
CREATE TABLE notice_channel (
  name VARCHAR(4) NOT NULL PRIMARY KEY COMMENT 'smtp or eml',
  failures INT NOT NULL COMMENT 'in a row',
  since DATETIME(6) NOT NULL COMMENT 'of the first of them, by the clock of the machine',
  retry_at DATETIME(6) NOT NULL COMMENT 'by the clock of the machine',
  error_code VARCHAR(20) NOT NULL,
  last_error VARCHAR(500) NOT NULL
);

CREATE TABLE contact (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  role VARCHAR(10) NOT NULL COMMENT 'ROLLUP, REMINDER or ALERT: what the person is written for',
  scope VARCHAR(18) NOT NULL COMMENT 'the code of the region, or the credit code of the enterprise',
  enterprise_id BIGINT COMMENT 'null for the staff of a region',
  email VARCHAR(254) NOT NULL COMMENT 'in lower case',
  name VARCHAR(80) NOT NULL,
  locale VARCHAR(5) NOT NULL COMMENT 'zh or en',
  removed_at DATETIME(6) COMMENT 'null while the person is written to',
  CONSTRAINT contact_once UNIQUE (scope, role, email),
  KEY contact_of_enterprise (enterprise_id, role),
  KEY contact_role (role, enterprise_id, scope),
  CONSTRAINT contact_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
  CONSTRAINT contact_roles CHECK (
    CASE role WHEN 'ROLLUP' THEN 1 WHEN 'REMINDER' THEN 1 WHEN 'ALERT' THEN 1 ELSE 0 END = 1)
);
