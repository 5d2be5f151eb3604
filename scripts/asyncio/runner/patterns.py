"""Heddle's patterns as asyncio has them. Each takes its children not yet begun."""

import asyncio
from typing import Any, Awaitable, Callable

Children = list[Callable[[], Awaitable[Any]]]

LIMIT = 10  # of bounded: how many children run at once
LIMIT_SECONDS = 30  # of timeout: what each child keeps


async def gather(children: Children) -> list:
    return await asyncio.gather(*(child() for child in children))


async def outcomes(children: Children) -> list:
    ended = await asyncio.gather(*(child() for child in children), return_exceptions=True)
    for outcome in ended:
        if isinstance(outcome, BaseException):
            raise outcome  # No child of a measured pattern fails.
    return ended


async def wait_first(children: Children) -> list:
    tasks = [asyncio.ensure_future(child()) for child in children]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return [next(iter(done)).result()]


async def as_completed(children: Children) -> list:
    return [await ended for ended in asyncio.as_completed([child() for child in children])]


async def group(children: Children) -> list:
    async with asyncio.TaskGroup() as tasks:
        started = [tasks.create_task(child()) for child in children]
    return [task.result() for task in started]


async def timeout(children: Children) -> list:
    results = []
    for child in children:
        async with asyncio.timeout(LIMIT_SECONDS):
            results.append(await child())
    return results


async def bounded(children: Children) -> list:
    permits = asyncio.Semaphore(LIMIT)

    async def one(child: Callable[[], Awaitable[Any]]) -> Any:
        async with permits:
            return await child()

    return await asyncio.gather(*(one(child) for child in children))


BY_NAME = {
    "gather": gather,
    "outcomes": outcomes,
    "wait-first": wait_first,
    "as-completed": as_completed,
    "group": group,
    "timeout": timeout,
    "bounded": bounded,
}

BENCHMARKS = {
    "gather": "GatherBenchmark.gather",
    "outcomes": "OutcomesBenchmark.outcomes",
    "wait-first": "WaitFirstBenchmark.waitFirst",
    "as-completed": "AsCompletedBenchmark.asCompleted",
    "group": "GroupBenchmark.group",
    "timeout": "TimeoutBenchmark.timeout",
    "bounded": "BoundedBenchmark.bounded",
}


def results(pattern: str, children: int) -> int:
    return 1 if pattern == "wait-first" else children
