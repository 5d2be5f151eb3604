"""The first of several: asyncio.wait returns at the first completion, and cancels nothing itself."""

import asyncio
import os
import sys

import httpx


async def get(client: httpx.AsyncClient, path: str) -> str:
    response = await client.get(path)
    response.raise_for_status()
    return path


async def main(base: str) -> bool:
    async with httpx.AsyncClient(base_url=base, timeout=None) as client:
        paths = ["/delay/3600", "/delay/0.1", "/delay/3600"]
        tasks = [asyncio.create_task(get(client, path)) for path in paths]
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        first = [task.result() for task in done]
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
    print("first:", *first)
    print("cancelled:", sum(task.cancelled() for task in pending))
    return first == ["/delay/0.1"] and all(task.cancelled() for task in pending)


if __name__ == "__main__":
    if not (address := os.environ.get("HEDDLE_STUB")):
        print("Set HEDDLE_STUB to the server's address: http://127.0.0.1:8080", file=sys.stderr)
        sys.exit(64)
    sys.exit(not asyncio.run(main(address)))
