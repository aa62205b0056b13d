from hypothesis import given
from hypothesis import strategies as st

from storyc.sim.grown import Grown

KEYS = st.text("abcdef", max_size=2)


@given(st.lists(st.dictionaries(KEYS, st.integers(), max_size=5), max_size=20))
def test_it_is_a_dictionary_that_nobody_changes(additions: list[dict[str, int]]) -> None:
    grown, plain, before = Grown[int](), dict[str, int](), list[tuple[Grown[int], dict[str, int]]]()
    for entries in additions:
        before.append((grown, plain))
        grown, plain = grown.also(entries), {**plain, **entries}
    for one, other in [*before, (grown, plain)]:
        assert one == other
        assert len(one) == len(other)
        assert all(one[key] == other[key] for key in other)
        assert "none" not in one


def test_it_has_few_layers() -> None:
    grown = Grown[int]()
    for number in range(3_000):
        grown = grown.also({str(number): number})
    assert len(grown) == 3_000
    assert len(grown._layers) < 12
