"""The one call behind `storyc build`: plan, buy or draw, assemble. What has nothing to do is over before anything is loaded."""

from importlib import import_module
from pathlib import Path

from msgspec.structs import replace

from storyc.storyboard import Storyboard
from storyc.text import Files

from .options import BuildOptions, Front, Summary
from .stamp import inputs_sha256, is_current, load_stamp


def build(board: Storyboard, files: Files, options: BuildOptions, front: Front | None = None) -> Summary:
    """Bring a storyboard's art home, write its pages, and return what was done.

    Interrupted once (SIGINT), it sends nothing more and writes what is there; twice, it leaves at once with KeyboardInterrupt.

    Raises: FileError, RefusedError, CredentialsError, NetworkError, ApiError; what is at home by then is on record and in the pages.
    """
    inputs = inputs_sha256(board, options)
    root = Path(options.root)
    stamp = load_stamp(root)
    if stamp is not None and is_current(stamp, inputs, root, files):
        done = stamp.summary
        return replace(done, is_current=True, kept=done.kept + done.built, built=0, price_credits=0)
    # the client, the artist and the templates take most of a second to load, so only a build that needs them does it
    summary: Summary = import_module("storyc.pipeline.carrying").carry_out(
        board, files, options, stamp, inputs=inputs, front=front or Front()
    )
    return summary
