"""Five GETs at once: asyncio.gather returns their results in the order of its arguments."""

import asyncio

from program import Client, run


async def get(client: Client, number: int) -> str:
    return (await client.get("/get", n=number))["args"]["n"]


async def main(client: Client) -> bool:
    numbers = await asyncio.gather(*(get(client, n) for n in range(5)))
    print("gathered:", *numbers)
    return numbers == ["0", "1", "2", "3", "4"]


if __name__ == "__main__":
    run(main, __doc__)
