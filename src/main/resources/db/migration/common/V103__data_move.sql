-- Notes that the content of another database is moved into this one. Until that is finished nothing else may work
-- here. The process that moves holds the row locked, so that two cannot, and a dead one does not.
CREATE TABLE data_move (
  id INT NOT NULL PRIMARY KEY COMMENT 'always 1',
  source VARCHAR(500) COMMENT 'the JDBC address it came from',
  started_at DATETIME(6) COMMENT 'null: nothing was ever moved here',
  finished_at DATETIME(6) COMMENT 'null while it goes on, or if it broke off'
);

INSERT INTO data_move (id) VALUES (1);
