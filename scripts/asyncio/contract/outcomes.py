"""How something ended, in the words of the cases."""

import asyncio
from typing import Any, Awaitable

from stage import Named


async def ended(work: Awaitable[Any]) -> Any:
    """The value, or what came out instead."""
    try:
        return await work
    except BaseException as e:
        return raised(e)


def raised(exception: BaseException) -> Any:
    if isinstance(exception, asyncio.CancelledError):
        return "cancelled"
    return {"failed": failure(exception)}


def failure(exception: BaseException) -> Any:
    match exception:
        case Named():
            return str(exception)
        case TimeoutError():
            return "timed out"
        case BaseExceptionGroup():
            return {"group": [failure(entry) for entry in exception.exceptions]}
        case asyncio.InvalidStateError() | RuntimeError():
            return "refused"
        case ValueError():
            return "invalid"
        case _:
            return repr(exception)
