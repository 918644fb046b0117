#!/usr/bin/env bash
# Backs up the database and the files of srdi-monitor into a new folder TARGET_DIR/<schema>-<time in UTC>:
#
#   backup.sh TARGET_DIR [--keep N]
#
#   --keep N                                     then removes the oldest backups of this schema in TARGET_DIR beyond N
#   SRDI_DB_HOST, SRDI_DB_PORT, SRDI_DB_NAME     where the schema is (127.0.0.1, 3306, srdi)
#   SRDI_DB_OWNER, SRDI_DB_OWNER_PASSWORD        the schema owner (srdi_owner)
#   SRDI_DATA_DIR                                the data directory
#
# The service may go on working, but not "srdi-monitor migrate". The backup holds everything that had arrived when it
# began, because of its order:
#   1. the inbox. A file that is taken in later on is in this copy; restored, it is taken in again.
#   2. what of it is claimed. Files go from the inbox to there and never back, so none slips through between the two.
#   3. the database, in one transaction, as of one moment.
#   4. the archive and the rollups. Files are archived before their rows are written, and never change or go, so every
#      row of 3 finds its file.
# The folder bears its name only once it is whole; until then the name ends in .part.

set -euo pipefail
program=backup.sh
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() { refuse "$1 Usage: backup.sh TARGET_DIR [--keep N]"; }

target=""
keep=""
while [[ $# -gt 0 ]]; do
  case "$1" in
    --keep)
      [[ "${2:-}" =~ ^[1-9][0-9]{0,4}$ ]] || usage "--keep takes a number from 1."
      keep="$2"
      shift 2
      ;;
    -*) usage "Unknown option '$1'." ;;
    *)
      [[ -z "$target" ]] || usage "There is one TARGET_DIR."
      target="$1"
      shift
      ;;
  esac
done
[[ -n "$target" ]] || usage "TARGET_DIR is missing."
[[ -d "$target" && -w "$target" ]] || refuse "'$target' is no folder that can be written to."

require_programs mysql mysqldump gzip tar sha256sum awk
server_settings
SRDI_DB_OWNER="${SRDI_DB_OWNER:-srdi_owner}"
require_variables SRDI_DB_OWNER_PASSWORD SRDI_DATA_DIR
require_names SRDI_DB_OWNER
require_passwords SRDI_DB_OWNER_PASSWORD
[[ -d "$SRDI_DATA_DIR" ]] || refuse "SRDI_DATA_DIR is '$SRDI_DATA_DIR': expected the data directory."

label="$SRDI_DB_NAME-$(date -u +%Y%m%dT%H%M%SZ)"
part="$target/$label.part"
options=""
tidy_up() {
  rm -f "$options"
  rm -rf "$part"
}

write_options "$SRDI_DB_OWNER" "$SRDI_DB_OWNER_PASSWORD"
trap 'rm -f "$options"' EXIT
migrations="$(run_sql "SELECT COALESCE(version, script) FROM flyway_schema_history WHERE success
  ORDER BY installed_rank;" "$SRDI_DB_NAME")" \
  || fail "Cannot read the schema '$SRDI_DB_NAME' at $(where_is_it) as '$SRDI_DB_OWNER'; nothing was backed up."
server="$(run_sql "SELECT VERSION();")"
mkdir "$part" 2> /dev/null || fail "'$part' cannot be created: another backup may have begun in this very second."
trap tidy_up EXIT

# The time a file arrived is its modification time: only this format keeps the fractions of its seconds.
# tar ends with 1 if a file changed or went while it was read, as uploads and claims do; only from 2 on it failed.
pack() {
  local status=0
  tar --append --format=posix --file="$part/files.tar" --directory="$SRDI_DATA_DIR" --warning=no-file-changed \
    --warning=no-file-removed "$@" || status=$?
  [[ $status -le 1 ]] || fail "The files in '$SRDI_DATA_DIR' cannot be copied; no backup was made."
}

# What of the data directory there is.
present() {
  local entry
  for entry in "$@"; do
    [[ ! -e "$SRDI_DATA_DIR/$entry" ]] || printf '%s\n' "$entry"
  done
}

pack_if_present() {
  local entries
  mapfile -t entries < <(present "$@")
  [[ ${#entries[@]} -eq 0 ]] || pack --exclude='archive/new-*.part' --exclude='.new-*.part' "${entries[@]}"
}

tar --create --format=posix --file="$part/files.tar" --files-from=/dev/null \
  || fail "'$part' cannot be written to; no backup was made."
if [[ -d "$SRDI_DATA_DIR/inbox" ]]; then
  pack --exclude='inbox/.claimed' inbox
  pack_if_present inbox/.claimed
fi

mysqldump --defaults-file="$options" --single-transaction --quick --no-tablespaces --set-gtid-purged=OFF --hex-blob \
  --max-allowed-packet=1G "$SRDI_DB_NAME" | gzip > "$part/database.sql.gz" \
  || fail "The schema '$SRDI_DB_NAME' cannot be dumped; no backup was made."

pack_if_present archive out outbox

# Counts the rows of the dump by reading it back: without the texts in it, every row is one opening bracket. Ends with 1
# unless the dump says that it is complete.
count_rows() {
  gzip --decompress --stdout "$part/database.sql.gz" | LC_ALL=C awk '
    /^CREATE TABLE `/ { split($0, part, "`"); rows[part[2]] += 0 }
    /^INSERT INTO `/ {
      split($0, part, "`"); table = part[2]
      gsub(/\\./, ""); gsub(/\047[^\047]*\047/, "")
      rows[table] += gsub(/\(/, "")
    }
    /^-- Dump completed/ { whole = 1 }
    END {
      for (table in rows) print "rows " table " " rows[table]
      exit !whole
    }' | LC_ALL=C sort
}

write_manifest() {
  local sums
  sums="$(cd "$part" && sha256sum database.sql.gz files.tar)" \
    && echo "srdi-monitor backup" \
    && echo "made-at $(date -u +%Y-%m-%dT%H:%M:%SZ)" \
    && echo "server $server" \
    && echo "schema $SRDI_DB_NAME" \
    && echo "migrations $(paste -s -d ' ' <<< "$migrations")" \
    && awk '{ print "sha256 " $1 " " $2 }' <<< "$sums" \
    && count_rows
}

write_manifest > "$part/MANIFEST" \
  || fail "The dump is not complete, or the manifest cannot be written; no backup was made."
mv -T "$part" "$target/$label" || fail "'$part' cannot be given its final name; no backup was made."
trap 'rm -f "$options"' EXIT
rows="$(awk '$1 == "rows" { tables++; rows += $3 } END { print rows " rows of " tables " tables" }' \
  "$target/$label/MANIFEST")"
files="$(tar --list --file="$target/$label/files.tar" | grep -vc '/$' || true)"
say "made $target/$label: $rows, $files files"

# Removes only what is called like a backup of this schema and says in its manifest that it is one.
if [[ -n "$keep" ]]; then
  backups=()
  for folder in "$target/$SRDI_DB_NAME"-*; do
    if [[ "${folder#"$target/$SRDI_DB_NAME-"}" =~ ^[0-9]{8}T[0-9]{6}Z$ && ! -L "$folder" && -f "$folder/MANIFEST" ]] \
      && [[ "$(head -n 1 "$folder/MANIFEST")" == "srdi-monitor backup" ]]; then
      backups+=("$folder")
    fi
  done
  for ((i = 0; i < ${#backups[@]} - keep; i++)); do
    rm -rf "${backups[i]}" || fail "The old backup '${backups[i]}' cannot be removed; the new one is whole."
    say "removed ${backups[i]}"
  done
fi
