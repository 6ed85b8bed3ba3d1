"""One person as four systems know them. Python 3.9 or later, with nothing installed.

Run it beside "npm start":   python3 examples/person.py EMAIL [http://127.0.0.1:4000]
In sandbox mode david.andersson2@iron-river-33.example is somebody. Elsewhere set WEIR_KEY to a key of your own.
"""

import json
import os
import sys
import urllib.error
import urllib.request

QUERY = """
query Person($email: EmailAddress!) {
  person(email: $email) {
    firstName
    lastName
    leads(first: 3) { nodes { companyName lastVisitAt } }
    encounters(first: 3) { nodes { time partner { name } } }
    profile { emailOptIn }
  }
}
"""


def ask(origin, query, variables):
    """The answer. Also what is refused is an answer with errors: their codes say what to do about them."""
    request = urllib.request.Request(
        origin + "/graphql",
        data=json.dumps({"query": query, "variables": variables}).encode(),
        headers={
            "authorization": "Bearer " + os.environ.get("WEIR_KEY", "sandbox"),
            "content-type": "application/json",
            "accept": "application/graphql-response+json",
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.load(response)
    except urllib.error.HTTPError as refused:
        return json.load(refused)


def main(email, origin="http://127.0.0.1:4000"):
    answer = ask(origin, QUERY, {"email": email})
    for error in answer.get("errors", []):
        details = error["extensions"]
        wait = details.get("retryAfterSeconds")
        hint = "" if wait is None else "; try again in %d s" % wait
        print("%s: %s%s" % (details["code"], error["message"], hint), file=sys.stderr)
    if answer.get("data") is None:
        sys.exit(1)
    print(json.dumps(answer["data"]["person"], indent=2, ensure_ascii=False))
    print("%d upstream calls" % answer["extensions"]["cost"]["actual"], file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
