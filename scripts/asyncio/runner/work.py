"""What each child of a pattern does, as on the JVM."""

import asyncio
from functools import partial

SLEEP_SECONDS = 0.01
DRAWN = "/latency/lognormal?p50=0.005&p99=0.04&seed=11&key="
FETCHES = {"fetch", "fetch-drawn"}
NAMES = ("no-op", "sleep", "fetch", "fetch-drawn")


def children(work: str, count: int, pattern: str, client, stub: str) -> list:
    """The children of an operation. Of a wait the first is quick, the others take twice a sleep."""
    all_even = [_even(work, number, client, stub) for number in range(count)]
    if pattern != "wait-first":
        return all_even
    return all_even[:1] + [_lasting(work, number, client, stub) for number in range(1, count)]


async def nothing() -> None:
    pass


def _even(work: str, number: int, client, stub: str):
    if work == "sleep":
        return partial(asyncio.sleep, SLEEP_SECONDS)
    if work == "fetch":
        return partial(client.get, f"{stub}/get")
    if work == "fetch-drawn":
        return partial(client.get, f"{stub}{DRAWN}{number}")
    return nothing


def _lasting(work: str, number: int, client, stub: str):
    if work == "sleep":
        return partial(asyncio.sleep, 2 * SLEEP_SECONDS)
    if work == "fetch":
        return partial(client.get, f"{stub}/delay/{2 * SLEEP_SECONDS}")
    return _even(work, number, client, stub)
