"""Runs the shared contract cases on asyncio, and says which lines agree."""

import argparse
import asyncio
import platform
import sys
import warnings
from pathlib import Path

from cases import Case, load
from verdicts import Verdict, judge

FOLDER = Path(__file__).parent / "cases"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=FOLDER, help="default: those beside this program")
    parser.add_argument("--loop", choices=["asyncio", "uvloop"], default="asyncio")
    parser.add_argument("--verbose", action="store_true", help="a line for every case")
    arguments = parser.parse_args()
    # Work that is refused before it begins is part of some cases.
    warnings.filterwarnings("ignore", "coroutine .* was never awaited", RuntimeWarning)
    if arguments.loop == "uvloop":
        import uvloop

        asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    verdicts = [(case, judge(case)) for case in load(arguments.cases)]
    for case, verdict in verdicts:
        if arguments.verbose or not verdict.agrees:
            print(f"{case.line}: {verdict.text} ({case.title})")
    print(summary(verdicts))
    return int(any(verdict.unexpected for _, verdict in verdicts))


def summary(verdicts: list[tuple[Case, Verdict]]) -> str:
    """Counts lines: one with several cases agrees if all of them do."""
    lines = {case.line for case, _ in verdicts}
    differing = {case.line for case, verdict in verdicts if not verdict.agrees}
    unexpected = {case.line for case, verdict in verdicts if verdict.unexpected}
    return (
        f"contract: {len(lines)} lines, {len(lines - differing)} agree,"
        f" {len(differing - unexpected)} differ as Python {platform.python_version()} is expected to,"
        f" {len(unexpected)} are unexplained"
    )


sys.exit(main())
