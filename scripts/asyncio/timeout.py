"""A limit on waiting: asyncio.timeout cancels the request and raises TimeoutError."""

import asyncio
import os
import sys

import aiohttp


async def get(session: aiohttp.ClientSession, path: str) -> int:
    async with session.get(path) as response:
        return response.status


async def main(base: str) -> bool:
    async with aiohttp.ClientSession(base) as session:
        try:
            async with asyncio.timeout(0.2) as limit:
                await get(session, "/delay/3600")
        except TimeoutError:
            print("timed out: /delay/3600")
        status = await get(session, "/get")
    print("then answered:", status)
    return limit.expired() and status == 200


if __name__ == "__main__":
    if not (address := os.environ.get("HEDDLE_STUB")):
        print("Set HEDDLE_STUB to the server's address: http://127.0.0.1:8080", file=sys.stderr)
        sys.exit(64)
    sys.exit(not asyncio.run(main(address)))
