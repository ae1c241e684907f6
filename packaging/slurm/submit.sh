#!/bin/sh
# Queues the shards of an extraction, and the merge for when all are done; prints the number of the merge's job:
#
#   submit.sh 8 SET.facespace --network NETWORK.json --trust
#
# Options for sbatch stand in SBATCH_OPTIONS: SBATCH_OPTIONS="--partition=cpu --cpus-per-task=4 --constraint=genoa".
set -eu
here=$(dirname "$(readlink -f "$0")")
shards=$1
project=$2
shift 2
# shellcheck disable=SC2086 # several options
array=$(sbatch --parsable ${SBATCH_OPTIONS-} --array="1-$shards" "$here/shard.sbatch" "$shards" extract "$project" "$@")
# shellcheck disable=SC2086
sbatch --parsable ${SBATCH_OPTIONS-} --dependency="afterok:${array%%;*}" "$here/merge.sbatch" "$project"
