"""From placeholders in a request to URLs that the service can open."""

from collections.abc import Mapping
from posixpath import basename

from storyc.errors import FileError
from storyc.lowering import Unit
from storyc.planning import Downloaded, StoredAsset, UnitState
from storyc.text import Files
from storyc.wire import MAX_UPLOAD_BYTES, ArtLink, UploadLink, placeholders, read_placeholder

from .ledger import LedgerStore
from .store import AssetStore


class Sources:
    """What the requests of a build refer to: files of the project and art of other units."""

    def __init__(self, files: Files, ledger: LedgerStore, store: AssetStore) -> None:
        self._files = files
        self._ledger = ledger
        self._store = store

    def missing_art(self, unit: Unit) -> ArtLink | None:
        """Return the first panel that a request needs and that is not at home; None if nothing is missing."""
        states = self._ledger.states()
        for link in map(read_placeholder, placeholders(unit.request)):
            if isinstance(link, ArtLink) and _find(states, link) is None:
                return link
        return None

    def urls(self, unit: Unit) -> dict[str, str]:
        """Return the URLs that are known for the placeholders of a request."""
        known = {}
        for placeholder in placeholders(unit.request):
            url = self._url(placeholder)
            if url:
                known[placeholder] = url
        return known

    def next_upload(self, unit: Unit) -> tuple[str, str] | None:
        """Return the SHA-256 and the name of the first content that must be uploaded for a unit; None if there is none."""
        names = {upload.sha256: basename(upload.path) for upload in unit.uploads}
        for placeholder in placeholders(unit.request):
            if not self._url(placeholder):
                digest = self._digest(placeholder)
                return digest, names.get(digest, f"{digest[:16]}.webp")
        return None

    def read_bytes(self, unit: Unit, digest: str) -> bytes:
        """Return content that a unit refers to by its SHA-256. Raises: FileError."""
        path = next((upload.path for upload in unit.uploads if upload.sha256 == digest), None)
        if path is None:
            return self._store.read_bytes(digest)
        if self._files.sha256(path) != digest:
            raise FileError(f"{path} was changed during the build", hint="build again")
        content = self._files.read_bytes(path)
        if len(content) > MAX_UPLOAD_BYTES:
            raise FileError(f"{path} is too large to be uploaded: {len(content):,} bytes of {MAX_UPLOAD_BYTES:,}")
        return content

    def _url(self, placeholder: str) -> str:
        link = read_placeholder(placeholder)
        if isinstance(link, ArtLink):
            asset = _find(self._ledger.states(), link)
            if asset is not None and asset.url:
                return asset.url
        return self._ledger.uploads().get(self._digest(placeholder), "")

    def _digest(self, placeholder: str) -> str:
        match read_placeholder(placeholder):
            case UploadLink(sha256):
                return sha256
            case ArtLink() as link:
                asset = _find(self._ledger.states(), link)
                assert asset is not None, "a unit whose art is missing is not sent"
                return asset.sha256
            case None:
                raise AssertionError(placeholder)


def _find(states: Mapping[str, UnitState], link: ArtLink) -> StoredAsset | None:
    state = states.get(link.unit)
    if not isinstance(state, Downloaded):
        return None
    return next((asset for asset in state.assets if (asset.page, asset.panel) == (link.page, link.panel)), None)
