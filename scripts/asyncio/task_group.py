"""A task group: the failure of one child cancels its siblings, and is raised when they have ended."""

import asyncio
import os
import sys

import aiohttp


async def get(session: aiohttp.ClientSession, *paths: str) -> None:
    for path in paths:
        async with session.get(path) as response:
            response.raise_for_status()


async def main(base: str) -> bool:
    statuses: list[int] = []
    async with aiohttp.ClientSession(base) as session:
        try:
            async with asyncio.TaskGroup() as group:
                siblings = [group.create_task(get(session, "/delay/3600")) for _ in range(2)]
                group.create_task(get(session, "/delay/0.1", "/status/500"))
        except* aiohttp.ClientResponseError as failures:
            statuses = [failure.status for failure in failures.exceptions]
    cancelled = sum(task.cancelled() for task in siblings)
    print("failed:", *statuses)
    print("cancelled siblings:", cancelled)
    return statuses == [500] and cancelled == 2


if __name__ == "__main__":
    if not (address := os.environ.get("HEDDLE_STUB")):
        print("Set HEDDLE_STUB to the server's address: http://127.0.0.1:8080", file=sys.stderr)
        sys.exit(64)
    sys.exit(not asyncio.run(main(address)))
