"""Steps that wait for something, and jobs in the order of their certainty."""

from hypothesis import given
from hypothesis import strategies as st

from storyc.building.flights import Flight, Flights
from storyc.building.queueing import Queue
from tests.building.conftest import comic


@given(st.lists(st.sampled_from(["", "a", "b", "c"]), max_size=30), st.permutations(["a", "b", "c"]))
def test_the_first_step_that_may_be_sent_is_the_first(needs: list[str], happenings: list[str]) -> None:
    happened = {""}
    looked_at: list[int] = []

    def obstacle(step: int) -> str | None:
        looked_at.append(step)
        return None if needs[step] in happened else needs[step]

    queue: Queue[int] = Queue(obstacle)
    for number in range(len(needs)):
        queue.add(number)
    left = list(range(len(needs)))
    for happening in [*happenings, ""]:
        while (step := queue.head()) is not None:
            assert step == next(one for one in left if needs[one] in happened)
            assert len(queue) == len(left)
            queue.drop()
            left.remove(step)
        assert list(queue.waiting()) == left
        happened.add(happening)
        queue.release(happening)
    assert left == []
    assert len(looked_at) <= 3 * len(needs)


def test_a_step_that_may_not_be_sent_any_more_waits_again() -> None:
    changing = {"g"}
    queue: Queue[str] = Queue(lambda _step: "g" if "g" in changing else None)
    queue.add("first")
    queue.add("second")
    assert queue.head() is None
    changing.clear()
    queue.release("g")
    assert queue.head() == "first"
    queue.drop()
    changing.add("g")
    assert queue.head() is None
    assert list(queue.waiting()) == ["second"]
    queue.clear()
    assert len(queue) == 0


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=1, max_size=20), st.data())
def test_flights_are_in_the_order_of_their_certainty(times_s: list[tuple[float, float]], data: st.DataObject) -> None:
    flights, known = Flights(), []
    for number, (sure_s, _) in enumerate(times_s):
        unit = comic(number)
        known.append(Flight(unit, "create-2", f"g{number % 3}", 0, began_s=0.0, sure_s=sure_s, give_up_s=0.0))
        flights.add(known[-1])
    for flight, (_, later_s) in zip(list(known), times_s, strict=True):
        if data.draw(st.booleans()):
            flights.move(flight, later_s)
        if data.draw(st.booleans()):
            flights.remove(flight)
            known.remove(flight)
    assert [flight.sure_s for flight in flights] == sorted(flight.sure_s for flight in known)
    assert len(flights) == len(known)
    for name in ("g0", "g1", "g2", "g3"):
        assert list(flights.of(name)) == [flight for flight in known if flight.generation_id == name]
