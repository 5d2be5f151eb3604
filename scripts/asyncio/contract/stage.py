"""What the plans and steps of one case share: tasks, gates, permits, failures and the journal."""

import asyncio
from typing import Any

class Disagreement(Exception):
    """asyncio did something else than a step says."""


class Named(Exception):
    """The failure of that name."""


class Stage:
    """:param bound: seconds after which what has not happened is taken for what does not happen"""

    def __init__(self, permits: dict[str, int], bound: float):
        self.bound = bound
        self.tasks: dict[str, asyncio.Task] = {}
        self.groups: dict[str, asyncio.TaskGroup] = {}
        self.deadlines: dict[str, asyncio.Timeout] = {}
        self.journal: asyncio.Queue[Any] = asyncio.Queue()
        self.permits = {name: asyncio.Semaphore(count) for name, count in permits.items()}
        self._gates: dict[str, Gate] = {}
        self._failures: dict[str, Named] = {}

    def gate(self, name: str) -> "Gate":
        return self._gates.setdefault(name, Gate(name, self.bound))

    def failure(self, name: str) -> Named:
        return self._failures.setdefault(name, Named(name))


class Gate:
    """Where plans wait until the case lets them go on."""

    def __init__(self, name: str, bound: float):
        self._name = name
        self._bound = bound
        self._opened = asyncio.Event()
        self._arrivals = asyncio.Semaphore(0)
        self._cancellations = asyncio.Semaphore(0)

    async def wait(self) -> None:
        self._arrivals.release()
        try:
            await self._opened.wait()
        except asyncio.CancelledError:
            self._cancellations.release()
            raise

    def open(self) -> None:
        self._opened.set()

    async def arrivals(self, count: int) -> None:
        await self._count(self._arrivals, count, "arrivals")

    async def cancellations(self, count: int) -> None:
        await self._count(self._cancellations, count, "cancellations")

    async def _count(self, seen: asyncio.Semaphore, count: int, what: str) -> None:
        for counted in range(count):
            try:
                await asyncio.wait_for(seen.acquire(), self._bound)
            except TimeoutError:
                raise Disagreement(f"{counted} of {count} {what} at gate {self._name}") from None
