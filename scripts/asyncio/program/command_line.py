"""Runs a program with what its command line says, and exits with whether it saw what it expected."""

import argparse
import asyncio
import os
import sys
from typing import Awaitable, Callable, NoReturn

from .clients import BY_NAME, Client


def run(main: Callable[[Client], Awaitable[bool]], description: str) -> NoReturn:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "address",
        nargs="?",
        default=os.environ.get("HEDDLE_STUB"),
        help="the server's address; the environment's HEDDLE_STUB unless given",
    )
    parser.add_argument(
        "--client", choices=sorted(BY_NAME), default="aiohttp", help="default: aiohttp"
    )
    arguments = parser.parse_args()
    if not arguments.address:
        print(
            "Give the server's address, such as http://127.0.0.1:8080, or set HEDDLE_STUB to it",
            file=sys.stderr,
        )
        sys.exit(64)
    sys.exit(not asyncio.run(_with_client(main, arguments.client, arguments.address)))


async def _with_client(
    main: Callable[[Client], Awaitable[bool]], client: str, address: str
) -> bool:
    async with BY_NAME[client](address) as opened:
        return await main(opened)
