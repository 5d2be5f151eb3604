"""An nginx to compare with: one worker, no log, its own temporary folder."""

import contextlib
import pathlib
import socket
from collections.abc import Iterator
from dataclasses import dataclass

from stub_bench import processes
from stub_bench.failure import Failure

# As small as nginx's response can be made: no Content-Type, no version.
_CONFIGURATION = """\
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{
    worker_connections 1024;
}}
http {{
    access_log off;
    server_tokens off;
    default_type '';
    keepalive_requests 1000000000;
    keepalive_timeout 1h;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            return 200 '{body}';
        }}
    }}
}}
"""


@dataclass(frozen=True)
class Nginx:
    """An nginx that runs; the id is its worker's."""

    port: int
    pid: int


@contextlib.contextmanager
def running(folder: pathlib.Path, core: int, body: str) -> Iterator[Nginx]:
    """An nginx on one core that answers everything with 200 and this body."""
    port = _free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder, port=port, body=body))
    err = folder / "nginx.err"
    program = processes.find("nginx") or "nginx"
    command = [program, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(configuration)]
    with processes.running(processes.pinned(core, command), folder / "nginx.out", err) as master:
        ready = processes.wait_until(lambda: master.poll() is not None or _answers(port), 10)
        if not ready or master.poll() is not None:
            raise Failure(f"nginx did not start: {err.read_text()}{_text(folder / 'error.log')}")
        yield Nginx(port, processes.children(master.pid)[0])


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


def _text(file: pathlib.Path) -> str:
    return file.read_text() if file.exists() else ""
