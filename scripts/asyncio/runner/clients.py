"""The two HTTP clients, held to what Heddle's clients on the JVM are held to."""

CONNECT_SECONDS = 2
RESPONSE_SECONDS = 30
STATUS = 200
MOST_BYTES = 16 << 20
MOST_CONNECTIONS = 10_000


class Aiohttp:
    """One session, whose connections are kept alive."""

    def __init__(self) -> None:
        import aiohttp

        self.name = f"aiohttp {aiohttp.__version__}"
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=MOST_CONNECTIONS),
            timeout=aiohttp.ClientTimeout(total=RESPONSE_SECONDS, sock_connect=CONNECT_SECONDS),
        )

    async def get(self, url: str) -> bytes:
        async with self._session.get(url, allow_redirects=False) as response:
            return checked(url, response.status, await response.read())

    async def close(self) -> None:
        await self._session.close()


class Httpx:
    """One client, whose connections are kept alive; proxies of the environment are not asked."""

    def __init__(self) -> None:
        import httpx

        self.name = f"httpx {httpx.__version__}"
        self._client = httpx.AsyncClient(
            limits=httpx.Limits(
                max_connections=MOST_CONNECTIONS, max_keepalive_connections=MOST_CONNECTIONS
            ),
            timeout=httpx.Timeout(RESPONSE_SECONDS, connect=CONNECT_SECONDS),
            trust_env=False,
        )

    async def get(self, url: str) -> bytes:
        response = await self._client.get(url)
        return checked(url, response.status_code, response.content)

    async def close(self) -> None:
        await self._client.aclose()


class NoClient:
    """Of work that fetches nothing."""

    name = "none"

    async def close(self) -> None:
        pass


BY_NAME = {"aiohttp": Aiohttp, "httpx": Httpx, "none": NoClient}


def checked(url: str, status: int, body: bytes) -> bytes:
    if status != STATUS or not 0 < len(body) <= MOST_BYTES:
        raise ValueError(f"{url} was answered with status {status} and {len(body)} bytes")
    return body
