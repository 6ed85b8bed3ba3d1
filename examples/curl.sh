#!/bin/sh
# Who answers the chats: first what the question would cost, then the answer, then a table for a spreadsheet.
#
# Run it beside "npm start":   sh examples/curl.sh [http://127.0.0.1:4000]
# Elsewhere than in sandbox mode with a key of your own:   WEIR_KEY=… sh examples/curl.sh https://weir.example
set -eu
origin=${1:-http://127.0.0.1:4000}
key=${WEIR_KEY:-sandbox}

ask() {
  # --fail-with-body: an error of HTTP ends the script, and its words are shown.
  curl --silent --show-error --fail-with-body "$origin/graphql" \
    -H "authorization: Bearer $key" -H 'content-type: application/json' -H 'accept: application/graphql-response+json' \
    -d "$1"
  echo
}

query='query Operators { operators(first: 3) { nodes { pseudo email } } }'
ask "{ \"query\": \"$query\", \"extensions\": { \"dryRun\": true } }"
ask "{ \"query\": \"$query\" }"

# The same endpoint gives tables: saved queries have addresses of their own, for whatever can open a URL.
curl --silent --show-error --fail-with-body --user "anybody:$key" "$origin/tables/expos.csv"
