"""The world's failures, as one tree of exceptions.

An author's mistake is a `Diagnostic`, our own mistake is an assertion; only what the world does wrong is raised.
The command line turns each leaf into a message on stderr and the exit code that stands beside it:

    StorycError                 2
      UsageError                2   arguments that make no sense together
      ConfigError               2   storyc.toml or the environment
        ScriptError             2   a script asks for something that is not there
      FileError                 2   a file that cannot be read or written
      RefusedError              3   over budget, or not confirmed
        DeclinedError           3   somebody was asked and said no
      CredentialsError          4   no key, a bad key, no credits
      ApiError                  2   the service answered with something that cannot be used
        NetworkError            2   the service cannot be reached
      InDoubtError              5   a paid request whose outcome is unknown
"""


class StorycError(Exception):
    """A failure of the world around storyc: what happened, and what the reader can do about it."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(StorycError):
    """Arguments that make no sense together."""


class ConfigError(StorycError):
    """A configuration file or an environment variable that cannot be used."""


class ScriptError(ConfigError):
    """Something in a script that only the record of what was bought shows to be wrong."""

    def __init__(self, said: str, source: str, line: int, words: str, *, hint: str) -> None:
        super().__init__(f"{source}:{line}: {said}", hint=hint)
        self.said = said
        """The message without the place."""
        self.source = source
        self.line = line
        """From 1."""
        self.words = words
        """What stands in that line and is wrong."""


class FileError(StorycError):
    """A file that cannot be read or written."""


class RefusedError(StorycError):
    """Work that storyc will not do: over budget, or not confirmed."""

    exit_code = 3


class DeclinedError(RefusedError):
    """Work that somebody was asked about and does not want; it is told like any news, because nothing is wrong."""


class CredentialsError(StorycError):
    """A missing or rejected key, or an account without credits."""

    exit_code = 4


class ApiError(StorycError):
    """An answer of the service that cannot be used."""


class NetworkError(ApiError):
    """The service cannot be reached; nothing was sent."""


class InDoubtError(StorycError):
    """A paid request left this machine and nobody knows what became of it."""

    exit_code = 5
