"""What stops a benchmark."""


class BenchError(Exception):
    """A benchmark that cannot go on; the text says why. `status` 2 is for what was asked wrongly."""

    def __init__(self, text: str, status: int = 1) -> None:
        super().__init__(text)
        self.status = status
