"""Addresses that the service gave and may forget."""

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

from storyc.building import Uploaded
from storyc.ledger import open_ledger
from tests.building.conftest import Workshop, clip, comic


def test_the_address_of_an_upload_is_not_trusted_for_ever(tmp_path: Path) -> None:
    path = tmp_path / ".storyc" / "ledger.sqlite"
    with closing(open_ledger(path, has_paid_art=False)) as ledger:
        ledger.record_upload("c" * 64, "https://s.example/x.png")
    with closing(open_ledger(path, has_paid_art=False)) as ledger:
        assert ledger.uploads() == {"c" * 64: "https://s.example/x.png"}
    with closing(connect(path)) as file:
        file.execute("UPDATE uploads SET at_s = at_s - 90000")
        file.commit()
    with closing(open_ledger(path, has_paid_art=False)) as ledger:
        assert ledger.uploads() == {}
        ledger.record_upload("c" * 64, "https://s.example/y.png")
    with closing(open_ledger(path, has_paid_art=False)) as ledger:
        assert ledger.uploads() == {"c" * 64: "https://s.example/y.png"}


def test_a_clip_begins_with_art_whose_address_is_fresh(shop: Workshop) -> None:
    together = shop.build(comic(1), clip(1, comic(1)))
    assert not [event for event in together if isinstance(event, Uploaded)]


def test_art_of_an_earlier_build_is_given_to_the_service_again(shop: Workshop) -> None:
    shop.build(comic(1))
    (sent,) = [event for event in shop.build(comic(1), clip(1, comic(1))) if isinstance(event, Uploaded)]
    assert shop.ledger().uploads()[sent.sha256].startswith("http")
