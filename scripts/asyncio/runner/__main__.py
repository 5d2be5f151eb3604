"""Measures one pattern on asyncio, as one fork, and writes it as an entry of JMH's JSON."""

import argparse
import asyncio
import json

import forks
import ground
import patterns
import work
from closed_loop import Timing


def main() -> None:
    args = _parser().parse_args()
    ground.raise_open_files()
    if args.describe is not None:
        print(json.dumps(ground.describe(args.describe), indent=2))
        return
    if (args.rate or args.work in work.FETCHES) and not args.stub:
        _parser().error("fetches need --stub URL")
    args.stub = args.stub.rstrip("/")
    fork = forks.opened(args) if args.rate else forks.closed(args)
    text = json.dumps([_run(fork, args.loop)], indent=2)
    if args.out:
        with open(args.out, "w", encoding="utf-8") as file:
            print(text, file=file)
    else:
        print(text)


def _run(fork, loop: str) -> dict:
    if loop == "asyncio":
        return asyncio.run(fork)
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(fork)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="runner", description=__doc__)
    add = parser.add_argument
    add("--pattern", choices=patterns.BY_NAME, default="gather")
    add("--work", choices=work.NAMES, default="fetch", help="what each child does")
    add("--fan-out", type=int, default=100, help="how many children there are")
    add("--client", choices=("aiohttp", "httpx"), default="aiohttp")
    add("--loop", choices=("asyncio", "uvloop"), default="asyncio")
    add("--stub", default="", help="the stub's address")
    add("--timing", type=Timing.parse, default="5x500+5x500", help="warm-ups, then iterations, in ms")
    add("--out", help="the result's file; standard output unless given")
    add("--describe", nargs="*", metavar="PACKAGE", help="tell of the interpreter and run nothing")
    load = parser.add_argument_group("an open loop instead, of fetches with a drawn latency")
    add = load.add_argument
    add("--rate", type=float, help="arrivals per second")
    add("--latency", default="lognormal:p50=5ms,p99=40ms", help="what the stub waits for, or get")
    add("--arrivals", choices=("poisson", "constant"), default="poisson")
    add("--seconds", type=float, default=10, help="for how long it counts")
    add("--warm-up", type=float, default=10, help="for how many seconds plans start before")
    add("--seed", type=int, default=1, help="decides arrivals and delays")
    add("--log", help="where the HdrHistogram log goes")
    add("--report", help="where figures, books and verdict go, as the JVM's loads leave them")
    return parser


if __name__ == "__main__":
    main()
