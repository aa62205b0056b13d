from collections import Counter

import httpx
import pytest

from storyc.building import Doubted, Failed, Finished, Kept, Submitted
from storyc.errors import UsageError
from storyc.ledger import Abandon, Adopt, Resubmit, settle
from storyc.planning import Abandoned
from tests.building.conftest import Workshop, comic


def is_paid(request: httpx.Request) -> bool:
    return request.method == "POST" and request.url.path.endswith("generations")


@pytest.fixture
def doubtful(shop: Workshop) -> Workshop:
    """A workshop whose only order was carried out, and whose answer was lost."""
    shop.line.after = lambda request: httpx.ReadError("?") if is_paid(request) else None
    shop.build(comic(1))
    shop.line.after = lambda _request: None
    return shop


def test_a_found_generation_is_brought_home_without_paying(doubtful: Workshop) -> None:
    (job,) = doubtful.app.state.jobs
    settle(doubtful.ledger(), comic(1).key, Adopt(job))
    assert Counter(map(type, doubtful.build(comic(1))))[Finished] == 1
    assert doubtful.charged_credits == 300


def test_a_person_may_buy_again(doubtful: Workshop) -> None:
    settle(doubtful.ledger(), comic(1).key, Resubmit())
    assert Counter(map(type, doubtful.build(comic(1))))[Submitted] == 1
    assert doubtful.charged_credits == 600


def test_what_was_given_up_stays_so_until_it_is_wanted_again(doubtful: Workshop) -> None:
    assert settle(doubtful.ledger(), comic(1).key, Abandon("too dear")) == Abandoned("too dear")
    assert Counter(map(type, doubtful.build(comic(1)))) == {Failed: 1}
    settle(doubtful.ledger(), comic(1).key, Resubmit())
    assert Counter(map(type, doubtful.build(comic(1))))[Finished] == 1


def test_nothing_else_can_be_settled(shop: Workshop) -> None:
    shop.build(comic(1))
    for key in (comic(1).key, comic(2).key):
        for decision in (Adopt("c1"), Resubmit(), Abandon()):
            with pytest.raises(UsageError):
                settle(shop.ledger(), key, decision)
    assert {type(event) for event in shop.build(comic(1))} == {Kept}


def test_a_doubt_stays_one_without_a_word(doubtful: Workshop) -> None:
    assert {type(event) for event in doubtful.build(comic(1))} == {Doubted}
