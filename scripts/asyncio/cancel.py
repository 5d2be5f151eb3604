"""Two tasks, of which one is cancelled while it waits for its response."""

import asyncio
import os
import sys

import aiohttp


async def delay(session: aiohttp.ClientSession, seconds: float) -> int:
    async with session.get(f"/delay/{seconds}") as response:
        return response.status


async def main(base: str) -> bool:
    async with aiohttp.ClientSession(base) as session:
        short = asyncio.create_task(delay(session, 0.5))
        long = asyncio.create_task(delay(session, 3600))
        await asyncio.sleep(0.1)
        long.cancel()
        try:
            await long
        except asyncio.CancelledError:
            print("cancelled: /delay/3600")
        status = await short
    print("completed: /delay/0.5 with", status)
    return long.cancelled() and status == 200


if __name__ == "__main__":
    if not (address := os.environ.get("HEDDLE_STUB")):
        print("Set HEDDLE_STUB to the server's address: http://127.0.0.1:8080", file=sys.stderr)
        sys.exit(64)
    sys.exit(not asyncio.run(main(address)))
