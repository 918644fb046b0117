#!/bin/sh
# Measures how fast spreadsheets are read and taken in; see README.md beside it.
#
#   ops/bench/run.sh [read] [--files N] [--rows N] [--rounds N] [--heap 256m] [--work DIR]
#   ops/bench/run.sh intake [--files N] [--rounds N] [--url jdbc:...] [--work DIR]
#
# BENCH_JAVA_OPTS    what the measuring JVM is started with (-Xmx2g)
# BENCH_BUILT=yes    takes the classes as the last run left them
set -eu

cd "$(dirname "$(readlink -f "$0")")/../.."
classpath=target/bench-classpath.txt
if [ "${BENCH_BUILT:-}" != yes ]; then
  mvn -q -B -Pbench test-compile dependency:build-classpath -Dmdep.outputFile="$classpath"
fi
# shellcheck disable=SC2086 # several options in one variable
exec java ${BENCH_JAVA_OPTS:--Xmx2g} -Duser.timezone=Asia/Shanghai -Dfile.encoding=UTF-8 -Djava.awt.headless=true \
  -cp "target/test-classes:target/classes:$(cat "$classpath")" org.srdi.bench.Bench "$@"
