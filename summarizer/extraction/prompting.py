"""Prompts: a kind's template and the numbered document, as the messages that a model is sent.

The document cannot break out of its place. Each sentence is one line that begins with a number of ours, and
no text of the document can begin a line, so whatever does not begin with `[` is ours.
"""

from __future__ import annotations

import hashlib
import json
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Protocol

import jinja2

from summarizer.errors import PromptError
from summarizer.kinds import Kind, get_kind
from summarizer.patterns import late_regex
from summarizer.source import Source

DOCUMENT = "document.md.j2"
BYTES_PER_TOKEN = 4  # of UTF-8: the usual rule of thumb for English; it overrates most other scripts a little

# Chat templates are made into tokens after the messages are put in, so on many servers these strings would act
# in a document as they do in the template. A zero-width space, which alignment ignores, makes them plain text.
_CONTROL = late_regex(
    r"<(?=[|｜]|/?(?:s|bos|eos|pad|unk|start_of_turn|end_of_turn|think|tool_call|tool_response)>)"
    r"|[|｜](?=>)"
    r"|\[(?=/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|THINK)\])"
    r"|<(?=</?SYS>>)"
)
# Control characters and halves of a surrogate pair: some servers refuse a request that holds them.
_UNPRINTABLE = late_regex("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class NumberedSentence(Protocol):
    """What a prompt needs of a sentence: its number (from 1), its text, and whether it is page furniture."""

    @property
    def number(self) -> int:
        """The number, from 1, by which evidence refers to the sentence."""

    @property
    def text(self) -> str:
        """The sentence as it stands in the source, line breaks included."""

    @property
    def furniture(self) -> bool:
        """Whether the sentence is a caption, a byline, a teaser or the like."""


@dataclass(frozen=True)
class Surroundings:
    """What a part of a document is given of the rest: its names, and who is speaking where the part begins."""

    names: tuple[str, ...]
    speaker: str | None = None

    def safe(self) -> Surroundings:
        """Return the same on one line each."""
        return Surroundings(tuple(map(one_line, self.names)), one_line(self.speaker or "") or None)


@dataclass(frozen=True)
class Prompt:
    """What a model is sent: `system` is the same for every document of a kind, `user` holds the document."""

    system: str
    user: str
    schema: str

    @property
    def messages(self) -> list[dict[str, str]]:
        """The chat messages, the stable part first, so that a provider's prompt cache can hit."""
        return [{"role": "system", "content": self.system}, {"role": "user", "content": self.user}]

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the messages, in hexadecimal."""
        return hashlib.sha256(json.dumps(self.messages, ensure_ascii=True).encode()).hexdigest()

    @cached_property
    def tokens(self) -> int:
        """An estimate of the tokens sent, schema included: one for every four bytes of UTF-8, rounded up."""
        size = sum(len(part.encode("utf-8", "replace")) for part in (self.system, self.user, self.schema))
        return -(-size // BYTES_PER_TOKEN)


def render_prompt(
    kind: Kind | str,
    source: Source,
    sentences: Sequence[NumberedSentence],
    *,
    around: Surroundings | None = None,
    loader: jinja2.BaseLoader | None = None,
) -> Prompt:
    """Render the prompt of `kind` for a document whose sentences are `sentences`.

    `around` says that they are a part of it. `loader` is where templates are found, by default the package's `prompts/`. A kind's template is given
    `kind`; the shared `document.md.j2` is given `published`, `title` (None when it stands in the document),
    `around` and `lines`. Raises PromptError when a template is missing, is no template, or asks for another variable.
    """
    kind = get_kind(kind) if isinstance(kind, str) else kind
    environment = _environment(loader) if loader else _own_environment()
    return Prompt(
        system=_render(environment, kind.template, kind=kind),
        user=_render(environment, DOCUMENT, **_document(source, sentences, around)),
        schema=json.dumps(kind.model_schema, ensure_ascii=False, separators=(",", ":")),
    )


def one_line(text: str) -> str:
    """Return `text` on one line, runs of white space as one space, with nothing that a chat template obeys."""
    return _CONTROL.sub("\\g<0>\u200b", _UNPRINTABLE.sub("\ufffd", " ".join(text.split())))


def render_template(name: str, **variables: Any) -> str:
    """Render one of the package's templates; whatever comes from a document is put on one line by the caller."""
    return _render(_own_environment(), name, **variables)


def _document(
    source: Source, sentences: Sequence[NumberedSentence], around: Surroundings | None
) -> dict[str, Any]:
    texts = [one_line(sentence.text) for sentence in sentences]
    title = one_line(source.title or "")
    return {
        "published": f"{source.published:%Y-%m-%d, %A}" if source.published else None,
        "title": None if any(title in text for text in texts) else title,
        "around": around.safe() if around else None,
        "lines": [
            f"[{sentence.number}{'*' if sentence.furniture else ''}] {text}"
            for sentence, text in zip(sentences, texts, strict=True)
        ],
    }


# -- templates ---------------------------------------------------------------------------------


@cache
def _own_environment() -> jinja2.Environment:
    return _environment(jinja2.PackageLoader("summarizer.prompts", ""))


def _environment(loader: jinja2.BaseLoader) -> jinja2.Environment:
    return jinja2.Environment(
        loader=loader,
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # a prompt is no HTML
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _render(environment: jinja2.Environment, name: str, **variables: Any) -> str:
    try:
        return environment.get_template(name).render(**variables).strip()
    except jinja2.TemplateNotFound as error:
        raise PromptError(
            f"There is no prompt template {error.name}.", remedy=f"Put it into prompts/{error.name}."
        ) from None
    except jinja2.TemplateSyntaxError as error:
        where = f"{error.name or name}, line {error.lineno}"
        raise PromptError(f"The prompt template {where}, is not valid: {error.message}.") from None
    except jinja2.UndefinedError as error:
        raise PromptError(
            f"The prompt template {_place(error, name)} asks for what is not given: {error.message}.",
            remedy=f"It is given: {', '.join(sorted(variables))}.",
        ) from None


def _place(error: Exception, name: str) -> str:
    """Return the template, an included one too, and the line where rendering stopped."""
    frames = [
        f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith((".j2", "<template>"))
    ]
    if not frames:
        return name
    file = frames[-1].filename.replace("\\", "/").rpartition("/")[2]
    return f"{name if file == '<template>' else file}, line {frames[-1].lineno},"
