"""Where a model is and which key it is shown: worked out before anything is sent."""

from __future__ import annotations

import difflib
import ipaddress
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from summarizer.errors import ModelSetupError, UsageError

OPENAI_HOST = "api.openai.com"
OLLAMA_URL = "http://localhost:11434/v1"  # where Ollama serves the OpenAI protocol unless told otherwise
ENDPOINT_KEY = "SUMMARIZER_API_KEY"  # the key of the server that a base URL names
NO_KEY = "none"  # sent where no key is known: the client insists on one, local servers ignore it

_OPENAI_LIKE = ("openai", "ollama")
_PREFIX_HELP = "Write provider/name, for example openai/gpt-5, or give a base URL."

KEY_VARIABLES: Mapping[str, str] = {
    "openai": "OPENAI_API_KEY",
    "anthropic": "ANTHROPIC_API_KEY",
    "azure_openai": "AZURE_OPENAI_API_KEY",
    "cerebras": "CEREBRAS_API_KEY",
    "cohere": "CO_API_KEY",
    "deepseek": "DEEPSEEK_API_KEY",
    "fireworks": "FIREWORKS_API_KEY",
    "gemini": "GOOGLE_API_KEY",
    "generative-ai": "GOOGLE_API_KEY",
    "google": "GOOGLE_API_KEY",
    "groq": "GROQ_API_KEY",
    "mistral": "MISTRAL_API_KEY",
    "openrouter": "OPENROUTER_API_KEY",
    "perplexity": "PERPLEXITY_API_KEY",
    "together": "TOGETHER_API_KEY",
    "writer": "WRITER_API_KEY",
    "xai": "XAI_API_KEY",
}


@dataclass(frozen=True)
class Endpoint:
    """A model and where it is asked.

    `label` is `provider/name` as a report shows it. `base_url` is None where the provider's own package
    knows the address. `key_variable` is the environment variable that holds, or should hold, the key.
    `paired` says that the address is OPENAI_BASE_URL: what else the openai client reads from the
    environment is then meant for it.
    """

    provider: str
    model: str
    label: str
    base_url: str | None
    api_key: str | None = field(repr=False)
    key_variable: str | None
    paired: bool = False

    @property
    def is_openai_like(self) -> bool:
        """Whether it is asked in the OpenAI protocol by the openai package."""
        return self.provider == "openai"

    @property
    def host(self) -> str:
        """Host and port, without user, password, path or query; the provider's name where not known."""
        if self.base_url is None:
            return OPENAI_HOST if self.is_openai_like else self.provider
        parts = urlsplit(self.base_url)
        return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)

    @property
    def address(self) -> str:
        """Model, host and path: where a question goes, without user, password or query."""
        return f"{self.label}@{self.host}{urlsplit(self.base_url or '').path}"

    @property
    def is_loopback(self) -> bool:
        """Whether the address names this machine."""
        name = urlsplit(self.base_url or "").hostname or ""
        if name == "localhost":
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:  # a name, or a spelling such as 127.1 that programs read differently
            return False
        mapped = getattr(address, "ipv4_mapped", None) or address
        return bool(mapped.is_loopback) or name == "0.0.0.0"

    @property
    def is_openai(self) -> bool:
        """Whether it is OpenAI's own."""
        return self.is_openai_like and (self.base_url is None or _is_openai(self.base_url))

    @property
    def is_foreign(self) -> bool:
        """Whether the OpenAI protocol is spoken to a host that OpenAI's settings are not meant for."""
        return (
            self.is_openai_like
            and not self.paired
            and self.base_url is not None
            and not _is_openai(self.base_url)
        )

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not show in any message: the key, and user and password in the address."""
        parts = urlsplit(self.base_url or "")
        return tuple(s for s in (self.api_key, parts.username, parts.password) if s and s != NO_KEY)


def resolve(model: str, base_url: str | None = None, api_key: str | None = None) -> Endpoint:
    """Work out the endpoint of `model`: `provider/name`, or with `base_url` the server's own name for it.

    With a base URL, a leading `openai/` or `ollama/` is taken off and the rest is the model's name there
    (`org/name` stays as it is). Keys: `api_key` goes wherever the model is; SUMMARIZER_API_KEY goes to the
    base URL; OPENAI_API_KEY goes to api.openai.com (https), or to the server that OPENAI_BASE_URL names.
    Raises UsageError on a base URL that is none, ModelSetupError on a model without provider or key.
    """
    api_key = _clean_key(api_key)
    prefix, _, name = model.strip().partition("/")
    if base_url is not None:
        named = prefix in _OPENAI_LIKE and bool(name)
        return _at(
            check_base_url(base_url), name if named else model.strip(), prefix if named else "openai", api_key
        )
    if not prefix or not name:
        raise ModelSetupError(f"The model {model!r} does not say whose it is.", remedy=_PREFIX_HELP)
    if prefix == "ollama":
        return _at(OLLAMA_URL, name, prefix, api_key)
    if prefix == "openai":
        return _openai(name, api_key)
    return Endpoint(prefix, name, f"{prefix}/{name}", None, api_key, KEY_VARIABLES.get(prefix))


def require_local(endpoint: Endpoint) -> None:
    """Raise UsageError unless the endpoint's address is on this machine; nothing is looked up or sent."""
    if not endpoint.is_loopback:
        raise UsageError(
            f"{endpoint.label} is at {endpoint.host}, which is not this machine, and --local-only was asked for.",
            remedy="Name a local server, for example --base-url http://localhost:11434/v1.",
        )


def check_base_url(url: str) -> str:
    """Return the address of an OpenAI-compatible server; raises UsageError when it is not an http(s) address."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        fit = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fit = False
    if not fit or re.search(r"[\s\x00-\x1f\x7f]", url):
        raise UsageError(
            f"The base URL {without_secrets(url)!r} is not an http or https address.",
            remedy="Write it in full, for example http://localhost:11434/v1.",
        )
    return url.rstrip("/").removesuffix("/chat/completions")


def check_provider(endpoint: Endpoint, known: Iterable[str]) -> None:
    """Raise ModelSetupError when the endpoint's provider is not among `known`."""
    names = sorted(known)
    if endpoint.provider in names:
        return
    near = difflib.get_close_matches(endpoint.provider, names, n=1, cutoff=0.75)
    hint = f"Did you mean {near[0]}/{endpoint.model}?" if near else f"Known: {', '.join(names)}."
    raise ModelSetupError(
        f"There is no provider {endpoint.provider!r}.",
        remedy=f"{hint} Any OpenAI-compatible server can be reached by its base URL.",
    )


def _openai(name: str, api_key: str | None) -> Endpoint:
    """Return OpenAI's own endpoint, or the one that OPENAI_BASE_URL pairs with OPENAI_API_KEY."""
    variable = KEY_VARIABLES["openai"]
    key = api_key or _clean_key(os.environ.get(variable))
    address = os.environ.get("OPENAI_BASE_URL")
    if not key and not address:
        raise ModelSetupError(
            f"No key for openai/{name}: {variable} is not set.",
            remedy=f"Set {variable}, or give the base URL of a server that needs none.",
        )
    base_url = check_base_url(address) if address else None
    return Endpoint("openai", name, f"openai/{name}", base_url, key or NO_KEY, variable, paired=bool(address))


def _at(base_url: str, name: str, prefix: str, api_key: str | None) -> Endpoint:
    if not name:
        raise ModelSetupError("The model has no name.", remedy=_PREFIX_HELP)
    variable = KEY_VARIABLES["openai"] if _is_openai(base_url) else ENDPOINT_KEY
    key = api_key or _clean_key(os.environ.get(ENDPOINT_KEY)) or _clean_key(os.environ.get(variable))
    return Endpoint("openai", name, f"{prefix}/{name}", base_url, key or NO_KEY, variable)


def _is_openai(url: str) -> bool:
    parts: SplitResult = urlsplit(url)
    return parts.scheme == "https" and parts.hostname == OPENAI_HOST


def _clean_key(key: str | None) -> str | None:
    key = (key or "").strip()
    if not re.fullmatch(r"[\x21-\x7e]*", key):
        raise ModelSetupError("The API key has characters that no key has.", remedy="Copy it again.")
    return key or None


def without_secrets(url: str) -> str:
    """Return an address without user, password and query."""
    scheme, mark, rest = url.partition("://")
    shown = (rest if mark else url).partition("?")[0].rpartition("@")[2]
    return f"{scheme}{mark}{shown}"[:80] if mark else shown[:80]
