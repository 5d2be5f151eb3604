"""One operation after the other, for iterations of a fixed time."""

import resource
import sys
import time
from dataclasses import dataclass, field
from typing import Awaitable, Callable

Operation = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Timing:
    """How long a fork takes, as the JVM's forks."""

    warmups: int
    warmup_millis: int
    iterations: int
    millis: int

    @staticmethod
    def parse(text: str) -> "Timing":
        """Reads such as 5x500+5x500."""
        warm, measured = text.split("+")
        return Timing(*(int(n) for n in warm.split("x")), *(int(n) for n in measured.split("x")))


@dataclass
class Measured:
    """What a fork found, a value an iteration where there are lists."""

    cold_millis: float = 0.0
    micros: list[float] = field(default_factory=list)
    cpu_micros: list[float] = field(default_factory=list)
    peak_rss_mb: float = 0.0


async def measure(operation: Operation, timing: Timing, check: Callable[[], None]) -> Measured:
    """The first call, cold; the warm-up; what counts. Each is checked when nothing is under way."""
    measured = Measured()
    begin = time.perf_counter()
    await operation()
    measured.cold_millis = (time.perf_counter() - begin) * 1e3
    check()
    for _ in range(timing.warmups):
        await _iterate(operation, timing.warmup_millis)
        check()
    for _ in range(timing.iterations):
        micros, cpu = await _iterate(operation, timing.millis)
        measured.micros.append(micros)
        measured.cpu_micros.append(cpu)
        check()
    measured.peak_rss_mb = peak_rss_mb()
    return measured


async def _iterate(operation: Operation, millis: int) -> tuple[float, float]:
    """Wall-clock and CPU time of the process, µs an operation."""
    cpu = time.process_time_ns()
    begin = now = time.perf_counter_ns()
    end = begin + millis * 1_000_000
    operations = 0
    while now < end:
        await operation()
        operations += 1
        now = time.perf_counter_ns()
    return (now - begin) / 1e3 / operations, (time.process_time_ns() - cpu) / 1e3 / operations


def peak_rss_mb() -> float:
    """Of this program. On Linux not getrusage's, which keeps that of whoever started it."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            kib = next(line.split()[1] for line in status if line.startswith("VmHWM:"))
        return int(kib) * 1024 / 1e6
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6
