"""Every error this package raises on purpose, under one root.

SummarizerError                 exit code
├── UsageError                  2   wrong options or values
├── InputError                  2   a source or briefing that cannot be read
│   └── BriefingError           2   not JSON, not an object, an unknown kind
├── OutputError                 2   a result that cannot be written
├── PromptError                 2   a template that is missing or asks for an unknown variable
└── ModelError                  4   the model could not be reached or gave nothing usable
    ├── ModelSetupError         4   unknown provider, missing key, missing package
    ├── ModelUnreachableError   4   refused connection, HTTP error, time-out
    ├── BudgetError             4   the next request could pass the budget of tokens or money
    └── ModelAnswerError        4   an answer that is of no use
        ├── MisfitError         4   empty, prose, broken JSON, or not of the schema's form
        ├── RefusalError        4   the model will not answer
        ├── TooLongError        4   the document, or the answer it asks for, is longer than the model takes
        └── BrokenOffError      4   broken JSON that only lacks its end: a misfit, and perhaps too long
"""

from __future__ import annotations


class SummarizerError(Exception):
    """The root: one message in plain words, an optional remedy, and the exit code of the command line."""

    exit_code = 2

    def __init__(self, message: str, *, remedy: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class UsageError(SummarizerError):
    """An option or argument has a value that is not allowed."""


class InputError(SummarizerError):
    """A source or a briefing cannot be read."""


class BriefingError(InputError):
    """What should be a briefing is not JSON, not an object, or of a kind that is not known."""


class OutputError(SummarizerError):
    """A result cannot be written."""


class PromptError(SummarizerError):
    """A prompt template is missing, or asks for a variable that is not given."""


class ModelError(SummarizerError):
    """The model could not be reached or gave nothing usable."""

    exit_code = 4


class ModelSetupError(ModelError):
    """The model's name, provider, key or package is wrong or missing: no request was made."""


class ModelUnreachableError(ModelError):
    """The endpoint refused, failed or took too long."""


class BudgetError(ModelError):
    """The next request could pass what the run may use; it was not made."""


class ModelAnswerError(ModelError):
    """The endpoint answered, but not with a usable briefing."""


class MisfitError(ModelAnswerError):
    """The answer is not of the form that was asked for, after it was asked for again."""


class RefusalError(ModelAnswerError):
    """The model said that it will not answer."""


class TooLongError(ModelAnswerError):
    """The document does not fit the model's window, or the answer was cut off: a smaller part may do."""


class BrokenOffError(MisfitError, TooLongError):
    """The answer ends in the middle of its JSON: some servers cut it off and say that it is whole."""
