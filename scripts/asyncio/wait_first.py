"""The first of several: asyncio.wait returns at the first completion, and cancels nothing itself."""

import asyncio

from program import Client, run


async def get(client: Client, path: str) -> str:
    await client.get(path)
    return path


async def main(client: Client) -> bool:
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
    run(main, __doc__)
