"""Two tasks, of which one is cancelled while it waits for its response."""

import asyncio

from program import Client, run


async def main(client: Client) -> bool:
    short = asyncio.create_task(client.get("/delay/0.5"), name="short")
    long = asyncio.create_task(client.get("/delay/3600"), name="long")
    await asyncio.sleep(0.1)
    long.cancel()
    try:
        await long
    except asyncio.CancelledError:
        print("cancelled:", long.get_name())
    await short
    print("completed:", short.get_name())
    return long.cancelled() and not short.cancelled()


if __name__ == "__main__":
    run(main, __doc__)
