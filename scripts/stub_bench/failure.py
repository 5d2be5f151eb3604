"""How a measurement says that it could not be made, or that it did not hold."""

FAILED = 1
USAGE = 64
UNAVAILABLE = 69


class Failure(Exception):
    """Ends the command with one sentence on standard error and this exit code."""

    def __init__(self, sentence: str, exit_code: int = FAILED) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code
