#!/bin/sh
# All analyses of 24,000 images with planted features in one run: tests/bench/analysis/run.sh BUILD [FOLDER]
set -e
cli=$1/bin/facespace-cli
folder=${2:-$(mktemp -d)}
/usr/bin/python3 "$(dirname "$0")/plant.py" "$folder"
rm -f "$folder/p.facespace"
"$cli" import "$folder/manifest.csv" -o "$folder/p.facespace" > /dev/null
"$cli" import-features "$folder/p.facespace" "$folder/features.npy" --name planted > /dev/null
for metric in cosine euclidean; do
    start=$(date +%s.%N)
    "$cli" verify "$folder/p.facespace" --metric $metric > /dev/null 2>&1
    echo "verify --metric $metric: $(echo "$(date +%s.%N) - $start" | bc) s"
done
start=$(date +%s.%N)
"$cli" report "$folder/p.facespace" -o "$folder/report" --no-measuring > /dev/null 2>&1
echo "report, all analyses: $(echo "$(date +%s.%N) - $start" | bc) s"
