"""The protocol without the texts that pygls keeps: they are kept in pieces here, and changing one must not cost reading all its lines."""

from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

_Asked = Generator[Any, Any, None]


class PiecewiseProtocol(LanguageServerProtocol):
    """Hands what happens to documents to the server's own handlers, and to nobody else."""

    @property
    def is_ended(self) -> bool:
        """Return whether the editor said that it was done."""
        return bool(self._shutdown)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Return a message as a value; a request that is none is answered, or its editor would wait for ever."""
        try:
            return super().structure_message(data)
        except JsonRpcException as problem:
            if "method" in data and "id" in data:
                self._send_response(data["id"], None, problem.to_response_error())
            raise

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> _Asked:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> _Asked:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> _Asked:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None
