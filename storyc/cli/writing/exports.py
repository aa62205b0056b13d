"""Where an export goes: beside what is built, to a file, or to stdout. What is being written is never half there."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from errno import EDQUOT, EFBIG, ENOSPC
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import BinaryIO

from storyc import exporting
from storyc.disk import temporary_path, unwritable
from storyc.errors import FileError, UsageError
from storyc.exporting import Book, ExportOptions, Format
from storyc.project import Project

_NAMES: Mapping[Format, str] = {
    "html": "{}.html", "md": "{}.md", "pdf": "{}.pdf", "cbz": "{}.cbz", "epub": "{}.epub", "strip": "{}-strip",
    "json": "{}.json", "lettering": "{}-lettering.csv",
}  # fmt: skip
_PICTORIAL = frozenset({"pdf", "cbz", "epub", "strip"})
_STRIP_FILES = "strip-[0-9][0-9][0-9][0-9].*"


def default_path(project: Project, form: Format, options: ExportOptions) -> Path:
    """Return where an export goes if nobody says: into the folder of what is built. Raises: FileError if that is elsewhere."""
    folder = project.root / project.build_folder
    if not folder.resolve().is_relative_to(project.root.resolve()):
        raise FileError(f"{folder} leads out of the project", hint="name the file with -o")
    stem = Path(project.entry).stem
    name = _NAMES[form].format(f"{stem}-script" if options.pages == "script" else stem)
    return folder / (name.replace(".csv", ".tsv") if options.delimiter == "\t" else name)


def write_export(
    book: Book, form: Format, options: ExportOptions, target: Path | None, project: Project
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write an export to a file, or to stdout if there is none, and return what was written and what is to be said about it.

    Raises: FileError, UsageError.
    """
    if form == "strip":
        if target is None:
            raise UsageError("a strip is several files", hint="name a folder with -o")
        return _write_strips(book, options, target), tuple(_left_out(book, form))
    with _opened(target) as file:
        remarks = _write(book, form, options, file, target, project)
    return (() if target is None else (target,)), (*remarks, *_left_out(book, form))


def _write(
    book: Book, form: Format, options: ExportOptions, file: BinaryIO, target: Path | None, project: Project
) -> tuple[str, ...]:
    match form:
        case "pdf":
            return exporting.write_pdf(book, options, file)
        case "cbz":
            exporting.write_cbz(book, options, file)
        case "epub":
            exporting.write_epub(book, options, file)
        case "json":
            file.write(exporting.board_json(book))
        case "lettering":
            file.write(exporting.lettering_table(book, options))
        case "html":
            pages = import_module("storyc.assembly")
            parts = pages.html_parts(book.board, book.results, book.read_art, theme=project.config.theme)
            file.writelines(part.encode() for part in parts)
        case "md":
            seen_from = Path.cwd() if target is None else target.resolve().parent
            art_root = Path(os.path.relpath(project.root, seen_from)).as_posix()
            pages = import_module("storyc.assembly")
            file.write(pages.to_markdown(book.board, book.results, art_root=art_root).encode())
    return ()


def _left_out(book: Book, form: Format) -> Iterator[str]:
    if book.is_overlaid and form in _PICTORIAL:
        for key in exporting.left_out(book):
            yield f"page {key.page}, panel {key.panel} has no room for all of its words"


def _write_strips(book: Book, options: ExportOptions, folder: Path) -> tuple[Path, ...]:
    """Write the files of a strip, all of them or none, and take away those of a longer one before it."""
    waiting: dict[Path, Path] = {}
    path = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for strip in exporting.strips(book, options):
            path = folder / strip.name
            waiting[path] = temporary_path(path)
            waiting[path].write_bytes(strip.content)
        for path, temporary in waiting.items():
            temporary.replace(path)
    except OSError as problem:
        raise _unwritten(path, problem) from problem
    finally:
        for temporary in waiting.values():
            with suppress(OSError):
                temporary.unlink()
    for old in set(folder.glob(_STRIP_FILES)) - waiting.keys():
        with suppress(OSError):
            old.unlink()
    return tuple(waiting)


@contextmanager
def _opened(target: Path | None) -> Iterator[BinaryIO]:
    """Give a file to write to; it takes its place, or goes to stdout, when it is whole. Raises: FileError."""
    if target is None or target.is_char_device() or target.is_fifo():
        # what writes archives goes back and forth in them, which no pipe can
        with TemporaryFile() as file:
            try:
                yield file
                file.flush()
            except OSError as problem:
                raise _unwritten(Path(gettempdir()), problem) from problem
            file.seek(0)
            try:
                sys.stdout.flush()
                with nullcontext(sys.stdout.buffer) if target is None else target.open("wb") as stream:
                    shutil.copyfileobj(file, stream)
                    stream.flush()
            except BrokenPipeError:
                raise
            except OSError as problem:
                failure = unwritable(target or Path("stdout"), problem)
                raise FileError(
                    failure.message, hint="what came there is not whole; make room and export again"
                ) from problem
        return
    temporary = temporary_path(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as file:
            yield file
        temporary.replace(target)
    except OSError as problem:
        raise _unwritten(target, problem) from problem
    finally:
        with suppress(OSError):
            temporary.unlink()


def _unwritten(path: Path, problem: OSError) -> FileError:
    """Return the failure to write an export, which leaves everything as it was."""
    failure = unwritable(path, problem)
    is_full = problem.errno in {ENOSPC, EDQUOT, EFBIG}
    advice = "make room and export again" if is_full else "see that you may write there, or name another file with -o"
    return FileError(failure.message, hint=f"nothing was exported, and what was there before is as it was; {advice}")
