-- The three accounts of srdi-monitor. A template: create-users.sh fills in the names and passwords and runs it as the
-- administrator of the server, as often as you like. One statement ends where a line ends in a semicolon.
--
--   SRDI_DB_NAME      the schema, as GRANT takes it: a pattern, in which create-users.sh escapes the underscore
--   SRDI_DB_CLIENTS   from where these accounts may connect: % for anywhere, or a pattern as 10.1.2.%

-- The owner: for "srdi-monitor migrate", backups and restores. Nobody works under this name day by day. The views for
-- BI tools read the tables in its name, so the account must stay.
CREATE USER IF NOT EXISTS '${SRDI_DB_OWNER}'@'${SRDI_DB_CLIENTS}' IDENTIFIED BY '${SRDI_DB_OWNER_PASSWORD}';
ALTER USER '${SRDI_DB_OWNER}'@'${SRDI_DB_CLIENTS}' IDENTIFIED BY '${SRDI_DB_OWNER_PASSWORD}';

-- CREATE, ALTER, DROP, INDEX: a migration makes, changes and removes tables and indexes. ALTER also sets the collation
--   of the schema.
-- REFERENCES: a migration makes foreign keys.
-- CREATE VIEW: a migration makes the views for BI tools. SHOW VIEW: a backup reads how they are made.
-- SELECT, INSERT, UPDATE, DELETE: a migration moves rows, a backup reads and a restore writes them.
-- LOCK TABLES: a restore locks the table it fills.
GRANT CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, SHOW VIEW, SELECT, INSERT, UPDATE, DELETE, LOCK TABLES
  ON `${SRDI_DB_NAME}`.* TO '${SRDI_DB_OWNER}'@'${SRDI_DB_CLIENTS}';

-- The run-time user: for every other command of srdi-monitor. It works on rows and cannot change the schema.
CREATE USER IF NOT EXISTS '${SRDI_DB_USER}'@'${SRDI_DB_CLIENTS}' IDENTIFIED BY '${SRDI_DB_PASSWORD}';
ALTER USER '${SRDI_DB_USER}'@'${SRDI_DB_CLIENTS}' IDENTIFIED BY '${SRDI_DB_PASSWORD}';

-- SELECT, INSERT, UPDATE: reports, their states and results. DELETE: lines of a form that were replaced, plans that
--   were withdrawn, locks and triggers that are done.
GRANT SELECT, INSERT, UPDATE, DELETE
  ON `${SRDI_DB_NAME}`.* TO '${SRDI_DB_USER}'@'${SRDI_DB_CLIENTS}';

-- The BI user: reads the views named bi_... and nothing else. create-users.sh grants them one by one, because MySQL
-- knows no pattern for views. A dashboard that asks too often queues at its own door, not at that of the service.
CREATE USER IF NOT EXISTS '${SRDI_DB_BI_USER}'@'${SRDI_DB_CLIENTS}' IDENTIFIED BY '${SRDI_DB_BI_PASSWORD}';
ALTER USER '${SRDI_DB_BI_USER}'@'${SRDI_DB_CLIENTS}' IDENTIFIED BY '${SRDI_DB_BI_PASSWORD}'
  WITH MAX_USER_CONNECTIONS 10;
