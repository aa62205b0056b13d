"""Arguments follow the schema that a tool shows; what cannot be said in it is refused before anything is sent."""

from asyncio import run
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.api import UnfitError
from storyc.api.mcp.fitting import Fitter
from storyc.wire import Attachment, ComicLocation, ComicRole, CreateComic, Pagination
from tests.api.mcp.services import CREATE, STATUS, Puppet, result, tool

TEXT: Mapping[str, Any] = {"type": "string"}
COUNT: Mapping[str, Any] = {"type": "integer"}
CREATED = result(structuredContent={"id": "c1", "status": "LOADING"})
BOOK = CreateComic(
    prompt="hero",
    size="512x768",
    pagination=Pagination(total_pages=2, panels_per_page=3),
    comic_roles=(ComicRole(name="MARA", image="https://x.example/m.png", dress="a coat"),),
    comic_locations=(ComicLocation(name="THE HARBOUR"),),
)
SNAKES: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "prompt": TEXT,
        "preset": TEXT,
        "size": {"anyOf": [{"enum": ["512x768", "1024x1024"]}, {"type": "null"}]},
        "pagination": {"anyOf": [{"$ref": "#/$defs/Pagination"}, {"type": "null"}]},
        "comic_roles": {"type": "array", "items": {"$ref": "#/$defs/Role"}},
        "comic_locations": {"type": "array", "items": {"type": "object"}},
    },
    "required": ["prompt"],
    "$defs": {
        "Pagination": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"total_pages": COUNT, "panels_per_page": COUNT},
            "required": ["total_pages", "panels_per_page"],
        },
        "Role": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"name": TEXT, "image": TEXT, "clothing": TEXT},
        },
    },
}


def fit(schema: Mapping[str, Any], order: CreateComic = BOOK) -> dict[str, Any]:
    return Fitter("create_comic_generation", {"type": "object", **schema}).arguments(order.body())


def only(**properties: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"properties": {"prompt": TEXT, "size": TEXT, **properties}}


def test_snakes_references_and_alternatives_are_followed() -> None:
    assert fit(SNAKES) == {
        "preset": "neutral",
        "size": "512x768",
        "prompt": "hero",
        "pagination": {"total_pages": 2, "panels_per_page": 3},
        "comic_roles": [{"name": "MARA", "image": "https://x.example/m.png", "clothing": "a coat"}],
        "comic_locations": [{"name": "THE HARBOUR"}],
    }


def test_fields_go_into_groups_and_out_of_them() -> None:
    order = CreateComic(prompt="hero", size="512x768", pagination=Pagination(total_pages=2, panels_per_page=3))
    grouped = {
        "properties": {
            "comic": {
                "type": "object",
                "properties": {"prompt": TEXT, "size": TEXT, "version": {"const": 1}},
                "required": ["version"],
            },
            "totalPages": COUNT,
            "panels_per_page": COUNT,
            "mode": {"enum": ["comic"]},
        },
        "required": ["comic", "mode"],
    }
    assert fit(grouped, order) == {
        "comic": {"prompt": "hero", "size": "512x768", "version": 1},
        "totalPages": 2,
        "panels_per_page": 3,
        "mode": "comic",
    }


def test_a_tool_that_takes_anything_is_told_everything() -> None:
    for schema in ({}, {"additionalProperties": True}, {**only(), "additionalProperties": {}}):
        assert fit(schema) == BOOK.body()


def test_what_asks_for_nothing_is_left_out() -> None:
    order = CreateComic(prompt="hero", size="512x768", callback_url="https://x.example/hook")
    assert fit(only(), order) == {"prompt": "hero", "size": "512x768"}


@pytest.mark.parametrize(
    ("schema", "field"),
    [
        (only(comicRoles={}, comicLocations={}), "pagination"),
        (only(pagination={}, comicLocations={}), "comicRoles"),
        ({"properties": {"prompt": TEXT, "pagination": {}, "comicRoles": {}, "comicLocations": {}}}, "size"),
        ({**SNAKES, "required": ["prompt", "user_id"]}, "user_id"),
        ({**SNAKES, "properties": {**SNAKES["properties"], "size": {"enum": ["1024x1024"]}}}, "size"),
        ({**SNAKES, "properties": {**SNAKES["properties"], "size": {"type": "integer"}}}, "size"),
        ({**SNAKES, "properties": {**SNAKES["properties"], "prompt": {"maxLength": 3}}}, "prompt"),
        (
            {**SNAKES, "$defs": {**SNAKES["$defs"], "Role": {"properties": {"name": TEXT}, "additionalProperties": False}}},
            "comicRoles[0].image",
        ),
        (
            {**SNAKES, "$defs": {**SNAKES["$defs"], "Pagination": {"properties": {"total_pages": {"maximum": 1}}}}},
            "pagination.totalPages",
        ),
    ],
)  # fmt: skip
def test_what_would_change_the_comic_is_refused_by_name(schema: Mapping[str, Any], field: str) -> None:
    with pytest.raises(UnfitError) as caught:
        fit(schema)
    assert f"`{field}`" in caught.value.message
    assert "`create_comic_generation`" in caught.value.message
    assert "--backend api" in str(caught.value.hint)


def test_nothing_is_sent_that_a_tool_does_not_take() -> None:
    puppet = Puppet(CREATED)
    with pytest.raises(UnfitError, match="attachments"):
        puppet.submit(CreateComic(prompt="x", attachments=(Attachment(url="https://x.example/a.png"),)))
    assert not puppet.calls


def test_what_is_sent_is_what_the_schema_says() -> None:
    puppet = Puppet(CREATED, (tool("create_comic_generation", SNAKES), STATUS))
    assert puppet.submit(BOOK).id == "c1"
    (call,) = puppet.calls
    assert call["arguments"] == fit(SNAKES)


@pytest.mark.parametrize("name", ["id", "generationId", "generation_id", "comic_id", "jobId"])
def test_the_generation_is_named_as_the_tool_wants(name: str) -> None:
    status = tool("get_comic_generation_status", {"properties": {name: TEXT}, "required": [name]})
    puppet = Puppet(CREATED, (CREATE, status))

    async def ask() -> None:
        async with puppet.client() as service:
            await service.get("c1")

    run(ask())
    assert puppet.calls[0]["arguments"] == {name: "c1"}


@pytest.mark.parametrize("missing", ["create_comic_generation", "get_comic_generation_status"])
def test_a_service_without_the_tools_is_told_at_once(missing: str) -> None:
    puppet = Puppet(CREATED, [one for one in (CREATE, STATUS) if one["name"] != missing])
    with pytest.raises(UnfitError, match=missing):
        puppet.submit()
    assert not puppet.calls


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["string", "object", "#", "#/$defs/a", "prompt"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["type", "properties", "required", "anyOf", "allOf", "enum", "const", "items", "$ref", "$defs", "a", "prompt",
             "pagination", "additionalProperties", "default", "minimum", "maxLength"]
        ),
        inner,
        max_size=4,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(schema=st.dictionaries(st.sampled_from(["properties", "required", "$ref", "anyOf", "$defs", "type"]), JSON))
def test_no_schema_is_too_strange(schema: dict[str, Any]) -> None:
    try:
        arguments = Fitter("t", schema).arguments(BOOK.body())
    except UnfitError:
        return
    assert isinstance(arguments, dict)


def test_a_schema_that_leads_to_itself_ends() -> None:
    itself: dict[str, Any] = {}
    order = CreateComic(prompt="hero", size="512x768")
    deep = {
        "properties": {"prompt": {"$ref": "#/$defs/a"}, "size": {"$ref": "#/properties/size"}},
        "$defs": {"a": itself},
    }
    itself["anyOf"] = [{"$ref": "#/$defs/a"}] * 40
    with pytest.raises(UnfitError, match="deeply"):
        fit(deep, order)
    assert fit({"$ref": "#"}) == BOOK.body()
