"""What an agent may spend as long as the server runs."""

from threading import Lock

from storyc.errors import RefusedError
from storyc.planning import Plan


class Purse:
    """Credits, of which each build takes what it agreed to pay before it pays. Builds may run at the same time."""

    def __init__(self, left_credits: int) -> None:
        self._left_credits = left_credits
        self._lock = Lock()

    @property
    def left_credits(self) -> int:
        """Return what may still be spent."""
        return self._left_credits

    def take(self, plan: Plan) -> bool:
        """Take what a plan costs and return True. Raises: RefusedError if there is not enough."""
        price_credits = plan.price_credits
        with self._lock:
            if price_credits > self._left_credits:
                raise RefusedError(
                    f"this costs {price_credits:,} credits, and of what this server may spend {self._left_credits:,} are left",
                    hint="ask the person who started the server",
                )
            self._left_credits -= price_credits
        return True

    def give_back(self, unspent_credits: int) -> None:
        """Put back what a build took and did not spend."""
        with self._lock:
            self._left_credits += unspent_credits
