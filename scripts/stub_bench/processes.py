"""Starts programs, reads what they cost from /proc, and ends them by their id."""

import contextlib
import os
import pathlib
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from stub_bench.failure import UNAVAILABLE, Failure

ROOT = pathlib.Path(__file__).resolve().parents[2]

_PACKAGES = {"nginx": "nginx", "wrk": "wrk", "h2load": "nghttp2-client", "taskset": "util-linux"}
_END = 10.0


def need(*programs: str) -> None:
    """Says which program is missing before anything is started."""
    for program in programs:
        if not find(program):
            package = _PACKAGES[program]
            raise Failure(f"'{program}' is missing; install it (Debian's package is '{package}')", UNAVAILABLE)


def find(program: str) -> str | None:
    """Where it is; Debian's nginx is in a folder that is not on everybody's PATH."""
    return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")


def cores() -> tuple[int, int]:
    """One core for the server and one for the client."""
    allowed = sorted(os.sched_getaffinity(0))
    if len(allowed) < 2:
        raise Failure(f"this process may use the cores {allowed}; a server and a client need one each", UNAVAILABLE)
    return allowed[0], allowed[1]


def pinned(core: int, command: Sequence[str]) -> list[str]:
    """The command on one core. It keeps the id of the process that is started."""
    return [find("taskset") or "taskset", "-c", str(core), *command]


def unpin(pid: int) -> None:
    """Lets every thread of a process run where this one may."""
    for task in os.listdir(f"/proc/{pid}/task"):
        with contextlib.suppress(ProcessLookupError):
            os.sched_setaffinity(int(task), os.sched_getaffinity(0))


@contextlib.contextmanager
def running(
    command: Sequence[str],
    out: pathlib.Path,
    err: pathlib.Path,
    environment: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """A process that has ended when the block is left, however it is left."""
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, env=environment, cwd=ROOT
        )
    try:
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends it, by force if it does not end by itself."""
    process.terminate()
    try:
        process.wait(_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(_END)


def output_of(command: Sequence[str], bound: float) -> str:
    """What the command prints. It is killed if it takes longer than it may."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=bound, cwd=ROOT, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Failure(f"'{' '.join(command)}' had not ended after {bound:.0f} s") from error
    if done.returncode:
        raise Failure(f"'{' '.join(command)}' ended with {done.returncode}: {done.stderr or done.stdout}")
    return done.stdout


def wait_until(holds: Callable[[], bool], bound: float) -> bool:
    """Whether it came to hold in time."""
    end_of_wait = time.monotonic() + bound
    while not holds():
        if time.monotonic() > end_of_wait:
            return False
        time.sleep(0.05)
    return True


def cpu_seconds(pid: int) -> float:
    """User and system time so far. The name of a process may hold spaces and parentheses."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rss_kib(pid: int) -> int:
    """The memory of the process that is in RAM."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise Failure(f"process {pid} has no memory any more: it has ended")


def open_files(pid: int) -> int:
    """File descriptors that the process holds."""
    return len(os.listdir(f"/proc/{pid}/fd"))


def children(pid: int) -> list[int]:
    """The ids of its children."""
    return [int(child) for child in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
