"""The stub and nginx on the same core, in pairs: requests a second, and CPU a request."""

import pathlib
import shlex
import statistics
from argparse import Namespace
from dataclasses import dataclass

from stub_bench import figures, nginx, processes, stub
from stub_bench.failure import USAGE, Failure
from stub_bench.figures import row

_CONNECTIONS = "64"
_PIPELINE = """\
init = function(args)
  local one = wrk.format()
  local all = {{}}
  for i = 1, {requests} do all[i] = one end
  together = table.concat(all)
end
request = function() return together end
"""


@dataclass(frozen=True)
class Server:
    """What is read: where it listens, and the process that costs."""

    name: str
    url: str
    pid: int


@dataclass(frozen=True)
class Cost:
    """One reading."""

    per_second: float
    cpu_us: float


@dataclass(frozen=True)
class Client:
    """The closed-loop client and what it is told."""

    command: list[str]
    core: int
    seconds: int
    wrk: bool

    def read(self, server: Server) -> Cost:
        """Loads the server for some seconds."""
        before = processes.cpu_seconds(server.pid)
        text = processes.output_of(processes.pinned(self.core, [*self.command, server.url]), self.seconds + 30)
        cpu = processes.cpu_seconds(server.pid) - before
        reading = figures.parse_wrk(text) if self.wrk else figures.parse_h2load(text)
        return Cost(reading.per_second, cpu / max(1, reading.requests) * 1e6)


def run(options: Namespace, folder: pathlib.Path) -> int:
    """The command `nginx`."""
    processes.need("taskset", "nginx", options.client)
    client = _client(options, folder)
    core = processes.cores()[0]
    with stub.running(folder, core, options.stub_args) as own:
        with nginx.running(folder, core, _body(own, folder, core)) as other:
            path = _path(own, stub.response_bytes(other.port, "/")) if options.equal_bytes else "/bytes/2"
            print(f"Stub, `{path}`: {stub.response_bytes(own.port, path)} bytes a response in all;", end=" ")
            print(f"nginx: {stub.response_bytes(other.port, '/')}. Client: `{shlex.join(client.command)}`\n")
            servers = (
                Server("stub", own.address + path, own.pid),
                Server("nginx", f"http://127.0.0.1:{other.port}/", other.pid),
            )
            _compare(servers, client, options.pairs)
    return 0


def _client(options: Namespace, folder: pathlib.Path) -> Client:
    core = processes.cores()[1]
    seconds = str(options.seconds)
    program = processes.find(options.client) or options.client
    if options.client == "h2load":
        if options.pipelined > 1:
            raise Failure(f"--pipelined is {options.pipelined}; with --client h2load only 1 is allowed", USAGE)
        command = [program, "--h1", "-t1", "-c" + _CONNECTIONS, "-D", seconds]
        return Client(command, core, options.seconds, wrk=False)
    command = [program, "-t1", "-c" + _CONNECTIONS, f"-d{seconds}s"]
    if options.pipelined > 1:
        script = folder / "pipeline.lua"
        script.write_text(_PIPELINE.format(requests=options.pipelined))
        command += ["-s", str(script)]
    return Client(command, core, options.seconds, wrk=True)


def _body(own: stub.Stub, folder: pathlib.Path, core: int) -> str:
    """What makes nginx's response as long as the stub's, or two bytes where its head alone is longer."""
    wanted = stub.response_bytes(own.port, "/bytes/2")
    with nginx.running(folder, core, "ok") as trial:
        head = stub.response_bytes(trial.port, "/") - len("ok") - 1
    return "k" * (figures.body_for(wanted, head) or 2)


def _path(own: stub.Stub, wanted: int) -> str:
    """The path at which the stub's response is as long as nginx's."""
    head = stub.response_bytes(own.port, "/bytes/2") - 2 - 1
    return f"/bytes/{figures.body_for(wanted, head) or 2}"


def _compare(servers: tuple[Server, Server], client: Client, pairs: int) -> None:
    for server in servers:
        client.read(server)
    print(row("pair", "first", "stub req/s", "nginx req/s", "ratio", "stub CPU µs/req", "nginx CPU µs/req", "ratio"))
    print(row("---", "---", *["---:"] * 6))
    read: list[tuple[Cost, Cost]] = []
    for pair in range(pairs):
        read.append(_pair(servers, client, pair % 2 == 1))
        _print_pair(pair + 1, servers[pair % 2].name, *read[-1])
    rate = figures.ratio([(own.per_second, other.per_second) for own, other in read])
    cpu = figures.ratio([(own.cpu_us, other.cpu_us) for own, other in read])
    print(f"\nStub by nginx, median of {pairs} pairs (range): requests/s {rate}, CPU a request {cpu}.")
    for index, server in enumerate(servers):
        median = statistics.median(costs[index].per_second for costs in read)
        print(f"Median of {server.name}: {median:,.0f} requests/s.")


def _pair(servers: tuple[Server, Server], client: Client, reverse: bool) -> tuple[Cost, Cost]:
    own, other = servers
    if reverse:
        second = client.read(other)
        return client.read(own), second
    return client.read(own), client.read(other)


def _print_pair(number: int, first: str, own: Cost, other: Cost) -> None:
    rates = (f"{own.per_second:,.0f}", f"{other.per_second:,.0f}", f"{own.per_second / other.per_second:.3f}")
    cpu = (f"{own.cpu_us:.2f}", f"{other.cpu_us:.2f}", f"{own.cpu_us / other.cpu_us:.3f}")
    print(row(number, first, *rates, *cpu), flush=True)
