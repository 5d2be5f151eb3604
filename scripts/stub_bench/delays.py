"""How late the stub answers what it was asked to delay, in an open loop."""

import json
import pathlib
import resource
from argparse import Namespace
from typing import Any

from stub_bench import processes, stub
from stub_bench.failure import UNAVAILABLE, Failure
from stub_bench.figures import row

# Path, its delay in seconds, arrivals a second.
SCENARIOS = (
    ("/delay/0.005", 0.005, 1_000),
    ("/delay/0.005", 0.005, 5_000),
    ("/delay/0.05", 0.05, 1_000),
    ("/delay/0.05", 0.05, 5_000),
    ("/delay/1", 1.0, 9_500),
)
FIELDS = ("delay_error_us", "loop_lag_us")

_WARM_UP = 4
_FILES = 12_000


def run(options: Namespace, folder: pathlib.Path) -> int:
    """The command `delays`."""
    processes.need("taskset")
    _need_files()
    server_core, client_core = processes.cores()
    missing: set[str] = set()
    with stub.running(folder, server_core, options.stub_args) as server:
        print(row("path", "offered/s", "achieved/s", "run", *FIELDS, "highest in flight", "client's send lag, µs"))
        print(row("---", "---:", "---:", "---:", *["---"] * len(FIELDS), "---:", "---"))
        for path, delay, rate in SCENARIOS:
            for number in range(options.runs):
                told = _load(server, client_core, path, delay, rate, options.seconds)
                stats = server.stats()
                missing |= {field for field in FIELDS if field not in stats}
                _print(path, number + 1, told, stats)
    for field in sorted(missing):
        print(f"\nThe stub's /stats has no field '{field}'.")
    return 0


def connections(delay: float, rate: int) -> int:
    """Those under way at once, and a tenth and some more for what comes late."""
    return round(delay * rate * 1.1) + 200


def _need_files() -> None:
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if hard not in (resource.RLIM_INFINITY,) and hard < _FILES:
        raise Failure(f"a process may open {hard} files; {_FILES} are needed (ulimit -n)", UNAVAILABLE)


def _load(server: stub.Stub, core: int, path: str, delay: float, rate: int, seconds: int) -> dict[str, Any]:
    """After its warm-up the client itself resets the stub's statistics."""
    arguments = ["--rate", str(rate), "--seconds", str(seconds), "--warm-up", str(_WARM_UP)]
    arguments += ["--connections", str(connections(delay, rate)), "--target", path]
    told = json.loads(processes.output_of(stub.open_loop(server, core, arguments), seconds + _WARM_UP + 90))
    if told["all"]["completed"] != told["planned"]:
        raise Failure(f"{told['planned']} requests to {path} were planned, and ended so: {told['all']}")
    return dict(told)


def _print(path: str, number: int, told: dict[str, Any], stats: dict[str, Any]) -> None:
    achieved = f"{told['achieved_rate']:,.0f} ({told['achieved_rate'] / told['offered_rate']:.1%})"
    told_of_stub = [_cell(stats.get(field)) for field in FIELDS]
    highest = stats.get("highest_in_flight", "missing")
    lag = told["send_lag_us"]
    sent = f"p50 {lag['p50']}, p99 {lag['p99']}, max {lag['max']}"
    print(row(path, f"{told['offered_rate']:,.0f}", achieved, number, *told_of_stub, highest, sent), flush=True)


def _cell(field: Any) -> str:
    if isinstance(field, dict):
        return ", ".join(f"{name} {value}" for name, value in field.items())
    return "missing" if field is None else str(field)
