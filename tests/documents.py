"""Documents written for the tests: invented people, real difficulties."""

from __future__ import annotations

HARBOUR = """\
Ministers Trade Blame After Five-Hour Harbour Talks in Valletta

By Ines Calder

© Meridian Wire / Foreign Minister Tomas Arvid arrives in Valletta
Foreign Minister Tomas Arvid arrives in Valletta - Meridian Wire, 1920, 14.03.2023
Norwegian Foreign Minister Tomas Arvid and his Maltese counterpart, Lucia Ferro, met in Valletta on Tuesday for talks
that lasted about five hours, a Maltese official said.

“We will reopen the harbour on March 20, and not a day later,” Arvid told reporters. “Norway has set aside 40 million
euros for the work.”

Ferro said the two sides did not agree on a ceasefire in the fishing dispute. She denied that talks had collapsed,
adding that the co-
operation council would meet again in Oslo on April 3.

"Malta is not going to lower the landing fee," Ferro said. "Our fishermen have paid enough - more than enough."

Arvid's deputy, Nils Brandt, said Malta had withheld 12 permits in February, which Ferro disputes.

The ministers agreed to hold trilateral consultations with Tunisia in Tunis, Brandt said. They also agreed to exchange
the crews of two trawlers.

"If the permits are issued, we will withdraw the complaint," Brandt said.

Share this article
"""
