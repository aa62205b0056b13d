"""Makes the parse tables when the package is built, so that an installed storyc never waits for Lark."""

# ruff: noqa: INP001 - it stands beside the grammar, in no package

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GRAMMAR = "grammar/story.lark"
MAKING = "storyc/syntax/making.py"
TABLES = "storyc/syntax/_tables.py"


class TablesHook(BuildHookInterface[Any]):
    """Writes the tables into the package, for wheels, source distributions and editable installations alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the hook's own signature
        """Write the tables and name them as a file that is built, because version control does not know them."""
        root = Path(self.root)
        # By its path: the package itself cannot be imported where it is built, as its dependencies are not there.
        found = spec_from_file_location("making", root / MAKING)
        assert found is not None
        assert found.loader is not None
        making = module_from_spec(found)
        found.loader.exec_module(making)
        tables = making.make_tables((root / GRAMMAR).read_text("utf-8"))
        (root / TABLES).write_text(making.write_tables(tables), "utf-8")
        build_data["artifacts"].append(f"/{TABLES}")
