# shellcheck shell=bash
# What create-users.sh, backup.sh and restore.sh have in common. Sourced, never run. Expects $program, the name to
# speak under.

: "${program:?}"
umask 077

say() { printf '%s: %s\n' "$program" "$*"; }

# Ends with 1: it was tried and did not work.
fail() {
  printf '%s: %s\n' "$program" "$*" >&2
  exit 1
}

# Ends with 2: it was asked for in a way it cannot be done.
refuse() {
  printf '%s: %s\n' "$program" "$*" >&2
  exit 2
}

# Every variable must be set and not empty.
require_variables() {
  local name
  for name in "$@"; do
    [[ -n "${!name:-}" ]] || refuse "The environment variable $name is missing."
  done
}

require_programs() {
  local name
  for name in "$@"; do
    command -v "$name" > /dev/null || refuse "The program '$name' is missing: expected it on the PATH."
  done
}

# Names go into SQL, into option files and into names of folders.
require_names() {
  local name
  for name in "$@"; do
    [[ "${!name}" =~ ^[A-Za-z0-9_]{1,32}$ ]] \
      || refuse "$name is '${!name}': expected up to 32 letters, digits and underscores."
  done
}

# Passwords go between quotes, in SQL and in option files.
require_passwords() {
  local name
  for name in "$@"; do
    [[ "${!name}" != *[\'\"\\\`[:cntrl:]]* ]] \
      || refuse "$name contains a quote, a backslash or a control character: choose a password without."
  done
}

# Where the server is, with the defaults of srdi-monitor itself.
server_settings() {
  SRDI_DB_HOST="${SRDI_DB_HOST:-127.0.0.1}"
  SRDI_DB_PORT="${SRDI_DB_PORT:-3306}"
  SRDI_DB_NAME="${SRDI_DB_NAME:-srdi}"
  require_names SRDI_DB_NAME
  [[ "$SRDI_DB_HOST" =~ ^[A-Za-z0-9.:_-]+$ ]] \
    || refuse "SRDI_DB_HOST is '$SRDI_DB_HOST': expected a name or an address."
  [[ "$SRDI_DB_PORT" =~ ^[0-9]{1,5}$ ]] || refuse "SRDI_DB_PORT is '$SRDI_DB_PORT': expected a number."
}

# Writes the option file through which mysql and mysqldump learn the password: neither a command line nor a file that
# others may read shows it. Whoever calls this removes $options in a trap.
write_options() {
  local user="$1" password="$2"
  options="$(mktemp)"
  chmod 600 "$options"
  {
    printf '[client]\nuser="%s"\npassword="%s"\ndefault-character-set=utf8mb4\n' "$user" "$password"
    if [[ -n "${SRDI_DB_SOCKET:-}" ]]; then
      printf 'protocol=SOCKET\nsocket="%s"\n' "$SRDI_DB_SOCKET"
    else
      printf 'protocol=TCP\nhost="%s"\nport=%s\n' "$SRDI_DB_HOST" "$SRDI_DB_PORT"
    fi
    printf '[mysql]\nconnect-timeout=10\n'
  } > "$options"
}

where_is_it() { printf '%s' "${SRDI_DB_SOCKET:-$SRDI_DB_HOST:$SRDI_DB_PORT}"; }

# Runs SQL and prints rows without a heading, columns apart by tabs. The SQL goes through a pipe, never onto a command
# line. What follows it goes to mysql.
run_sql() {
  local sql="$1"
  shift
  printf '%s\n' "$sql" | mysql --defaults-file="$options" --batch --skip-column-names "$@"
}
