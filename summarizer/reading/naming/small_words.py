"""The words that a text writes in lower case at least once, which a capital letter alone does not make a name."""

from __future__ import annotations

import re

from summarizer.reading.wording import Tokens

_SMALL = "a-z\u00df-\u00f6\u00f8-\u00ff"
# What must not stand before a word is asked behind its first letter, since most places of a text hold none.
_WORD = re.compile(rf"[{_SMALL}](?<![\w/.@%=-].)[{_SMALL}]{{2,}}")


class SmallWords:
    """Tells of a word whether a text has it in lower case; few are asked for, so that each is looked up by the index."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._numbers: dict[str, int] = {}
        text, starts, ends = tokens.text, tokens.starts, tokens.ends
        mixed: list[int] = []  # which may hold words that are shorter than they are: "don't", "covid19"
        for number, form in enumerate(tokens.forms):
            if form.isascii() and form.isalpha():
                self._numbers[form] = number
            else:
                mixed.append(number)
        printed = {text[max(0, starts[at] - 1) : ends[at]] for at in tokens.all_of(mixed)}
        self._known = dict.fromkeys(_WORD.findall("\n".join(printed)), True)

    def __contains__(self, word: object) -> bool:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = isinstance(word, str) and self._stands(word)
        return known

    def _stands(self, word: str) -> bool:
        number = self._numbers.get(word)
        if number is None:
            return False
        text, starts = self._tokens.text, self._tokens.starts
        found = (_WORD.match(text, starts[at]) for at in self._tokens.postings[number])
        return any(match is not None and match[0] == word for match in found)
