from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from summarizer import Report, Source, verify
from summarizer.cli import run
from summarizer.evaluation import evaluate, read_gold
from summarizer.evaluation.result import Run
from summarizer.testing import Fault, ScriptedModel

STORY = """\
Ministers end harbour talks

VALLETTA, 14 March 2023 - Norwegian Foreign Minister Tomas Arvid and his Maltese counterpart, Lucia Ferro, met in
Valletta on Tuesday. The meeting lasted about 50 minutes.

Arvid said Norway would reopen the harbour on March 20. "Malta is not going to lower the landing fee," Ferro said.

The ministers agreed to hold trilateral consultations with Tunisia in Tunis.
"""
ARVID = {"name": "Tomas Arvid", "role": "Foreign Minister", "affiliation": "Norway"}
FERRO = {"name": "Lucia Ferro", "role": "Foreign Minister", "affiliation": "Malta"}
GOLD: dict[str, Any] = {
    "file": "harbour.txt",
    "event": "Meeting of two foreign ministers, 14 March 2023",
    "what": "harbour talks",
    "participants": [
        {**ARVID, "evidence": ["Norwegian Foreign Minister Tomas Arvid"]},
        {**FERRO, "evidence": ["his Maltese counterpart, Lucia Ferro"]},
    ],
    "informants": [],
    "duration": {"text": "about 50 minutes", "minutes": 50, "approximate": True, "evidence": ["about 50 minutes"]},
    "when": {"date": "2023-03-14", "evidence": ["14 March 2023"]},
    "where": [{"place": "Valletta", "evidence": ["VALLETTA"]}],
    "agreed_formats": [
        {
            "name": "trilateral consultations",
            "place": "Tunis",
            "parties": ["Norway", "Malta", "Tunisia"],
            "status": "agreed",
            "evidence": ["trilateral consultations with Tunisia in Tunis"],
        }
    ],
    "positions": [
        {
            "holder": "Tomas Arvid / Norway",
            "speaker": "Tomas Arvid",
            "statement": "Norway would reopen the harbour on March 20.",
            "quote": "Norway would reopen the harbour on March 20",
        },
        {
            "holder": "Lucia Ferro / Malta",
            "speaker": "Lucia Ferro",
            "statement": "Malta is not going to lower the landing fee.",
            "quote": "Malta is not going to lower the landing fee",
            "direct": True,
        },
    ],
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with one annotation, its document in the folder above."""
    (tmp_path / "harbour.txt").write_text(STORY, encoding="utf-8")
    return write_gold(tmp_path, GOLD)


def write_gold(folder: Path, annotation: object, name: str = "harbour.json") -> Path:
    (folder / "gold").mkdir(exist_ok=True)
    text = annotation if isinstance(annotation, str) else json.dumps(annotation)
    (folder / "gold" / name).write_text(text, encoding="utf-8")
    return folder / "gold"


def scored(gold: Path, briefing: dict[str, Any]) -> Run:
    """Return the scores of a briefing that an extractor is made to give."""

    def give(source: Source, model: str) -> Report:
        return verify(briefing, source)

    return evaluate(read_gold([gold]), ["given"], give).runs[0]


def counts(run: Run, name: str) -> tuple[int, int, int]:
    tally = run.overall.tallies[name]
    return tally.matched, tally.given, tally.wanted


PEOPLE = {
    "the same two": ([{"name": "Tomas Arvid"}, {"name": "Lucia Ferro"}], (2, 2, 2)),
    "by surname": ([{"name": "Arvid"}, {"name": "L. Ferro"}], (2, 2, 2)),
    "with a title": ([{"name": "Mr. Tomas Arvid"}], (1, 1, 2)),
    "twice the same": ([{"name": "Tomas Arvid"}, {"name": "Arvid"}], (1, 2, 2)),
    "another first name": ([{"name": "Nils Arvid"}], (0, 1, 2)),
    "somebody else": ([{"name": "Ines Calder"}], (0, 1, 2)),
    "nobody": ([], (0, 0, 2)),
    "no list at all": ("Tomas Arvid", (0, 0, 2)),
}


@pytest.mark.parametrize("case", PEOPLE)
def test_participants_match_by_entity(case: str, gold: Path) -> None:
    """A person is matched by surname with no other first name, each once."""
    people, expected = PEOPLE[case]
    assert counts(scored(gold, {"participants": people}), "participants") == expected


LENGTHS: dict[str, tuple[Any, bool]] = {
    "right": ({"text": "about 50 minutes", "minutes": 50, "bound": "about"}, True),
    "exact where it is about": ({"text": "50 minutes", "minutes": 50, "bound": "exact"}, False),
    "another length": ({"text": "about 15 minutes", "minutes": 15, "bound": "about"}, False),
    "left out": (None, False),
}


@pytest.mark.parametrize("case", LENGTHS)
def test_a_duration_is_right_exactly_or_not(case: str, gold: Path) -> None:
    """Minutes and bound both count."""
    length, right = LENGTHS[case]
    assert scored(gold, {"duration": length}).overall.shares["duration.exact"].right == right


def test_a_duration_that_nobody_told_is_rightly_null(tmp_path: Path) -> None:
    """Where the annotation has no duration, null is right and any length is wrong."""
    (tmp_path / "harbour.txt").write_text(STORY, encoding="utf-8")
    folder = write_gold(tmp_path, {**GOLD, "duration": None})
    for length, right in ((None, 1), ({"text": "about 50 minutes", "minutes": 50, "bound": "about"}, 0)):
        assert scored(folder, {"duration": length}).overall.shares["duration.exact"].right == right


FORMATS = {
    "the same": ({"name": "trilateral consultations", "place": "Tunis", "parties": ["Malta", "Norway"]}, 1),
    "the state by its capital": ({"name": "talks", "place": "Tunis", "parties": ["Oslo"]}, 1),
    "another place": ({"name": "trilateral consultations", "place": "Oslo", "parties": ["Malta"]}, 0),
    "other parties": ({"name": "trilateral consultations", "place": "Tunis", "parties": ["Japan"]}, 0),
    "no place, a common word": ({"name": "consultations", "place": None, "parties": ["Malta"]}, 1),
    "no place, another name": ({"name": "working group", "place": None, "parties": ["Malta"]}, 0),
}


@pytest.mark.parametrize("case", FORMATS)
def test_formats_match_by_place_and_parties(case: str, gold: Path) -> None:
    """The place decides with the parties; where it is missing, the parties with the name."""
    record, matched = FORMATS[case]
    assert counts(scored(gold, {"agreed_formats": [record]}), "agreed_formats") == (matched, 1, 1)


def position(quote: str, speaker: str | None, holder: str | None) -> dict[str, Any]:
    return {"holder": holder, "speaker": speaker, "statement": quote, "evidence": [{"quote": quote}]}


POSITIONS = {
    "right": (position("Malta is not going to lower the landing fee", "Ferro", "Malta"), (1, 1, 1)),
    "part of the words": (position("not going to lower the landing fee", "Ferro", "Malta"), (1, 1, 1)),
    "the sentence around": (
        position("Arvid said Norway would reopen the harbour on March 20.", "Tomas Arvid", "Norway"),
        (1, 1, 1),
    ),
    "another speaker": (position("Malta is not going to lower the landing fee", "Arvid", "Malta"), (1, 0, 1)),
    "another holder": (position("Malta is not going to lower the landing fee", "Ferro", "Norway"), (1, 1, 0)),
    "no speaker": (position("Malta is not going to lower the landing fee", None, "Malta"), (1, 0, 1)),
    "other words": (position("The meeting lasted about 50 minutes.", "Ferro", "Malta"), (0, 0, 0)),
    "words of nobody": (position("Malta will lower every fee there is", "Ferro", "Malta"), (0, 0, 0)),
}


@pytest.mark.parametrize("case", POSITIONS)
def test_positions_match_by_words_then_speaker_then_holder(case: str, gold: Path) -> None:
    """The words that a position rests on decide; speaker and holder are judged on what matched."""
    record, (matched, speaker, holder) = POSITIONS[case]
    run = scored(gold, {"positions": [record]})
    shares = run.overall.shares
    assert counts(run, "positions") == (matched, 1, 2)
    assert (shares["positions.speaker"].right, shares["positions.holder"].right) == (speaker, holder)


TOGETHER = {
    "both leaders": ("the two leaders", True),
    "both sides": ("the parties", True),
    "the two ministers": ("Tomas Arvid and Lucia Ferro", True),
    "all participants": ("Tomas Arvid", False),
}


@pytest.mark.parametrize("holder", TOGETHER)
def test_all_together_is_one_holder_in_many_words(holder: str, tmp_path: Path) -> None:
    """What all hold is theirs however they are called; one of them is not all."""
    (tmp_path / "harbour.txt").write_text(STORY, encoding="utf-8")
    said = {**GOLD["positions"][0], "holder": holder}
    given, right = TOGETHER[holder]
    run = scored(
        write_gold(tmp_path, {**GOLD, "positions": [said]}),
        {"positions": [position(said["quote"], "Arvid", given)]},
    )
    assert run.overall.shares["positions.holder"].right == right


OPTIONAL = {
    "given": ({"participants": [{"name": "Arvid"}, {"name": "Ferro"}]}, (1, 1, 1)),
    "left out": ({"participants": [{"name": "Arvid"}]}, (1, 1, 1)),
    "alone": ({"participants": [{"name": "Ferro"}]}, (0, 0, 1)),
}


@pytest.mark.parametrize("case", OPTIONAL)
def test_what_is_optional_may_be_given_or_not(case: str, tmp_path: Path) -> None:
    """A record of which careful readers differ counts neither way."""
    (tmp_path / "harbour.txt").write_text(STORY, encoding="utf-8")
    people = [GOLD["participants"][0], {**GOLD["participants"][1], "optional": True}]
    briefing, expected = OPTIONAL[case]
    run = scored(write_gold(tmp_path, {**GOLD, "participants": people}), briefing)
    assert counts(run, "participants") == expected


def test_lists_that_are_not_annotated_are_not_scored(tmp_path: Path) -> None:
    """Positions that nobody annotated are neither right nor wrong."""
    (tmp_path / "harbour.txt").write_text(STORY, encoding="utf-8")
    folder = write_gold(tmp_path, {**GOLD, "positions": None, "informants": None})
    given = {"positions": [position("Malta", "Ferro", "Malta")], "informants": [{"name": "Ines Calder"}]}
    run = scored(folder, given)
    assert counts(run, "positions") == counts(run, "informants") == (0, 0, 0)


def test_one_who_is_known_by_office_alone(tmp_path: Path) -> None:
    """Without a name, office and state together tell who is meant; the office alone does not."""
    (tmp_path / "harbour.txt").write_text(STORY, encoding="utf-8")
    folder = write_gold(tmp_path, GOLD)
    for side, matched in (("Norway", 1), ("Japan", 0), (None, 0)):
        run = scored(
            folder, {"participants": [{"name": None, "role": "foreign minister", "affiliation": side}]}
        )
        assert counts(run, "participants")[0] == matched


def test_the_command_prints_every_figure(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table has the fields, the documents, the verdicts on briefings and gold, and what it took."""
    assert run(["evaluate", str(gold)]) == 0
    out = capsys.readouterr().out
    for word in ("participants", "positions.holder", "harbour", "the gold itself", "contradicted", "seconds"):
        assert word in out


def test_json_has_counts_differences_and_verdicts(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a program needs: counts for each field and document, what differs, what is refused."""
    assert run(["evaluate", str(gold), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    document = data["runs"][0]["documents"][0]
    assert data["format"] == "summarizer/evaluation/1"
    assert document["fields"]["participants"] == {
        "matched": 2, "given": 2, "wanted": 2, "precision": 1.0, "recall": 1.0, "f1": 1.0,
    }  # fmt: skip
    assert document["shares"]["duration.exact"]["right"] == 1
    assert sum(data["gold"][0]["verdicts"].values()) > 20
    assert data["gold"][0]["verdicts"].get("contradicted", 0) == 0


def test_models_stand_side_by_side(
    gold: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each model's figures stand beside the others', with its requests and tokens."""
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    answer = {
        "title": None, "event": None, "informants": [], "duration": None, "agreed_formats": [], "agreements": [],
        "participants": [{**ARVID, "evidence": [{"quote": "Tomas Arvid", "sentence": None}]}],
        "positions": [], "next_steps": [],
    }  # fmt: skip
    with ScriptedModel(lambda _request: answer) as server:
        args = ["--model", "offline", "--model", "openai/scripted", "--base-url", server.base_url]
        assert run(["evaluate", str(gold), *args, "--format", "json"]) == 0
    offline, scripted = json.loads(capsys.readouterr().out)["runs"]
    assert offline["usage"]["requests"] == 0
    assert scripted["usage"]["requests"] == 1
    assert scripted["usage"]["input_tokens"] > 0
    assert scripted["overall"]["fields"]["participants"]["recall"] == 0.5


def test_a_model_that_fails_is_told_and_scored_as_empty(
    gold: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure is no lucky gap: everything counts as missed, and the exit code says that there was nothing."""
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    with ScriptedModel(lambda _request: Fault(400, "no such model")) as server:
        args = ["--model", "openai/absent", "--base-url", server.base_url]
        code = run(["evaluate", str(gold), *args])
    shown = capsys.readouterr()
    assert code == 4
    assert "no briefing by openai/absent: harbour" in shown.out
    assert "gave no briefing at all" in shown.err


REFUSALS: dict[str, tuple[dict[str, Any] | str, list[str]]] = {
    "not JSON": ("{", ["is not JSON"]),
    "no annotation": ({"file": "harbour.txt"}, ["is no annotation", "participants", "agreed_formats"]),
    "another document": ({**GOLD, "sha256": "0" * 64}, ["sha256"]),
    "nested without end": ("[" * 100_000, ["nested too deeply"]),
    "a document elsewhere": ({**GOLD, "file": __file__}, ["was not found"]),
    "a document above": ({**GOLD, "file": "../" * 20 + __file__[1:]}, ["was not found"]),
    "a name without end": ({**GOLD, "file": "x" * 5000}, ["No document can be evaluated"]),
    "no document": ({**GOLD, "file": "absent.txt"}, ["absent.txt was not found", "--documents"]),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_cannot_be_evaluated_is_refused_plainly(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken annotation or a missing document ends in one or two lines, with the remedy."""
    (tmp_path / "harbour.txt").write_text(STORY, encoding="utf-8")
    annotation, words = REFUSALS[case]
    assert run(["evaluate", str(write_gold(tmp_path, annotation))]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(shown.err.splitlines()) <= 2
    for word in words:
        assert word in shown.err


def test_an_empty_or_missing_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong path is told, not scored as zero documents."""
    assert run(["evaluate", str(tmp_path)]) == 2
    assert "no annotation is there" in capsys.readouterr().err
    assert run(["evaluate", str(tmp_path / "absent")]) == 2
    assert "no such file or folder" in capsys.readouterr().err


def test_documents_are_found_by_name_below_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--documents` names a folder; the document may lie deeper in it, and its sha256 is compared."""
    deep = tmp_path / "papers" / "2023"
    deep.mkdir(parents=True)
    (deep / "harbour.txt").write_text(STORY, encoding="utf-8")
    digest = hashlib.sha256(STORY.encode()).hexdigest()
    gold = write_gold(tmp_path, {**GOLD, "sha256": digest})
    assert run(["evaluate", str(gold), "--documents", str(tmp_path / "papers")]) == 0
    assert "harbour" in capsys.readouterr().out


def test_documents_that_are_missing_are_named_and_the_rest_is_scored(
    gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was left out is told with its reason, and the exit code says that something was."""
    (gold / "absent.json").write_text(json.dumps({**GOLD, "file": "absent.txt"}), encoding="utf-8")
    assert run(["evaluate", str(gold), "--format", "json"]) == 5
    shown = capsys.readouterr()
    assert "absent.txt was not found" in json.loads(shown.out)["skipped"]["absent"]
    assert "1 documents not evaluated" in shown.err


def test_several_folders_and_the_briefing_beside(gold: Path, tmp_path: Path) -> None:
    """Folders are read together; an annotation's briefing beside it is no annotation, but is what is verified."""
    (gold / "harbour.briefing.json").write_text(
        json.dumps({"kind": "briefing", "participants": [{"name": "Nobody Known"}]}), encoding="utf-8"
    )
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "second.json").write_text(json.dumps(GOLD), encoding="utf-8")
    found = evaluate(read_gold([gold, tmp_path / "more"]), [], lambda source, model: verify({}, source))
    assert [one.document for one in found.gold] == ["harbour", "second"]
    assert [r["path"] for r in found.gold[0].refused] == ["/participants/0/name"]
    assert not found.gold[1].refused


def test_names_of_documents_are_shown_not_obeyed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Control codes and markup in an annotation's name are printed as text."""
    (tmp_path / "harbour.txt").write_text(STORY, encoding="utf-8")
    folder = write_gold(tmp_path, {**GOLD, "file": "harbour.txt"}, "[red]x\x1b[2J.json")
    assert run(["evaluate", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "\x1b[2J" not in out
    assert "[red]x" in out


def test_the_result_goes_to_a_file(gold: Path, tmp_path: Path) -> None:
    """`-o` writes the tables as Markdown, and never over an annotation."""
    target = tmp_path / "table.md"
    assert run(["evaluate", str(gold), "--format", "markdown", "-o", str(target)]) == 0
    assert "| participants" in target.read_text(encoding="utf-8")
    assert run(["evaluate", str(gold), "--format", "markdown", "-o", str(target)]) == 2
