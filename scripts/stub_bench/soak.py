"""The stub for a long time under load, some of it faults: nothing leaks, no request is lost."""

import json
import pathlib
import subprocess
import time
from argparse import Namespace
from dataclasses import dataclass
from typing import Any

from stub_bench import books, figures, processes, stub
from stub_bench.failure import FAILED, Failure

_WITHOUT_FAULT = "/get"

# All of the heap is in RAM from the beginning, so that growth is not the heap filling up for the
# first time. What leaks inside it ends the stub: 14 bytes a request are enough in ten minutes.
_JVM_FLAGS = (*stub.JVM_FLAGS, "-XX:+AlwaysPreTouch")
_PARANOID = "-Dio.netty.leakDetection.level=paranoid"
_STEADY = 0.8
_SPARE = 60.0
_WARM_UP = 8
_QUIET = 10.0


@dataclass(frozen=True)
class Soaked:
    """What one soak came to."""

    told: dict[str, Any]
    stats: dict[str, Any]
    memory: list[tuple[float, float]]
    files: tuple[int, int]
    errors: str


def run(options: Namespace, folder: pathlib.Path) -> int:
    """The command `soak`."""
    processes.need("taskset")
    server_core, client_core = processes.cores()
    flags = (*_JVM_FLAGS, _PARANOID) if options.paranoid else _JVM_FLAGS
    with stub.running(folder, server_core, options.stub_args, flags) as server:
        # The client gives up what is held back or unanswered after the timeout each, warm-up and window.
        bound = _WARM_UP + options.seconds + 4 * options.timeout + _SPARE
        soaked = _soak(server, stub.open_loop(server, client_core, _load(options)), bound, folder)
    _print(soaked)
    faults = books.faults(soaked.told, soaked.stats)
    if "LEAK" in soaked.errors:
        faults.append(f"the stub says that something leaks:\n{soaked.errors}")
    print()
    for fault in faults:
        print(f"FAILED: {fault}")
    print("" if faults else "The books balance; no request was lost.")
    return FAILED if faults else 0


def _load(options: Namespace) -> list[str]:
    arguments = ["--rate", str(options.rate), "--seconds", str(options.seconds), "--timeout", str(options.timeout)]
    arguments += ["--connections", str(options.connections), "--seed", str(options.seed), "--warm-up", str(_WARM_UP)]
    for path in books.ENDINGS:
        share = 100 - (len(books.ENDINGS) - 1) if path == _WITHOUT_FAULT else 1
        arguments += ["--target", f"{share}:{path}"]
    return arguments


def _soak(server: stub.Stub, command: list[str], bound: float, folder: pathlib.Path) -> Soaked:
    files = processes.open_files(server.pid)
    out, err = folder / "client.out", folder / "client.err"
    with processes.running(command, out, err) as client:
        memory = _watch(server, client, bound)
    if client.returncode:
        raise Failure(f"the client ended with {client.returncode}: {err.read_text()}")
    processes.wait_until(lambda: books.quiet(server.stats()), _QUIET)
    told = json.loads(out.read_text())
    return Soaked(
        told, server.stats(), memory, (files, processes.open_files(server.pid)), server.errors.read_text()
    )


def _watch(server: stub.Stub, client: subprocess.Popen[bytes], bound: float) -> list[tuple[float, float]]:
    """The stub's memory in KiB over time in minutes, once a second until the client has ended."""
    start = time.monotonic()
    memory: list[tuple[float, float]] = []
    while client.poll() is None:
        elapsed = time.monotonic() - start
        if elapsed > bound:
            raise Failure(f"the client had not ended after {bound:.0f} s")
        try:
            memory.append((elapsed / 60, float(processes.rss_kib(server.pid))))
        except (Failure, OSError) as error:
            raise Failure(f"the stub has ended under load; its errors:\n{server.error_text()}") from error
        time.sleep(max(0.0, start + len(memory) - time.monotonic()))
    return memory


def _print(soaked: Soaked) -> None:
    told, stats = soaked.told, soaked.stats
    print(f"Offered {told['offered_rate']:,.0f}/s for {told['window_seconds']:,.0f} s;", end=" ")
    print(f"achieved {told['achieved_rate']:,.0f}/s; {told['held_back']} held back;", end=" ")
    print(f"client: {told['client_cpu_seconds'] / told['window_seconds']:.0%} of a core.\n")
    books.print_endings(told)
    slope = figures.slope(figures.last_part(soaked.memory, _STEADY))
    print(f"\nRSS: first {soaked.memory[0][1]:,.0f} KiB, last {soaked.memory[-1][1]:,.0f} KiB,", end=" ")
    print(f"slope {slope:+,.1f} KiB/min over the last {_STEADY:.0%} of the time.")
    print("Open files: {} before, {} after.".format(*soaked.files))
    print(f"Response time, µs: {told['response_us']}\nClient's send lag, µs: {told['send_lag_us']}")
    print(f"Stub: {stats}")
