#!/usr/bin/env bash
# Submits a job unless one of its name runs already, from its newest complete savepoint or checkpoint where there is one:
# what Flink puts in place last is _metadata. How a job takes its checkpoints is said by whoever submits it, so this wants
# the configuration too.
#   submit.sh NAME PARALLELISM CLASS JAR [ARGUMENT...]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
name=$1 parallelism=$2 class=$3 jar=$4
shift 4

cp "$root/conf/config.yaml" "$FLINK_HOME/conf/config.yaml"
running=$("$FLINK_HOME/bin/flink" list -r -m jobmanager:8081)
if [[ $running == *": $name ("* ]]; then
  echo "$name runs already"
  exit 0
fi

checkpoints=$root/data/checkpoints/$name
savepoints=$root/data/savepoints/$name
newest=$({ find "$checkpoints" "$savepoints" -maxdepth 3 -name _metadata -printf '%T@ %h\n' 2> /dev/null || true; } |
  sort -n | tail -n 1 | cut -d ' ' -f 2-)
# Checkpoints of a stack from before the jobs had folders of their own: nobody knows whose they are.
if [[ -z $newest ]] && compgen -G "$root/data/checkpoints/????????????????????????????????/chk-*" > /dev/null; then
  echo "$name: $root/data/checkpoints holds checkpoints of jobs without a name; move those of $name to $checkpoints, or all away" >&2
  exit 1
fi
echo "$name: ${newest:-from the beginning}"
exec "$FLINK_HOME/bin/flink" run -d -m jobmanager:8081 -p "$parallelism" \
  "-Dexecution.checkpointing.dir=file://$checkpoints" "-Dexecution.checkpointing.savepoint-dir=file://$savepoints" \
  ${newest:+-s "file://$newest"} -c "$class" "$jar" "$@"
