"""A task group: the failure of one child cancels its siblings, and is raised when they have ended."""

import asyncio

from program import Client, StatusError, run


async def get(client: Client, *paths: str) -> None:
    for path in paths:
        await client.get(path)


async def main(client: Client) -> bool:
    statuses: list[int] = []
    try:
        async with asyncio.TaskGroup() as group:
            siblings = [group.create_task(get(client, "/delay/3600")) for _ in range(2)]
            group.create_task(get(client, "/delay/0.1", "/status/500"))
    except* StatusError as failures:
        statuses = [failure.status for failure in failures.exceptions]
    cancelled = sum(task.cancelled() for task in siblings)
    print("failed:", *statuses)
    print("cancelled siblings:", cancelled)
    return statuses == [500] and cancelled == 2


if __name__ == "__main__":
    run(main, __doc__)
