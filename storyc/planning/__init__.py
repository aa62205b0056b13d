"""What a build would do, and what builds have brought home. Pure."""

from .results import Art, Results

__all__ = ["Art", "Results"]
