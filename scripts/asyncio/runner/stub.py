"""The stub's own count of requests, held against what was sent."""

import json
import urllib.request

_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def stats(address: str) -> dict:
    with _DIRECT.open(f"{address}/stats", timeout=10) as response:
        return json.load(response)


class Ledger:
    """Requests sent against requests received. Nothing else may talk to the stub meanwhile."""

    def __init__(self, address: str, counts: bool, exact: bool) -> None:
        self._address = address
        self._counts = counts
        self._exact = exact
        self._sent = 0
        self._before = self._received()

    def sent(self, requests: int) -> None:
        self._sent += requests

    def check(self) -> None:
        """Exact where nothing is cancelled; else never more than was sent, all in all."""
        received = self._received() - self._before
        if not self._counts or received == self._sent or (not self._exact and received < self._sent):
            return
        raise RuntimeError(
            f"{self._sent} requests were sent but the stub received {received}:"
            " the fork is worth nothing. Does something else use the stub?"
        )

    def _received(self) -> int:
        return stats(self._address)["received"] if self._counts else 0
