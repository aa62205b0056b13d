"""Files and addresses that a script points at."""

import re

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.storyboard import Origin, Reference
from storyc.text import Files, Source, normalise

from .nearby import SETTINGS_ABOVE, Nearby, settings_would_help
from .saying import place
from .service import MAX_UPLOAD_BYTES

_TYPED = r"(.*?)\s*[(（]([^()（）]*)[)）]\s*\Z"
_ADDRESS = r"([A-Za-z][A-Za-z0-9+.-]*)://(\S*)\Z"
_HOST = r"[^\s/?#@:\[\]]+|\[[0-9A-Fa-f:.]+\]"

SUFFIXES = {
    "image": (".png", ".jpg", ".jpeg", ".webp", ".gif"),
    "video": (".mp4", ".mov", ".webm"),
    "audio": (".mp3", ".wav", ".m4a", ".ogg"),
    "document": (".pdf", ".doc", ".docx", ".txt", ".md"),
}


class References:
    """Reads references and checks them against the files of the project; each file is looked at once."""

    def __init__(self, files: Files, said: list[Diagnostic]) -> None:
        self._files = files
        self._said = said
        self._nearby = Nearby(files)
        self._sizes: dict[str, int | None] = {}

    def read(self, written: str, source: Source, at: int, kinds: tuple[str, ...]) -> Reference | None:
        """Return the reference that was written, None if it cannot be used; `kinds` are keys of `SUFFIXES`."""
        target, kind = written, ""
        if (typed := re.match(_TYPED, written, flags=re.DOTALL)) and typed[1]:
            target, kind = typed[1], typed[2].strip()
        label = place(source, at, at + len(target))
        if not target:
            helps = ("write a path or an address",)
            self._said.append(Diagnostic(codes.MISSING_FILE, "no file is named here", label, helps=helps))
            return None
        origin = Origin(source.name, source.position(at).line)
        if address := re.match(_ADDRESS, target):
            if address[1].lower() not in {"https", "http"} or not re.match(_HOST, address[2]):
                self._said.append(
                    Diagnostic(
                        codes.BAD_ADDRESS,
                        f"`{target}` is no web address that the service could open",
                        label,
                        helps=("write an address that begins with `https://`, or a path inside the project",),
                    )
                )
                return None
            return Reference(target, is_local=False, kind=kind, origin=origin)
        path = normalise(target, beside=source.name)
        if path is None:
            settings = SETTINGS_ABOVE if settings_would_help(target, self._files) else ""
            self._said.append(
                Diagnostic(
                    codes.PATH_OUTSIDE_PROJECT,
                    f"`{target}` lies outside the project",
                    label,
                    helps=(
                        "copy the file into the project's folder; write its path relative to this file, with `/`"
                        + settings,
                    ),
                )
            )
            return None
        usable = self._is_usable(path, label, source, kinds)
        return Reference(path, is_local=True, kind=kind, origin=origin) if usable else None

    def _is_usable(self, path: str, label: Label, source: Source, kinds: tuple[str, ...]) -> bool:
        if path not in self._sizes:
            self._sizes[path] = self._files.size_bytes(path)
        size_bytes = self._sizes[path]
        allowed = tuple(suffix for kind in kinds for suffix in SUFFIXES[kind])
        if size_bytes is None:
            self._said.append(self._missing(path, label, source, allowed))
            return False
        if size_bytes > MAX_UPLOAD_BYTES:
            self._said.append(
                Diagnostic(
                    codes.FILE_TOO_LARGE,
                    f"`{path}` has {size_bytes / 1_048_576:.1f} MiB, more than the {MAX_UPLOAD_BYTES // 1_048_576} MiB "
                    "that can be uploaded",
                    label,
                    helps=("make it smaller, or put it on a web server and write its address",),
                )
            )
            return False
        if not path.lower().endswith(allowed):
            self._said.append(
                Diagnostic(
                    codes.UNSUPPORTED_FILE_TYPE,
                    f"`{path}` may be of a type that the service cannot use",
                    label,
                    helps=(f"here it takes {', '.join(allowed)}",),
                )
            )
        return True

    def _missing(self, path: str, label: Label, source: Source, suffixes: tuple[str, ...]) -> Diagnostic:
        if (near := self._nearby.find(path, suffixes)) is not None:
            return near.instead_of(path, label, source)
        helps = ("paths are relative to the script that they stand in",)
        return Diagnostic(codes.MISSING_FILE, f"there is no file `{path}`", label, helps=helps)
