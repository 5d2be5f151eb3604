"""A closed loop of 64 over each transport beside wrk with one thread, in one interleaved run."""

import os
import pathlib
import random
import statistics
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stub_bench import figures, processes, stub
from stub_bench.figures import Loop, row

_CONNECTIONS = "64"
_PATH = "/bytes/2"
# Readings of each JVM; the last one counts, the others warm it.
_READINGS = 3
_WRK = "wrk"
_OWN = ("netty1", "socket", "socket-platform", "apache", "apache-platform", "jdk")


@dataclass(frozen=True)
class Client:
    """Who asks: wrk, or a transport in a JVM of its own."""

    name: str
    command: list[str]

    def read(self, seconds: int) -> Loop:
        """One reading of some seconds."""
        before = os.times()
        text = processes.output_of(self.command, _READINGS * seconds + 60)
        after = os.times()
        if self.name != _WRK:
            return figures.parse_loop(text)
        reading = figures.parse_wrk(text)
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        return Loop(reading.per_second, cpu / max(1, reading.requests) * 1e6, None)


def run(options: Namespace, folder: pathlib.Path) -> int:
    """The command `transports`."""
    processes.need("taskset", _WRK)
    server_core, client_core = processes.cores()
    with stub.running(folder, server_core, options.stub_args) as own:
        clients = _clients(own, None if options.unpinned else client_core, options.seconds)
        if options.unpinned:
            processes.unpin(own.pid)
        read: dict[str, list[Loop]] = {client.name: [] for client in clients}
        order = random.Random(options.seed)
        for number in range(options.pairs):
            for client in order.sample(clients, len(clients)):
                read[client.name].append(client.read(options.seconds))
            print(f"round {number + 1} of {options.pairs} read", flush=True)
    _print(read)
    return 0


def _clients(own: stub.Stub, core: int | None, seconds: int) -> list[Client]:
    url = own.address + _PATH
    wrk = [processes.find(_WRK) or _WRK, "-t1", "-c" + _CONNECTIONS, f"-d{seconds}s", url]
    commands = {_WRK: wrk} | {name: _loop(own, name, url, seconds) for name in _OWN}
    return [
        Client(name, command if core is None else processes.pinned(core, command))
        for name, command in commands.items()
    ]


def _loop(own: stub.Stub, name: str, url: str, seconds: int) -> list[str]:
    arguments = [name, url, _CONNECTIONS, str(seconds), str(_READINGS)]
    return stub.test_program(own, "dev.heddle.http.ClosedLoopMain", arguments)


def _print(read: Mapping[str, Sequence[Loop]]) -> None:
    """Each client's medians, and its ratios to wrk of the same round."""
    print()
    print(row("client", "requests/s", "by wrk's (range)", "CPU µs/request", "by wrk's (range)", "least/most a loop"))
    print(row("---", *["---:"] * 5))
    wrk = read[_WRK]
    for name, loops in read.items():
        rate = figures.ratio([(own.per_second, other.per_second) for own, other in zip(loops, wrk)])
        cpu = figures.ratio([(own.cpu_us, other.cpu_us) for own, other in zip(loops, wrk)])
        even = [loop.evenness for loop in loops if loop.evenness is not None]
        per_second = f"{statistics.median(loop.per_second for loop in loops):,.0f}"
        cpu_us = f"{statistics.median(loop.cpu_us for loop in loops):.2f}"
        print(row(name, per_second, rate, cpu_us, cpu, f"{statistics.median(even):.2f}" if even else "not told"))
