"""Keeps one comment on a pull request up to date: `comment.py NAME FILE`; an empty file says that nothing is bought."""

# ruff: noqa: INP001 - it stands beside the action that runs it, in no package

import json
import os
import sys
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

PAGE_SIZE = 100
TIMEOUT_S = 30
FORBIDDEN = 403


def ask(method: str, path: str, content: object = None) -> Any:
    """Return what the code host answers. Raises: URLError."""
    address = os.environ["GITHUB_API_URL"]
    headers = {
        "Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}",
        "Accept": "application/vnd.github+json",
        "Content-Type": "application/json",
    }
    body = None if content is None else json.dumps(content).encode()
    request = Request(f"{address}/repos/{os.environ['GITHUB_REPOSITORY']}/{path}", body, headers, method=method)  # noqa: S310 - the runner's own address
    with urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310 - see above
        return json.load(answer)


def find_comment(pull_request: str, mark: str) -> int | None:
    """Return the number of the comment that begins with a mark, None if there is none."""
    page = 1
    while comments := ask("GET", f"issues/{pull_request}/comments?per_page={PAGE_SIZE}&page={page}"):
        for comment in comments:
            if comment["body"].startswith(mark):
                return int(comment["id"])
        page += 1
    return None


def main(name: str, plan: str) -> None:
    """Write the comment, write it anew, or leave a pull request alone that buys nothing and never did."""
    pull_request = os.environ["PULL_REQUEST"]
    quoted = json.dumps(name).replace("--", "-\\u002d")  # two dashes would end what hides the mark
    mark = f"<!-- storyc plan {quoted} -->\n"
    found = find_comment(pull_request, mark)
    if found is not None:
        body = mark + (plan or "### storyc: nothing would be bought any more\n")
        ask("PATCH", f"issues/comments/{found}", {"body": body})
    elif plan:
        ask("POST", f"issues/{pull_request}/comments", {"body": mark + plan})


def warn(problem: URLError) -> None:
    """Print why there is no comment. It is no reason to call the change wrong, and the summary of the job says the same."""
    way_out = ""
    if isinstance(problem, HTTPError) and problem.code == FORBIDDEN:
        way_out = '; give the job `pull-requests: write`, or say `comment: "false"`'
    sys.stdout.write(f"::warning title=no comment::the code host does not take the comment: {problem}{way_out}\n")


if __name__ == "__main__":
    try:
        main(sys.argv[1], Path(sys.argv[2]).read_text("utf-8"))
    except URLError as failure:
        warn(failure)
