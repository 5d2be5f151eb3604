"""One GET on two clients. Each is imported only where it is asked for."""

from typing import Any, AsyncContextManager, Awaitable, Callable


class StatusError(Exception):
    """The server answered, but not with 200."""

    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


class Client:
    """What a program needs of an HTTP client."""

    def __init__(self, fetch: Callable[[str, dict], Awaitable[tuple[int, Any]]]) -> None:
        self._fetch = fetch

    async def get(self, path: str, **params: Any) -> Any:
        """The JSON of the answer."""
        status, body = await self._fetch(path, params)
        if status != 200:
            raise StatusError(status)
        return body


class OnAiohttp:
    """A session of aiohttp, as a client."""

    def __init__(self, base: str) -> None:
        import aiohttp

        self._session = aiohttp.ClientSession(base)

    async def __aenter__(self) -> Client:
        return Client(self._fetch)

    async def __aexit__(self, *failure: object) -> None:
        await self._session.close()

    async def _fetch(self, path: str, params: dict) -> tuple[int, Any]:
        async with self._session.get(path, params=params) as response:
            return response.status, await response.json() if response.status == 200 else None


class OnHttpx:
    """A client of httpx, without its limit of 5 s for an answer, which aiohttp does not have."""

    def __init__(self, base: str) -> None:
        import httpx

        self._client = httpx.AsyncClient(base_url=base, timeout=None)

    async def __aenter__(self) -> Client:
        return Client(self._fetch)

    async def __aexit__(self, *failure: object) -> None:
        await self._client.aclose()

    async def _fetch(self, path: str, params: dict) -> tuple[int, Any]:
        response = await self._client.get(path, params=params)
        return response.status_code, response.json() if response.status_code == 200 else None


BY_NAME: dict[str, Callable[[str], AsyncContextManager[Client]]] = {
    "aiohttp": OnAiohttp,
    "httpx": OnHttpx,
}
