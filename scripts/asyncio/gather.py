"""Five GETs at once: asyncio.gather returns their results in the order of its arguments."""

import asyncio
import os
import sys

import aiohttp


async def get(session: aiohttp.ClientSession, number: int) -> str:
    async with session.get("/get", params={"n": number}) as response:
        response.raise_for_status()
        return (await response.json())["args"]["n"]


async def main(base: str) -> bool:
    async with aiohttp.ClientSession(base) as session:
        numbers = await asyncio.gather(*(get(session, n) for n in range(5)))
    print("gathered:", *numbers)
    return numbers == ["0", "1", "2", "3", "4"]


if __name__ == "__main__":
    if not (address := os.environ.get("HEDDLE_STUB")):
        print("Set HEDDLE_STUB to the server's address: http://127.0.0.1:8080", file=sys.stderr)
        sys.exit(64)
    sys.exit(not asyncio.run(main(address)))
