"""Installs VS Code's server with its workbench, and the packager of extensions, into a folder of its own.

python -m tests.editors.vscode.install FOLDER
"""

# ruff: noqa: T201 - it speaks to whoever runs it

import os
import sys
from pathlib import Path
from shutil import which
from subprocess import run
from typing import Final

CODE_SERVER: Final = "code-server@4.100.3"  # the last one for Node 20
PACKAGER: Final = "@vscode/vsce@3"
NATIVE: Final = ("node-pty", "@vscode/spdlog", "native-watchdog", "@parcel/watcher")
"""Parts of the server that are compiled here; what Windows and Kerberos need is not."""


def install(folder: Path) -> None:
    """Install both. Scripts of packages are not run but for the parts that are compiled: others would load programs from elsewhere."""
    search = which("rg")
    if search is None:
        sys.exit("needs ripgrep, as `rg`")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"private": true}\n', "utf-8")
    _npm(folder, "install", "--ignore-scripts", CODE_SERVER, PACKAGER)
    _npm(folder, "rebuild", "argon2")
    server = folder / "node_modules/code-server/lib/vscode"
    _npm(server, "install", "--ignore-scripts", "--omit=dev")
    _npm(server / "extensions", "install", "--ignore-scripts", "--omit=dev")
    for name in NATIVE:
        # what runs after compiling only tidies up, and may want tools that are not here
        _npm(server, "rebuild", name, is_needed=name != "node-pty")
    _link(server / "node_modules/@vscode/ripgrep/bin/rg", Path(search))
    _link(server / "node_modules.asar", server / "node_modules")


def _npm(folder: Path, *arguments: str, is_needed: bool = True) -> None:
    print("npm", *arguments, flush=True)
    run(["npm", *arguments], cwd=folder, check=is_needed, env=os.environ | {"npm_config_audit": "false"})


def _link(path: Path, target: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    install(Path(sys.argv[1]).absolute())
