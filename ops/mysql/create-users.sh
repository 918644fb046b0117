#!/usr/bin/env bash
# Creates the schema and the accounts of srdi-monitor, or brings them up to date, and shows the BI user every view named
# bi_... that exists. Run it before the first "srdi-monitor migrate", after every later one, and to change passwords.
#
#   SRDI_DB_HOST, SRDI_DB_PORT, SRDI_DB_NAME     where the schema is (127.0.0.1, 3306, srdi)
#   SRDI_DB_SOCKET                               the socket of the server instead of host and port
#   SRDI_DB_ADMIN, SRDI_DB_ADMIN_PASSWORD        who may create accounts (root); no password only with a socket
#   SRDI_DB_OWNER, SRDI_DB_OWNER_PASSWORD        the schema owner (srdi_owner)
#   SRDI_DB_USER, SRDI_DB_PASSWORD               the run-time user (srdi)
#   SRDI_DB_BI_USER, SRDI_DB_BI_PASSWORD         the BI user (srdi_bi)
#   SRDI_DB_CLIENTS                              from where the three may connect (%)
#   SRDI_OPS_MYSQL                               the folder of users.sql and common.sh, if not that of this file
#
# In the official MySQL image it also works from /docker-entrypoint-initdb.d, which may source it instead of running it;
# therefore all of it happens in a subshell.

create_users() (
  set -euo pipefail
  program=create-users.sh
  folder="${SRDI_OPS_MYSQL:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)}"
  if [[ ! -r "$folder/common.sh" || ! -r "$folder/users.sql" ]]; then
    echo "$program: '$folder' does not hold users.sql and common.sh: set SRDI_OPS_MYSQL to the folder that does." >&2
    exit 2
  fi
  # shellcheck source=common.sh
  source "$folder/common.sh"

  [[ $# -eq 0 ]] || refuse "It takes no arguments: everything comes from the environment, see the head of this file."
  require_programs mysql
  server_settings
  SRDI_DB_ADMIN="${SRDI_DB_ADMIN:-root}"
  SRDI_DB_OWNER="${SRDI_DB_OWNER:-srdi_owner}"
  SRDI_DB_USER="${SRDI_DB_USER:-srdi}"
  SRDI_DB_BI_USER="${SRDI_DB_BI_USER:-srdi_bi}"
  SRDI_DB_CLIENTS="${SRDI_DB_CLIENTS:-%}"
  require_variables SRDI_DB_OWNER_PASSWORD SRDI_DB_PASSWORD SRDI_DB_BI_PASSWORD
  [[ -n "${SRDI_DB_SOCKET:-}" ]] || require_variables SRDI_DB_ADMIN_PASSWORD
  SRDI_DB_ADMIN_PASSWORD="${SRDI_DB_ADMIN_PASSWORD:-}"
  require_names SRDI_DB_ADMIN SRDI_DB_OWNER SRDI_DB_USER SRDI_DB_BI_USER
  require_passwords SRDI_DB_ADMIN_PASSWORD SRDI_DB_OWNER_PASSWORD SRDI_DB_PASSWORD SRDI_DB_BI_PASSWORD
  [[ "$SRDI_DB_CLIENTS" =~ ^[A-Za-z0-9.%:_/-]+$ ]] \
    || refuse "SRDI_DB_CLIENTS is '$SRDI_DB_CLIENTS': expected a host pattern, as % or 10.1.2.%."
  local different
  different="$(printf '%s\n' "$SRDI_DB_ADMIN" "$SRDI_DB_OWNER" "$SRDI_DB_USER" "$SRDI_DB_BI_USER" | sort -u | wc -l)"
  [[ "$different" -eq 4 ]] || refuse "Administrator, owner, run-time user and BI user must be four different names."

  options=""
  trap 'rm -f "$options"' EXIT
  write_options "$SRDI_DB_ADMIN" "$SRDI_DB_ADMIN_PASSWORD"
  run_sql "SELECT 1;" > /dev/null \
    || fail "Cannot connect to MySQL at $(where_is_it) as '$SRDI_DB_ADMIN'; nothing was done."

  run_sql "CREATE DATABASE IF NOT EXISTS \`$SRDI_DB_NAME\` CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;" \
    || fail "Cannot create the schema '$SRDI_DB_NAME'; nothing was done."
  say "schema '$SRDI_DB_NAME' is there"

  local sql
  sql="$(< "$folder/users.sql")"
  sql="${sql//"\${SRDI_DB_NAME}"/"${SRDI_DB_NAME//_/\\_}"}"
  local name
  for name in SRDI_DB_OWNER_PASSWORD SRDI_DB_OWNER SRDI_DB_USER SRDI_DB_PASSWORD SRDI_DB_BI_USER SRDI_DB_BI_PASSWORD \
    SRDI_DB_CLIENTS; do
    sql="${sql//"\${$name}"/"${!name}"}"
  done
  run_sql "$sql" || fail "Not all accounts could be created or changed; correct the cause and run this again."
  say "owner '$SRDI_DB_OWNER', run-time user '$SRDI_DB_USER' and BI user '$SRDI_DB_BI_USER' may connect from" \
    "'$SRDI_DB_CLIENTS'"

  local views view
  views="$(run_sql "SELECT table_name FROM information_schema.views
    WHERE table_schema = '$SRDI_DB_NAME' AND LEFT(table_name, 3) = 'bi_' ORDER BY table_name;")" \
    || fail "The accounts are there, but the views cannot be listed; run this again."
  if [[ -z "$views" ]]; then
    say "there are no views for the BI user yet: run this again after 'srdi-monitor migrate'"
    return
  fi
  while IFS= read -r view; do
    run_sql "GRANT SELECT ON \`$SRDI_DB_NAME\`.\`$view\` TO '$SRDI_DB_BI_USER'@'$SRDI_DB_CLIENTS';" \
      || fail "'$SRDI_DB_BI_USER' cannot be given the view '$view'; correct the cause and run this again."
    say "'$SRDI_DB_BI_USER' reads '$view'"
  done <<< "$views"
)

create_users "$@"
