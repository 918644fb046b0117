#!/usr/bin/env bash
# Restores a backup made by backup.sh into an empty schema and a data directory without files:
#
#   restore.sh BACKUP_DIR
#
#   SRDI_DB_HOST, SRDI_DB_PORT, SRDI_DB_NAME     where the empty schema is (127.0.0.1, 3306, srdi)
#   SRDI_DB_OWNER, SRDI_DB_OWNER_PASSWORD        the schema owner (srdi_owner)
#   SRDI_DATA_DIR                                the data directory; created if it is missing
#
# create-users.sh makes an empty schema. The schema may have another name than the one that was backed up.

set -euo pipefail
program=restore.sh
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ $# -eq 1 && "$1" != -* ]] || refuse "Usage: restore.sh BACKUP_DIR"
backup="$1"
[[ -f "$backup/MANIFEST" ]] || refuse "'$backup' is no backup: it has no file MANIFEST."
[[ "$(head -n 1 "$backup/MANIFEST")" == "srdi-monitor backup" ]] \
  || refuse "'$backup' is no backup of srdi-monitor: its MANIFEST says something else."
[[ "$backup" != *.part ]] || refuse "'$backup' was broken off while it was made: use another backup."

require_programs mysql gzip tar sha256sum awk sed
server_settings
SRDI_DB_OWNER="${SRDI_DB_OWNER:-srdi_owner}"
require_variables SRDI_DB_OWNER_PASSWORD SRDI_DATA_DIR
require_names SRDI_DB_OWNER
require_passwords SRDI_DB_OWNER_PASSWORD

for entry in archive inbox out; do
  if [[ -d "$SRDI_DATA_DIR/$entry" && -n "$(ls -A "$SRDI_DATA_DIR/$entry")" ]]; then
    refuse "'$SRDI_DATA_DIR/$entry' is not empty: restore into a data directory without files. Nothing was done."
  fi
done

[[ "$(grep -c '^sha256 ' "$backup/MANIFEST")" -eq 2 ]] \
  || fail "The MANIFEST of '$backup' does not name its two files: use another backup. Nothing was done."
(cd "$backup" && awk '$1 == "sha256" { print $2 "  " $3 }' MANIFEST | sha256sum --check --quiet --strict) \
  || fail "The files of '$backup' are not those its MANIFEST was written for: use another backup. Nothing was done."
say "the files of the backup are unharmed"

options=""
trap 'rm -f "$options"' EXIT
write_options "$SRDI_DB_OWNER" "$SRDI_DB_OWNER_PASSWORD"
tables="$(run_sql "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE();" "$SRDI_DB_NAME")" \
  || fail "Cannot read the schema '$SRDI_DB_NAME' at $(where_is_it) as '$SRDI_DB_OWNER'. Nothing was done."
[[ "$tables" -eq 0 ]] || refuse "The schema '$SRDI_DB_NAME' has $tables tables and views: restore into an empty one, as \
create-users.sh makes it. Nothing was done."

# New tables of later migrations get the collation of the schema, which a dump does not carry. A view belongs to who
# creates it here, whatever the owner was called where the backup was made.
# shellcheck disable=SC2016 # these are the quotes of MySQL
load() {
  run_sql "ALTER DATABASE \`$SRDI_DB_NAME\` CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;" \
    && gzip --decompress --stdout "$backup/database.sql.gz" \
    | LC_ALL=C sed 's|^/\*!50013 DEFINER=`[^`]*`@`[^`]*` SQL SECURITY DEFINER \*/$|/*!50013 SQL SECURITY DEFINER */|' \
    | mysql --defaults-file="$options" --max-allowed-packet=1G "$SRDI_DB_NAME"
}
load || fail "The schema '$SRDI_DB_NAME' holds a part of the backup, the data directory nothing: drop the schema, run \
create-users.sh and restore again."

expected="$(awk '$1 == "rows" { print $2 " " $3 }' "$backup/MANIFEST" | LC_ALL=C sort)"
query="$(awk '{ printf "%sSELECT CONCAT(\047%s \047, COUNT(*)) FROM `%s`", (NR > 1 ? " UNION ALL " : ""), $1, $1 }' \
  <<< "$expected")"
found="$(run_sql "$query;" "$SRDI_DB_NAME" | LC_ALL=C sort)" \
  || fail "The schema '$SRDI_DB_NAME' is loaded, but its rows cannot be counted; the data directory holds nothing."
if [[ "$found" != "$expected" ]]; then
  diff <(echo "$expected") <(echo "$found") >&2 || true
  fail "The schema '$SRDI_DB_NAME' is loaded, but has other numbers of rows (>) than the backup (<); the data directory \
holds nothing. Drop the schema and use another backup."
fi
rows="$(awk '{ rows += $2 } END { print rows " rows in " NR " tables" }' <<< "$found")"
say "the schema '$SRDI_DB_NAME' has $rows, as backed up"

mkdir -p "$SRDI_DATA_DIR" \
  || fail "The schema '$SRDI_DB_NAME' is restored, but '$SRDI_DATA_DIR' cannot be created."
tar --extract --preserve-permissions --file="$backup/files.tar" --directory="$SRDI_DATA_DIR" \
  || fail "The schema '$SRDI_DB_NAME' is restored, but '$SRDI_DATA_DIR' holds only a part of the files: remove archive, \
inbox and out there and unpack '$backup/files.tar' into it."
say "the files are in '$SRDI_DATA_DIR'"

# Every file the rows speak of must be there; more may be, those that came while the backup was made.
missing="$(run_sql "SELECT DISTINCT sha256 FROM intake_file;" "$SRDI_DB_NAME" \
  | while read -r hash; do [[ -f "$SRDI_DATA_DIR/archive/${hash:0:2}/$hash" ]] || echo "$hash"; done)" \
  || fail "Schema and files are restored, but the archive cannot be compared with the rows."
if [[ -n "$missing" ]]; then
  echo "$missing" | head -n 20 >&2
  fail "Schema and files are restored, but $(wc -l <<< "$missing") files of the rows are not in the archive: they had \
gone from it before the backup was made."
fi

made_at="$(awk '$1 == "made-at" { print $2 }' "$backup/MANIFEST")"
migrations="$(sed -n 's/^migrations //p' "$backup/MANIFEST")"
say "done: the backup of $made_at, with the migrations $migrations"
say "next: run create-users.sh, so that the BI user sees the views again; make the files in '$SRDI_DATA_DIR' belong to" \
  "the account of the service; see by 'srdi-monitor migrate --dry-run' whether the program is newer than the backup;" \
  "then start it"
