"""What the programs share: an address and a client from the command line, and two HTTP clients."""

from .clients import Client, StatusError
from .command_line import run

__all__ = ["Client", "StatusError", "run"]
