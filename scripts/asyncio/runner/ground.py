"""What the runner stands on: its interpreter, packages and limits, for whoever compares."""

import importlib.metadata
import platform
import resource
import sys

import clients


def runtime() -> str:
    return f"{platform.python_implementation()} {platform.python_version()}"


def describe(modules: list[str]) -> dict[str, str]:
    """In words; versions are those of the packages that a run imports."""
    return {
        "runtime": runtime(),
        "executable": sys.executable,
        "packages": ", ".join(f"{name} {importlib.metadata.version(name)}" for name in modules),
        "fork": "a process of Python with one event loop, on which driver, plans and client run",
        "connections at most": f"{clients.MOST_CONNECTIONS:,}",
        "open files at most": f"{resource.getrlimit(resource.RLIMIT_NOFILE)[0]:,}",
        "time to connect": f"{clients.CONNECT_SECONDS} s",
        "time to answer": f"{clients.RESPONSE_SECONDS} s",
        "status": str(clients.STATUS),
        "body at most": f"{clients.MOST_BYTES:,} bytes",
        "keep-alive": "one client for the whole fork, idle connections kept",
    }


def raise_open_files() -> None:
    """As far as it is allowed, which the JVM does by itself: each connection is a file."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    except (OSError, ValueError):
        pass  # macOS has no limit to tell, and takes none.
