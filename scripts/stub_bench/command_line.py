"""The command line of scripts/stub-bench."""

import argparse
import pathlib
import shlex
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from types import FrameType
from typing import NoReturn

from stub_bench import delays, nginx_pairs, soak, transports
from stub_bench.failure import USAGE, Failure


class _Parser(argparse.ArgumentParser):
    """Wrong usage ends with the exit code that it has everywhere in Heddle."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message} ({self.prog} --help)\n")


def main(arguments: Sequence[str]) -> int:
    """Measures what was asked for; returns the exit code."""
    signal.signal(signal.SIGTERM, _stop)
    options = _parser().parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="stub-bench-") as folder:
            return int(options.run(options, pathlib.Path(folder)))
    except Failure as failure:
        print(f"stub-bench: {failure}", file=sys.stderr)
        return failure.exit_code
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def _stop(number: int, _: FrameType | None) -> NoReturn:
    """As an exception, so that what was started is ended."""
    sys.exit(128 + number)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="stub-bench", description="Measures the stub server: the server on one core, the client on another."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _nginx(commands.add_parser("nginx", help="requests/s and CPU a request, in pairs with nginx"))
    _delays(commands.add_parser("delays", help="how late the stub answers what it was asked to delay"))
    _soak(commands.add_parser("soak", help="memory, files and books over a long time, with faults"))
    _transports(commands.add_parser("transports", help="requests/s of each transport beside wrk, and how evenly"))
    further = "further arguments of the stub, in one word: --stub-args='--threads 1'"
    for command in commands.choices.values():
        command.add_argument("--stub-args", type=shlex.split, default=[], metavar="ARGS", help=further)
    return parser


def _nginx(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=nginx_pairs.run)
    whole = _whole(1, 10_000)
    parser.add_argument("--pairs", type=whole, default=10, help="pairs of readings; default 10")
    parser.add_argument("--seconds", type=whole, default=4, help="of a reading; default 4")
    parser.add_argument("--pipelined", type=_whole(1, 1000), default=1, help="requests in one write; default 1")
    parser.add_argument("--client", choices=("wrk", "h2load"), default="wrk", help="default wrk")
    longer = "where nginx's shortest response is longer than the stub's, ask the stub for one as long"
    parser.add_argument("--equal-bytes", action="store_true", help=longer)


def _transports(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=transports.run)
    parser.add_argument("--pairs", type=_whole(1, 10_000), default=10, help="readings of each client; default 10")
    parser.add_argument("--seconds", type=_whole(1, 10_000), default=4, help="of a reading; default 4")
    parser.add_argument("--seed", type=_whole(0, 2**63 - 1), default=1, help="of the order; default 1")
    parser.add_argument("--unpinned", action="store_true", help="stub and client on all cores, not on one each")


def _delays(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=delays.run)
    parser.add_argument("--runs", type=_whole(1, 1000), default=3, help="of each delay and rate; default 3")
    parser.add_argument("--seconds", type=_whole(1, 3600), default=10, help="of a run; default 10")


def _soak(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=soak.run)
    parser.add_argument("--seconds", type=_whole(2, 86_400), default=600, help="default 600")
    parser.add_argument("--rate", type=_whole(1, 1_000_000), default=20_000, help="arrivals a second; default 20000")
    parser.add_argument("--connections", type=_whole(1, 60_000), default=2000, help="open at most; default 2000")
    given_up = "seconds until a stalled request is given up; default 5"
    parser.add_argument("--timeout", type=_whole(1, 3600), default=5, help=given_up)
    parser.add_argument("--seed", type=_whole(0, 2**63 - 1), default=1, help="of the draw of targets; default 1")
    paranoid = "let Netty follow every buffer, and fail if one leaks; slow, so give a lower --rate"
    parser.add_argument("--paranoid", action="store_true", help=paranoid)


def _whole(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if text.isascii() and text.isdigit() and low <= int(text) <= high:
            return int(text)
        raise argparse.ArgumentTypeError(f"'{text}'; allowed: whole numbers from {low} to {high}")

    return parse
