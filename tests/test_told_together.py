"""What stands together in a text must be told together: values in joined sentences, places, bounds, descriptions."""

from __future__ import annotations

import pytest

from summarizer import Source, check

PORT = Source.from_text(
    """PORT AUTHORITY OF KESTREL BAY
Minutes of the users' meeting, Thursday 6 March 2025

The harbour master, Ms Ingrid Solheim, welcomed the members in the customs house at Lerwick Quay. Present: Mr Tomas Brandt (Ferries), Ms Aoife Lynch (Fisheries) and Mr Samuel Okoro (Pilots).

1. Dredging. Twenty-six barges were inspected in February; nine were ordered to leave port. The cost rises from 4 million crowns to 6 million in the first year and to 9 million by 2028. The Commission will contribute 6 million euros, the industry 2.5 million.

2. Fees. Ms Lynch said the fishermen could accept the increase provided that the ice plant stays open. The bank said it would lend the port up to 200 million crowns. Neither side would build on the quay without telling the other three months ahead, Ms Solheim said.

3. Pilots. Mr Okoro reported 312 pilotages in January and 287 in February. Two pilots from Solvik were trained in Rotterdam, and one from Harstad in Antwerp. Of the 31 boats held at Bir Sadek, 19 have been freed.

4. Any other business. The town of Solvik would be glad to host the regatta in June. The next meeting will take place on 5 June. "Where?" asked Mr Brandt. "In Harstad this time," the harbour master said, "at the fish market." Ms Solheim met the mayor in Lofthus on Monday and the governor in Bergen on Thursday.

Mr Brandt said: "I used to think they were good at it. They are not."
""",
    published="2025-03-06",
)
FALSE = {
    "another's number": "Twenty-six barges were ordered to leave port in February.",
    "another stage": "The cost rises from 4 million crowns to 9 million in the first year.",
    "another's share": "The industry will contribute 6 million euros.",
    "the whole for the part": "The 31 boats held at Bir Sadek have been freed.",
    "another's month": "Mr Okoro reported 287 pilotages in January.",
    "another's town": "One pilot from Harstad was trained in Rotterdam.",
    "another's day": "Ms Solheim met the governor on Monday.",
    "a town of the text": "The next users' meeting will be held in Solvik on 5 June.",
    "another's description": "Mr Okoro, of the fisheries, reported 312 pilotages in January.",
    "another's charge": "Ms Aoife Lynch represented the ferries.",
    "no condition": "Ms Lynch said that the fishermen accept the increase.",
    "no bound": "The bank will lend the port 200 million crowns.",
    "a denial cut short": "Ms Solheim said neither side would build on the quay.",
    "a mere offer": "The town of Solvik will host the regatta in June.",
    "what was thought once": 'Mr Brandt thinks that "they were good at it".',
}
TRUE = {
    "own number": "Twenty-six barges underwent inspection in February.",
    "own number, the noun left out": "Nine barges were ordered to leave port.",
    "own stage": "By 2028 the cost will have risen to 9 million crowns.",
    "own share": "The industry will contribute 2.5 million euros.",
    "own month": "Mr Okoro reported 287 pilotages in February.",
    "own day": "Ms Solheim met the governor in Bergen on Thursday.",
    "the place of an answer": "The next users' meeting will be held in Harstad on 5 June.",
    "own charge": "Mr Samuel Okoro spoke for the pilots.",
    "own condition": "Ms Lynch said the fishermen could accept the increase if the ice plant stays open.",
    "own bound": "The bank said it would lend the port as much as 200 million crowns.",
    "own offer": "The town of Solvik would be happy to host the regatta in June.",
}


@pytest.mark.parametrize("claim", FALSE.values(), ids=FALSE)
def test_refuses_what_stands_with_another(claim: str) -> None:
    assert check(claim, PORT).verdict != "supported"


@pytest.mark.parametrize("claim", TRUE.values(), ids=TRUE)
def test_supports_what_stands_together(claim: str) -> None:
    assert check(claim, PORT).verdict == "supported"
