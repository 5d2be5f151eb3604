"""Delays taken as they are completed, the shortest first, whatever order they were started in."""

import asyncio

from program import Client, run


async def delay(client: Client, seconds: float) -> float:
    await client.get(f"/delay/{seconds}")
    return seconds


async def main(client: Client) -> bool:
    delays = [1.5, 0.1, 0.8]
    completed: list[float] = []
    for next_completed in asyncio.as_completed([delay(client, d) for d in delays]):
        completed.append(await next_completed)
        print("completed:", completed[-1])
    return completed == sorted(delays)


if __name__ == "__main__":
    run(main, __doc__)
