"""Finds the key for a service: the nearest place wins."""

from collections.abc import Mapping
from pathlib import Path

from storyc.errors import CredentialsError

from .key import KEY_VARIABLE, Key, read_key
from .places import Places
from .private import read_bounded
from .records import load_records
from .ring import open_ring
from .vendor import vendor_key


def key_in_file(path: Path) -> Key:
    """Return the key that a file holds, which its user named. Raises: CredentialsError."""
    try:
        with path.open("rb") as file:
            text = (read_bounded(file) or b"").decode("utf-8")
    except OSError as problem:
        raise CredentialsError(f"cannot read the API key from {path}: {problem.strerror or problem}") from problem
    except UnicodeDecodeError:
        # what was raised holds the content
        raise CredentialsError(f"cannot read the API key from {path}: it is not text") from None
    key = read_key(text)
    if key is None:
        raise CredentialsError(f"{path} holds no API key", hint="it is to hold the key and nothing else")
    return Key(key, "named file", str(path))


def find_key(service: str, environment: Mapping[str, str], places: Places) -> Key | None:
    """Return the key for a service (`service_of`), None if there is none anywhere.

    The environment's goes to whatever service is asked; every other goes only to the one that it was stored for.
    Raises: CredentialsError for a key that cannot be one, or a file that holds keys and cannot be used.
    """
    said = environment.get(KEY_VARIABLE, "")
    if said.strip():
        key = read_key(said)
        if key is None:
            raise CredentialsError(f"the API key in {KEY_VARIABLE} holds characters that no key has")
        return Key(key, "environment", KEY_VARIABLE)
    return _stored_key(service, places) or (None if places.vendor is None else vendor_key(places.vendor, service))


def _stored_key(service: str, places: Places) -> Key | None:
    records = load_records(places.own)
    if service not in records:
        return None
    found = records[service]
    if found is not None:
        key = read_key(found)
        return None if key is None else Key(key, "credentials file", str(places.own))
    ring = open_ring() if places.has_keyring else None
    key = None if ring is None else read_key(ring.find(service) or "")
    return None if ring is None or key is None else Key(key, "keyring", ring.name)
