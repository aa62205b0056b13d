"""An editor that talks to the server as a process, message by message."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from subprocess import PIPE, Popen
from threading import Thread
from typing import Any

PROGRAM = "import sys; from storyc.cli.lsp import command; sys.exit(command.main([], standalone_mode=False))"
LONGEST_S = 60.0
ROOT = Path(__file__).parents[2]
NOTHING: Mapping[str, Mapping[str, Any]] = {}


class RefusedError(Exception):
    """An error that the server answered with."""


class Editor:
    """The client's side of the protocol."""

    def __init__(self, program: Popen[bytes]) -> None:
        self._program = program
        self._heard: Queue[dict[str, Any]] = Queue()
        self._number = 0
        self._versions: dict[str, int] = {}
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        """What the server said last about each document."""
        self.asked: list[str] = []
        """What the server asked of the editor."""
        self.shown: list[str] = []
        self._about: dict[str, int | None] = {}
        self.capabilities: dict[str, Any] = {}
        Thread(target=self._listen, daemon=True).start()

    def initialize(
        self, folder: Path, encodings: tuple[str, ...] = ("utf-16",), able: Mapping[str, Mapping[str, Any]] = NOTHING
    ) -> None:
        """Shake hands; `able` is what the editor can do beside the least, by the part of the protocol."""
        capabilities: dict[str, dict[str, Any]] = {
            "general": {"positionEncodings": list(encodings)},
            "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}},
        }
        for part, more in able.items():
            capabilities[part] = {**capabilities.get(part, {}), **more}
        folders = [{"uri": folder.as_uri(), "name": folder.name}]
        answer = self.ask(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": folders, "capabilities": capabilities},
        )
        self.capabilities = answer["capabilities"]
        self.tell("initialized", {})

    def open(self, path: Path | str, text: str | None = None) -> str:
        """Open a document and return its address."""
        uri = path if isinstance(path, str) else path.as_uri()
        words = Path(path).read_text("utf-8") if text is None else text
        self._versions[uri] = 1
        document = {"uri": uri, "languageId": "story", "version": 1, "text": words}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def edit(self, uri: str, *changes: tuple[tuple[int, int], tuple[int, int], str]) -> None:
        """Type: each change is a beginning, an end and a text."""
        self._versions[uri] = self._versions.get(uri, 0) + 1
        self.tell(
            "textDocument/didChange",
            {
                "textDocument": {"uri": uri, "version": self._versions[uri]},
                "contentChanges": [
                    {"range": {"start": place(*start), "end": place(*end)}, "text": text}
                    for start, end, text in changes
                ],
            },
        )

    def about(self, uri: str) -> list[dict[str, Any]]:
        """Return what the server says about the newest version of a document."""
        while self._about.get(uri) != self._versions.get(uri):
            self._take(self._heard.get(timeout=LONGEST_S))
        return self.diagnostics[uri]

    def wait_until_asked(self, method: str) -> None:
        """Wait until the server has asked something of the editor, and forget that it did."""
        while method not in self.asked:
            self._take(self._heard.get(timeout=LONGEST_S))
        self.asked.remove(method)

    def wait_for(self, uri: str) -> list[dict[str, Any]]:
        """Return the next thing the server says about a document."""
        self._about.pop(uri, None)
        while uri not in self._about:
            self._take(self._heard.get(timeout=LONGEST_S))
        return self.diagnostics[uri]

    def ask(self, method: str, params: Mapping[str, Any] | None = None) -> Any:
        """Return the answer to a request. Raises: RefusedError."""
        self._number += 1
        number = self._number
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        while True:
            message = self._heard.get(timeout=LONGEST_S)
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    raise RefusedError(message["error"]["message"])
                return message["result"]
            self._take(message)

    def ask_at(self, method: str, uri: str, line: int, column: int, **more: object) -> Any:
        """Return the answer to a request about a place."""
        return self.ask(method, {"textDocument": {"uri": uri}, "position": place(line, column), **more})

    def ask_about(self, method: str, uri: str, **more: object) -> Any:
        """Return the answer to a request about a document."""
        return self.ask(method, {"textDocument": {"uri": uri}, **more})

    def tell(self, method: str, params: Mapping[str, Any] | None = None) -> None:
        """Send a notification."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def tell_and_cancel(self, method: str, params: Mapping[str, Any]) -> None:
        """Ask something and take it back."""
        self._number += 1
        self._send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        self.tell("$/cancelRequest", {"id": self._number})

    def leave(self) -> int:
        """Say goodbye and return the exit code of the server."""
        self.ask("shutdown")
        self.tell("exit")
        return self._program.wait(LONGEST_S)

    def hang_up(self) -> int:
        """Say nothing more, and return the exit code of the server."""
        assert self._program.stdin is not None
        self._program.stdin.close()
        return self._program.wait(LONGEST_S)

    def _take(self, message: dict[str, Any]) -> None:
        match message:
            case {"method": "textDocument/publishDiagnostics", "params": params}:
                self.diagnostics[params["uri"]] = params["diagnostics"]
                self._about[params["uri"]] = params.get("version")
            case {"method": "window/showMessage", "params": params}:
                self.shown.append(params["message"])
            case {"method": method, "id": number}:
                self.asked.append(method)
                self._send({"jsonrpc": "2.0", "id": number, "result": None})
            case _:
                pass

    def _send(self, message: Mapping[str, Any]) -> None:
        self.send_bytes(json.dumps(message).encode())

    def send_bytes(self, content: bytes) -> None:
        """Send the content of a message, whatever it is."""
        assert self._program.stdin is not None
        self._program.stdin.write(f"Content-Length: {len(content)}\r\n\r\n".encode() + content)
        self._program.stdin.flush()

    def _listen(self) -> None:
        stdout = self._program.stdout
        assert stdout is not None
        while True:
            length = 0
            while (line := stdout.readline()) not in {b"\r\n", b""}:
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if line == b"":
                return
            self._heard.put(json.loads(stdout.read(length)))


def place(line: int, column: int) -> dict[str, int]:
    """Return a position of the protocol."""
    return {"line": line, "character": column}


@contextmanager
def editing(
    folder: Path, encodings: tuple[str, ...] = ("utf-16",), able: Mapping[str, Mapping[str, Any]] = NOTHING
) -> Iterator[Editor]:
    """Give an editor with a running server, and end both."""
    program = Popen([sys.executable, "-c", PROGRAM], stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=ROOT)
    try:
        editor = Editor(program)
        editor.initialize(folder, encodings, able)
        yield editor
        if program.poll() is None:
            assert editor.leave() == 0
        assert program.stderr is not None
        assert program.stderr.read() == b""
    except Empty as problem:
        program.kill()
        assert program.stderr is not None
        raise AssertionError(f"the server gave no answer: {program.stderr.read().decode()}") from problem
    finally:
        program.kill()
        program.wait()
        for stream in (program.stdin, program.stdout, program.stderr):
            if stream is not None:
                stream.close()
