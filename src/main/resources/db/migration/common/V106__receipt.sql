-- What enterprises are told: the receipt of every version, as it was given, and which files have had their answer.
CREATE TABLE receipt (
  submission_id BIGINT NOT NULL PRIMARY KEY,
  content LONGTEXT NOT NULL COMMENT 'as JSON',
  CONSTRAINT receipt_submission FOREIGN KEY (submission_id) REFERENCES submission (id)
);

ALTER TABLE intake_file ADD COLUMN answered BOOLEAN DEFAULT TRUE NOT NULL;

CREATE INDEX intake_file_answered ON intake_file (answered, id);
