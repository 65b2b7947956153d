"""Whether what a statement tells is so: what was bound to, what came first, what is denied. Each with its false twin."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

COMMUNIQUE = Source.from_text(
    """Communiqué on the Meeting of the Ministers of Transport of Arvenia and Beldova

The ministers of Arvenia and Beldova met in Lenz on 4 May to review the state of the border railway. In advance of the meeting,
engineers of both countries inspected the bridge at Tarn.

The ministers agreed to restore freight traffic on the northern line. They committed to explore reopening the ferry at Maro.
They noted progress toward aligning customs procedures. Arvenia will respond to the offer of Beldova by the end of June.

Because of the flood in March, the station at Tarn was closed. Based on the report of the engineers, the ministers
lowered the speed limit on the bridge.

The railway companies voluntarily published their timetables. Beldova is retaining the toll on lorries. By the end of the year,
both ministries intend to operationalize the joint control room. The chair of the commission, Ilse Brandt, presented the report.
Only carriers that hold a joint licence will be able to use the tunnel. Foreign carriers may use the line upon agreement of the
ministries. Some but not all of the carriers were present. There was no dispute about the fares, and there were no complaints
about the timetable.

Arvenia expressed its readiness to contribute to the repair of the lighthouse at Sorn. Beldova will open a consulate in Lenz in
the autumn. The recent renewal of the fishing agreement was welcomed by both sides. Ships may enter the harbour at Maro on the
first day after the regatta. Lasting investment can only come in an environment of stable prices. The ministers assessed the
broader effects of the drought on grain harvests.
""",
    published="2024-05-06",
)

# What is so, and beside it what differs from it in one thing only.
TWINS = {
    "a deed agreed on": (
        "The two ministers agreed to resume freight trains on the northern line.",
        "The two ministers agreed to build a tunnel for passengers under the northern line.",
    ),
    "a deed that was only to be explored": (
        "They committed to explore reopening the ferry at Maro.",
        "They committed to reopen the ferry at Maro.",
    ),
    "how much of it was done": (
        "The ministers noted progress in aligning the procedures of the customs.",
        "The ministers noted that customs procedures are fully aligned.",
    ),
    "what is sure": (
        "Arvenia will answer the offer of Beldova by the end of June.",
        "Arvenia may answer the offer of Beldova by the end of June.",
    ),
    "what came before": (
        "Before the meeting, engineers of both countries inspected the bridge at Tarn.",
        "After the meeting, engineers of both countries inspected the bridge at Tarn.",
    ),
    "why it was so": (
        "The station at Tarn was closed because of the flood in March.",
        "The closed station at Tarn led to the flood in March.",
    ),
    "what rests on what": (
        "The speed limit on the bridge was lowered after the report of the engineers.",
        "The speed limit on the bridge was lowered before the report of the engineers.",
    ),
    "an opposite denied": (
        "The railway companies were not forced to publish their timetables.",
        "The railway companies did not publish their timetables.",
    ),
    "an opposite of several words denied": (
        "Beldova does not do away with the toll on lorries.",
        "Beldova does not keep the toll on lorries.",
    ),
    "what is still to come": (
        "The joint control room was not yet operational.",
        "The ministries do not intend to operationalize the joint control room.",
    ),
    "an exception": (
        "Foreign carriers cannot use the line unless the ministries agree.",
        "Foreign carriers cannot use the line.",
    ),
    "not all": (
        "Not all carriers were present at the meeting.",
        "None of the carriers were present.",
    ),
    "a mere readiness": (
        "Arvenia was willing to contribute to the repair of the lighthouse at Sorn.",
        "Arvenia undertook to repair the lighthouse at Sorn.",
    ),
    "a promise that binds": (
        "Beldova promised to open a consulate in Lenz in the autumn.",
        "Beldova would consider opening a consulate in Lenz in the autumn.",
    ),
    "what has been": (
        "Both sides welcomed that the fishing agreement was recently renewed.",
        "The fishing agreement is to be renewed in the near future.",
    ),
    "the day after": (
        "On the day after the regatta, ships may enter the harbour at Maro.",
        "On the day before the regatta, ships may enter the harbour at Maro.",
    ),
    "what must come first": (
        "Lasting investment can come only in an environment of stable prices.",
        "Stable prices can only come after lasting investment.",
    ),
    "what was not left out": (
        "The ministers looked at the wider effects of the drought on grain harvests.",
        "The ministers left the wider effects of the drought on grain harvests out of their talks.",
    ),
    "an act of its own": (
        "Ministers of the two countries met on the state of the border railway.",
        "The ministers invited their neighbours to a meeting on the state of the border railway.",
    ),
    "a denial of what no passage tells": (
        "The ministers named no precise date for ferry services at Maro.",
        "The ministers did not commit to explore reopening the ferry at Maro.",
    ),
    "two denials in one sentence": (
        "There were no complaints about the timetable.",
        "There were complaints about the timetable.",
    ),
}


@pytest.mark.parametrize("name", TWINS)
def test_what_is_so_is_supported(name: str) -> None:
    """What the passage tells in other words is supported, with the passage."""
    finding = check(TWINS[name][0], COMMUNIQUE)
    assert finding.verdict == Verdict.SUPPORTED, finding.reasons
    assert finding.spans


@pytest.mark.parametrize("name", TWINS)
def test_its_twin_is_refused(name: str) -> None:
    """The same with another deed, another order or another denial is not supported."""
    finding = check(TWINS[name][1], COMMUNIQUE)
    assert finding.verdict != Verdict.SUPPORTED, finding.reasons


SUPPORT = Source.from_text(
    "Readout\n\nNorland commits to reinforcing its support to the counter-piracy patrols of its neighbours. It may lend two ships."
)


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ("Norland commits to reinforcing its support to its neighbours' anti-piracy patrols.", True),
        ("Norland will consider reinforcing its support to its neighbours' counter-piracy patrols.", False),
        ("Norland will consider more support to its neighbours' counter-piracy patrols.", False),
        ("Norland commits to reinforcing its support to its neighbours' piracy.", False),
    ],
)
def test_a_promise_is_not_told_as_weighed(claim: str, right: bool) -> None:
    """Who commits does not merely consider, whatever else the sentence names; "anti-" and "counter-" say the same."""
    assert (check(claim, SUPPORT).verdict is Verdict.SUPPORTED) is right
