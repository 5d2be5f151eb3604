"""An open loop: each plan is due at a time fixed beforehand and is timed from then on."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Awaitable, Callable, Iterator

from hdr_histogram import Histogram

DRAIN_SECONDS = 10
MOST_IN_FLIGHT = 10_000


@dataclass
class Phase:
    """What became of the arrivals before it counts, or of those that do."""

    planned: int = 0
    started: int = 0
    too_many: int = 0
    too_late: int = 0
    succeeded: int = 0
    failed: int = 0
    timed_out: int = 0
    cancelled: int = 0
    last_end: int = 0
    response: Histogram = field(default_factory=Histogram)
    service: Histogram = field(default_factory=Histogram)
    lag: Histogram = field(default_factory=Histogram)
    failures: dict[str, int] = field(default_factory=dict)

    def unfinished(self) -> int:
        return self.started - self.succeeded - self.failed - self.timed_out - self.cancelled

    def balances(self) -> bool:
        """Whether every arrival is accounted for, and every plan ended."""
        return self.planned == self.started + self.too_many + self.too_late and not self.unfinished()

    def books(self) -> dict[str, int]:
        """By the names that the JVM's loads have for them; asyncio refuses no plan."""
        names = "planned", "started", "too_many", "too_late"
        ends = "succeeded", "failed", "timed_out", "cancelled"
        by_name = {name: getattr(self, name) for name in names + ends}
        return by_name | {"refused": 0, "unfinished": self.unfinished()}


@dataclass
class Load:
    """What came of a load; times are nanoseconds of the phase that counts."""

    warm_up: Phase = field(default_factory=Phase)
    measured: Phase = field(default_factory=Phase)
    in_flight: set[asyncio.Task] = field(default_factory=set)
    highest_in_flight: int = 0

    def started(self) -> int:
        return self.warm_up.started + self.measured.started

    def spoilt(self) -> int:
        return self.started() - self.warm_up.succeeded - self.measured.succeeded

    def failures(self) -> dict[str, int]:
        both = Counter(self.warm_up.failures)
        both.update(self.measured.failures)
        return dict(both)

    def per_second(self, duration: int, warm_up: int) -> float:
        """Plans that yielded a value, per second, until the last one ended."""
        return self.measured.succeeded / (max(duration, self.measured.last_end - warm_up) / 1e9)


async def offer(
    plan: Callable[[int], Awaitable], times: Iterator[int], warm_up: int, duration: int
) -> Load:
    """Starts each plan when it is due, and waits for the last within a bound."""
    load = Load()
    begin = time.perf_counter_ns()
    time_is_up = begin + warm_up + duration + round(DRAIN_SECONDS * 1e9)
    for number, due in enumerate(times):
        if due >= warm_up + duration:
            break
        phase = load.warm_up if due < warm_up else load.measured
        phase.planned += 1
        await _until(begin + due)
        if time.perf_counter_ns() > time_is_up:
            phase.too_late += 1
        elif len(load.in_flight) >= MOST_IN_FLIGHT:
            phase.too_many += 1
        else:
            _start(plan(number), begin, due, phase, load.in_flight)
            load.highest_in_flight = max(load.highest_in_flight, len(load.in_flight))
    await _drain(load.in_flight)
    return load


async def _until(when: int) -> None:
    """Lets others run in any case; the loop's own clock wakes it up to a millisecond late."""
    await asyncio.sleep(max(0, when - time.perf_counter_ns()) / 1e9)
    while (left := when - time.perf_counter_ns()) > 0:
        await asyncio.sleep(left / 1e9)


def _start(plan: Awaitable, begin: int, due: int, phase: Phase, in_flight: set) -> None:
    started = time.perf_counter_ns() - begin
    phase.started += 1
    phase.lag.record(started - due)
    task = asyncio.ensure_future(plan)
    in_flight.add(task)

    def ended(done: asyncio.Task) -> None:
        now = time.perf_counter_ns() - begin
        in_flight.discard(done)
        phase.last_end = max(phase.last_end, now)
        phase.response.record(now - due)
        phase.service.record(now - started)
        _book(done, phase)

    task.add_done_callback(ended)


def _book(done: asyncio.Task, phase: Phase) -> None:
    failure = asyncio.CancelledError() if done.cancelled() else done.exception()
    if failure is None:
        phase.succeeded += 1
        return
    name = type(failure).__name__
    phase.failures[name] = phase.failures.get(name, 0) + 1
    if done.cancelled():
        phase.cancelled += 1
    elif isinstance(failure, TimeoutError):
        phase.timed_out += 1
    else:
        phase.failed += 1


async def _drain(in_flight: set[asyncio.Task]) -> None:
    if in_flight:
        await asyncio.wait(set(in_flight), timeout=DRAIN_SECONDS)
    left = set(in_flight)
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
