"""Keeps a key for a service, in the keyring if there is one that keeps secrets, else in storyc's own file."""

from storyc.errors import FileError

from .places import Places
from .records import load_records, save_records
from .ring import open_ring


def store_key(service: str, secret: str, places: Places) -> str:
    """Keep a key in place of whatever was kept for a service, and return where it is now.

    Raises: FileError, CredentialsError if storyc's own file cannot be used.
    """
    if places.own is None:
        raise FileError("there is no folder to keep a key in", hint="set STORYC_CONFIG_HOME to a folder of yours")
    records = load_records(places.own)
    ring = open_ring() if places.has_keyring else None
    if ring is not None and ring.keep(service, secret):
        save_records(places.own, {**records, service: None})
        return ring.name
    save_records(places.own, {**records, service: secret})
    return str(places.own)


def forget_key(service: str, places: Places) -> tuple[str, ...]:
    """Remove what is kept for a service and return from where. Raises: FileError, CredentialsError."""
    removed = []
    ring = open_ring() if places.has_keyring else None
    if ring is not None and ring.forget(service):
        removed.append(ring.name)
    records = load_records(places.own)
    if places.own is not None and service in records:
        save_records(places.own, {name: kept for name, kept in records.items() if name != service})
        if records[service] is not None:
            removed.append(str(places.own))
    return tuple(removed)
