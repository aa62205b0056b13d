"""From placeholders in a request to URLs that the service can open."""

from collections import defaultdict
from itertools import islice
from posixpath import basename

from storyc.errors import FileError
from storyc.ledger import LedgerStore
from storyc.lowering import Unit
from storyc.planning import Downloaded, StoredAsset
from storyc.store import AssetStore
from storyc.text import Files
from storyc.wire import MAX_UPLOAD_BYTES, ArtLink, UploadLink, placeholders, read_placeholder


class Sources:
    """What the requests of a build refer to: files of the project and art of other units."""

    def __init__(self, files: Files, ledger: LedgerStore, store: AssetStore) -> None:
        self._files = files
        self._ledger = ledger
        self._store = store
        self._places: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
        """Key, page and panel of each picture on record, by what it shows."""
        self._seen = 0
        self._old = frozenset(key for key, state in ledger.states().items() if isinstance(state, Downloaded))
        """Units whose art came home in an earlier build: the service may have forgotten its address since."""

    def missing_art(self, unit: Unit) -> ArtLink | None:
        """Return the first panel that a request needs and that is not at home; None if nothing is missing."""
        for link in map(read_placeholder, placeholders(unit.request)):
            if isinstance(link, ArtLink) and self._find(link) is None:
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
            key, asset = self._find(link) or ("", None)
            if asset is not None and asset.url and (key not in self._old or not self._store.has(asset.sha256)):
                return asset.url
        return self._ledger.uploads().get(self._digest(placeholder), "")

    def _digest(self, placeholder: str) -> str:
        match read_placeholder(placeholder):
            case UploadLink(sha256):
                return sha256
            case ArtLink() as link:
                found = self._find(link)
                assert found is not None, "a unit whose art is missing is not sent"
                return found[1].sha256
            case None:
                raise AssertionError(placeholder)

    def _find(self, link: ArtLink) -> tuple[str, StoredAsset] | None:
        """Return the art of a panel as it is on record and at home, with the key of its purchase."""
        depictions, states = self._ledger.depictions(), self._ledger.states()
        for key, depiction in islice(depictions.items(), self._seen, None):
            for shown in depiction.shown:
                self._places[shown.content].append((key, shown.page, shown.panel))
        self._seen = len(depictions)
        for key, page, panel in self._places.get(link.content, ()):
            state = states.get(key)
            if isinstance(state, Downloaded):
                for asset in state.assets:
                    if (asset.page, asset.panel) == (page, panel):
                        return key, asset
        return None
