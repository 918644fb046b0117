-- Who was reminded of whose report at which stage. A row is written in the transaction that puts the mail into the outbox,
-- so that a person is reminded of an enterprise once per stage, however often and on however many nodes that is tried.
CREATE TABLE reminder_sent (
  period CHAR(7) NOT NULL,
  stage VARCHAR(20) NOT NULL COMMENT 'as named in job.yaml: T-5',
  recipient VARCHAR(254) NOT NULL COMMENT 'the address, in lower case',
  enterprise_id BIGINT NOT NULL,
  batch INT NOT NULL COMMENT 'the how-manieth mail of this stage to this person, from 1',
  told_at DATETIME(6) NOT NULL COMMENT 'by the clock of the business',
  PRIMARY KEY (period, stage, recipient, enterprise_id),
  CONSTRAINT reminder_sent_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id)
);
