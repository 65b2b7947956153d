"""Cues of several words: verbs with a particle ("lashed out at") and set phrases ("took issue with", "made it clear that")."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from summarizer.reading.attribution.cues import Cue, CueClass, Form, inflect, verb_cues


class Phrasal(NamedTuple):
    """The words after a verb that make it a cue, `@` for "himself" and the like, and that cue."""

    after: tuple[str, ...]
    cue: Cue


# class, frames, phrases; what a content may begin with stands behind the slash, as in `cues`
_PHRASES: tuple[tuple[CueClass, str, str], ...] = (
    (CueClass.SPEECH, "q", """
        speak_up/for/about/against speak_out/for/about/against/on pipe_up chime_in weigh_in/on sound_off/on/about/against open_up/about/on
        shoot_back/at fire_back/at/against hit_back/at/against push_back/on/against/at strike_back/at lash_out/at/against hit_out/at/against
        lash_back/at own_up/to hold_forth/on double_down/on come_out/against/for ring_in"""),
    (CueClass.SPEECH, "n", """
        call_out play_down play_up talk_up talk_down brush_off brush_aside shrug_off laugh_off lay_out spell_out rule_out bring_up
        turn_down wave_off wave_away wave_aside lay_into rip_into tear_into light_into go_after single_out put_forward put_forth set_forth
        come_out_in_favor_of come_out_in_support_of take_aim_at take_issue_with take_exception_to take_credit_for take_responsibility_for
        take_note_of take_shots_at take_a_shot_at take_a_swipe_at take_swipes_at take_a_dig_at poke_fun_at make_fun_of make_light_of
        make_mention_of make_the_case_for make_a_case_for make_the_case_against make_a_case_against cast_doubt_on cast_blame_on lay_blame_on
        lay_the_blame_on put_the_blame_on pin_the_blame_on heap_praise_on heap_scorn_on pour_scorn_on pour_cold_water_on throw_cold_water_on
        pay_tribute_to call_attention_to draw_attention_to sing_the_praises_of throw_@_behind
        give_voice_to sound_the_alarm_about sound_the_alarm_over sound_alarms_about raise_questions_about raise_doubts_about
        raise_concerns_about raise_the_prospect_of raise_the_possibility_of raise_the_specter_of raise_the_spectre_of float_the_idea_of"""),
    (CueClass.SPEECH, "t", "make_clear make_it_clear make_plain make_it_plain make_the_case make_the_argument make_known let_it_be_known"),
    (CueClass.STANCE, "n", "distance_@_from pride_@_on shy_away_from look_forward_to"),
    (CueClass.THOUGHT, "tw", "find_out"),
)  # fmt: skip
REFLEXIVES = frozenset("himself herself itself themselves ourselves myself yourself".split())


@cache
def phrasal_verbs() -> dict[str, tuple[Phrasal, ...]]:
    """Return, for every form of a verb, the phrases it begins, longest first."""
    found: dict[str, list[Phrasal]] = {}
    for kind, frames, phrases in _PHRASES:
        for entry in phrases.split():
            phrase, *prepositions = entry.split("/")
            lemma, *after = phrase.split("_")
            forms = {spelling: form for form, spelling in inflect(lemma).items()}  # past before participle
            for spelling, form in forms.items():
                cue = Cue(
                    lemma, form, kind, frames, frozenset(prepositions), False, False, form is not Form.PARTICIPLE and form is not Form.ING
                )  # fmt: skip
                found.setdefault(spelling, []).append(Phrasal(tuple(after), replace(cue, after=len(after))))
    return {
        spelling: tuple(sorted(several, key=lambda p: -len(p.after))) for spelling, several in found.items()
    }


@cache
def phrase_openings() -> dict[str, frozenset[str]]:
    """Return, for every form of a verb that is no cue by itself, the words of which one follows it in a phrase."""
    alone = verb_cues()
    return {
        spelling: frozenset(
            w for one in several for w in (REFLEXIVES if one.after[0] == "@" else one.after[:1])
        )
        for spelling, several in phrasal_verbs().items()
        if spelling not in alone
    }


def phrasal(words: list[str], at: int, stop: int) -> Cue | None:
    """Return the cue that the verb at token `at` makes with the words after it."""
    several = phrasal_verbs().get(words[at])
    if several is None or at + 1 >= stop:
        return None
    for one in several:
        if _begins(words, at + 1, stop, one.after):
            return one.cue
    return None


def _begins(words: list[str], at: int, stop: int, after: tuple[str, ...]) -> bool:
    if at + len(after) > stop:
        return False
    for i, word in enumerate(after):
        here = words[at + i]
        if here != word and not (word == "@" and here in REFLEXIVES):
            return False
    return True
