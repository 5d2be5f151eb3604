"""Delays taken as they are completed, the shortest first, whatever order they were started in."""

import asyncio
import os
import sys

import httpx


async def delay(client: httpx.AsyncClient, seconds: float) -> float:
    response = await client.get(f"/delay/{seconds}")
    response.raise_for_status()
    return seconds


async def main(base: str) -> bool:
    delays = [1.5, 0.1, 0.8]
    completed: list[float] = []
    async with httpx.AsyncClient(base_url=base) as client:
        for next_completed in asyncio.as_completed([delay(client, d) for d in delays]):
            completed.append(await next_completed)
            print("completed:", completed[-1])
    return completed == sorted(delays)


if __name__ == "__main__":
    if not (address := os.environ.get("HEDDLE_STUB")):
        print("Set HEDDLE_STUB to the server's address: http://127.0.0.1:8080", file=sys.stderr)
        sys.exit(64)
    sys.exit(not asyncio.run(main(address)))
