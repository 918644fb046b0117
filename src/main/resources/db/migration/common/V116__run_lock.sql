-- A lock shows that its owner lives by beating. The time it is held until is the database's, the one clock all share.

ALTER TABLE run_lock ADD COLUMN beat BIGINT DEFAULT 0 NOT NULL COMMENT 'changes with every sign of life of the owner';

ALTER TABLE run_lock ADD COLUMN lease_ms INT DEFAULT 60000 NOT NULL COMMENT 'how long the owner may be silent, in ms';

-- Runs that broke off are looked for every minute, among those of many years.
CREATE INDEX run_record_by_status ON run_record (status);
