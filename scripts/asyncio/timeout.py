"""A limit on waiting: asyncio.timeout cancels the request and raises TimeoutError."""

import asyncio

from program import Client, run


async def main(client: Client) -> bool:
    try:
        async with asyncio.timeout(0.2) as limit:
            await client.get("/delay/3600")
    except TimeoutError:
        print("timed out: /delay/3600")
    await client.get("/get")
    print("then answered: /get")
    return limit.expired()


if __name__ == "__main__":
    run(main, __doc__)
