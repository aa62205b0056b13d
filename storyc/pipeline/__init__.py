"""The online sequences that front ends share: plan, build, assemble."""

from .build import build, plan
from .options import ApiBackend, Backend, BuildOptions, DraftBackend, Front, Summary

__all__ = ["ApiBackend", "Backend", "BuildOptions", "DraftBackend", "Front", "Summary", "build", "plan"]
