#!/bin/sh
# Instructions a byte, counted by callgrind: folding alone, and finding at 5, 1,000 and 10,000 rules.
#
#   scripts/instructions.sh [el|en]...     (both if none is given)
#
# Every stage runs over the same drafts once and three times; the difference leaves the set-up out.
set -eu
cd "$(dirname "$0")/.."

bench=$(cargo bench --bench check --no-run --message-format=json |
    sed -n 's/.*"name":"check".*"executable":"\([^"]*\)".*/\1/p' | tail -n 1)
counts=$(mktemp)
trap 'rm -f "$counts"' EXIT

# Prints the bytes of the drafts and the instructions of the whole run.
run() {
    bytes=$(valgrind --tool=callgrind --callgrind-out-file="$counts" --log-file=/dev/null \
        "$bench" --once "$@" | cut -d ' ' -f 1)
    echo "$bytes $(sed -n 's/^\(summary\|totals\): \([0-9]*\).*/\2/p' "$counts" | tail -n 1)"
}

# stage, language, rules, kind
stage() {
    one=$(run "$@" 1)
    three=$(run "$@" 3)
    echo "$one $three" | awk -v what="$2 | $3 | $4 | $1" \
        '{ printf "| %s | %.1f |\n", what, ($4 - $2) / 2 / $1 }'
}

echo "| language | rules | | stage | instructions a byte |"
echo "|---|--:|---|---|--:|"
for language in "${@:-el en}"; do
    for tag in $language; do
        stage fold "$tag" 5 phrases
        for rules in 5 1000 10000; do
            stage find "$tag" "$rules" phrases
        done
        stage find "$tag" 10000 mix
        stage check "$tag" 1000 phrases
    done
done
