"""A stub to measure, and what it says of itself."""

import contextlib
import json
import os
import pathlib
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from stub_bench import figures, processes
from stub_bench.failure import UNAVAILABLE, Failure

JAR = processes.ROOT / "benchmarks/target/benchmarks.jar"
TEST_CLASSES = processes.ROOT / "harness/target/test-classes"

# Those with which the suite starts its stub (StubCommandLine).
JVM_FLAGS = ("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC")

_READY = "heddle stub listening on "
_START = 90.0
_ANSWER = 10.0
_LOCAL = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Stub:
    """A stub that runs."""

    address: str
    pid: int
    java: str
    errors: pathlib.Path

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.address.rpartition(":")[2])

    def stats(self) -> dict[str, Any]:
        """What it has counted."""
        return self._ask("/stats")

    def _ask(self, path: str) -> dict[str, Any]:
        try:
            with _LOCAL.open(self.address + path, timeout=_ANSWER) as answer:
                return json.load(answer)
        except (urllib.error.URLError, OSError, ValueError) as error:
            raise Failure(f"no answer to {self.address}{path}: {error}; its errors:\n{self.error_text()}") from error

    def error_text(self) -> str:
        """The end of what it wrote to standard error."""
        return self.errors.read_text(errors="replace")[-4000:]


@contextlib.contextmanager
def running(
    folder: pathlib.Path, core: int, arguments: Sequence[str] = (), jvm_flags: Sequence[str] = JVM_FLAGS
) -> Iterator[Stub]:
    """A warm stub on one core, which has ended when the block is left."""
    need_built()
    out, err = folder / "stub.out", folder / "stub.err"
    command = [str(processes.ROOT / "scripts/heddle"), "stub", "--port", "0", "--warm", *arguments]
    environment = os.environ | {"JDK_JAVA_OPTIONS": " ".join(jvm_flags)}
    with processes.running(processes.pinned(core, command), out, err, environment) as process:
        processes.wait_until(lambda: process.poll() is not None or _READY in out.read_text(), _START)
        address = next((line for line in out.read_text().splitlines() if line.startswith(_READY)), None)
        if not address:
            ended = process.poll()
            what = f"was not ready within {_START:.0f} s" if ended is None else f"ended with exit code {ended}"
            raise Failure(f"the stub {what}; its errors:\n{err.read_text()}")
        # The launcher has become the JVM, so this is the java that it found.
        java = os.readlink(f"/proc/{process.pid}/exe")
        yield Stub(address.removeprefix(_READY), process.pid, java, err)


def need_built() -> None:
    """Says what is not built, rather than let the launcher build while something is measured."""
    for made in (JAR, TEST_CLASSES / "dev/heddle/stub/OpenLoopMain.class"):
        if not made.exists():
            raise Failure(f"'{made}' is missing; build it: mvn -q -DskipTests package", UNAVAILABLE)


def open_loop(stub: Stub, core: int, arguments: Sequence[str]) -> list[str]:
    """The command that loads a stub in an open loop from another core."""
    program = test_program(stub, "dev.heddle.stub.OpenLoopMain", ["--address", stub.address, *arguments])
    return processes.pinned(core, program)


def test_program(stub: Stub, name: str, arguments: Sequence[str]) -> list[str]:
    """The command that starts a class of the test sources on the JDK of the stub."""
    java = [stub.java, *JVM_FLAGS, "--enable-preview"]
    java += ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
    return [*java, "-cp", f"{JAR}{os.pathsep}{TEST_CLASSES}", name, *arguments]


def response_bytes(port: int, path: str) -> int:
    """How long the whole response to a GET is, on a connection that is kept."""
    with socket.create_connection(("127.0.0.1", port), _ANSWER) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode("ascii"))
        got = b""
        while b"\r\n\r\n" not in got:
            part = connection.recv(65536)
            if not part:
                raise Failure(f"port {port} closed the connection in the head of its answer to {path}")
            got += part
    return figures.response_length(got[: got.index(b"\r\n\r\n") + 4])
