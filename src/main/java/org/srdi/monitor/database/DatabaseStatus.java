package org.srdi.monitor.database;

/**
 * Which database a process talks to.
 *
 * @param engine product and version: {@code MySQL 8.0.33}
 * @param address where it is, without user and password:
 * {@code jdbc:mysql://127.0.0.1:3306/srdi}
 * @param user the user the process is connected as
 * @param schemaVersion the last migration applied; {@code 0} for an empty schema
 */
public record DatabaseStatus(String engine, String address, String user, String schemaVersion) {

}
