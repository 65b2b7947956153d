#!/usr/bin/env bash
# The program in the terminal. Run from a checkout: bash examples/terminal.sh
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A briefing by rules alone, each field with its verdict.
summarizer brief call-both-sides.txt --model offline

# The same as a memo with footnotes, and as a report that other programs read.
summarizer brief call-both-sides.txt --model offline -o "$work/memo.md"
summarizer brief call-both-sides.txt --model offline -o "$work/report.json"

# A document from a pipe, dated by hand, so that "on Tuesday" can be resolved.
summarizer brief - --model offline --date 2025-12-09 --format json <call-both-sides.txt >/dev/null

# Any prose against its source: every sentence is a claim. Exit code 3: something is unsupported or worse.
cat >"$work/claims.txt" <<'CLAIMS'
The telephone call lasted about 70 minutes.
The telephone call lasted about 90 minutes.
CLAIMS
summarizer verify "$work/claims.txt" call-both-sides.txt --fail-on unsupported && exit 1 || test $? -eq 3
