"""Documents of several genres, written for the tests of the offline extractor: invented people and places."""

from __future__ import annotations

READOUT = """\
---
title: "Readout of the Secretary's Call with Minister Varga and President Oduya"
date: 2024-05-14
---

Secretary Ellen Marsh spoke today by telephone with Foreign Minister Bela Varga of Hungary and President
Joseph Oduya of Kenya. The call lasted just over 40 minutes.

The Secretary urged both governments to reopen the rail corridor. Minister Varga said that Hungary would
not pay for the repairs. President Oduya denied that the line had been closed on purpose.

They agreed to launch a trilateral rail dialogue in Nairobi on 3 June. They did not agree on a conference
in Budapest. Ambassador Paul Reyes, who was not on the call, will brief the press on Friday.
"""

MERGER = """\
Northgate and Solberg Agree on Merger Talks in Zurich

3/3/2025 08:00

The boards of Northgate plc and Solberg AG met in Zurich on 2 March 2025 to review the combination of the
two companies. The meeting lasted nearly six hours.

"We believe this combination makes sense for customers," said Helen Osei, chief executive of Northgate. "But
we will not overpay."

The two companies agreed to exchange financial data by 21 March and to create a joint integration committee
in Basel.
"""

CLUB = """\
Club statement: meeting with supporters

The club's chairman, David Millward, met the secretary of the Supporters' Trust, Alan Pike, at Mill Lane on
Thursday evening. The meeting lasted an hour and 20 minutes.

"We got it wrong, and we will put it right," Millward said. Pike asked for a seat on the board. The chairman
rejected the idea.

The club and the Trust agreed that away tickets will be capped at 20 pounds.
"""

MINUTES = """\
MINUTES OF THE HARBOUR AND FISHERIES COMMITTEE

Held in the Town Hall on 8 October 2024

Present: Joan Harker (Chair), Martin Patel, Sarah Reid
Apologies: Brian Stott

1. Martin Patel said that the closure would ruin two fish merchants.

2. The Committee agreed to close the pier to lorries from 1 November 2024.

The meeting closed at 8.40 p.m.
"""

SUMMIT = """\
Leaders End Two-Day Summit in Vienna With Pledge on Grain

Published 12 September 2023

French President Claire Moreau and her Egyptian counterpart, Samir Nabil, ended a two-day summit in Vienna on
Tuesday. Nabil insisted that no ship would sail without insurance. "No cover, no cargo," he told reporters.

An Egyptian official said the two presidents had agreed that a joint maritime council will meet in Cairo on
5 October.

Last month's talks between Moreau and the king of Jordan lasted only three hours.
"""

BRIEFING = """\
Press Briefing by Spokesperson Nora Lind on the Border Talks

Geneva, 9 April 2024

5:30 P.M.

MODERATOR:  Good evening. We have ten minutes.

MS. LIND:  Thank you. The talks between Foreign Minister Paulo Reis of Brazil and Foreign Minister Anna Berg of
Sweden lasted three hours. Minister Reis made clear that Brazil will not withdraw its complaint.

Q    Did they agree on a date?

MS. LIND:  They did not agree on a date. We expect that the experts will meet in Oslo on 2 May.

Q    So the talks failed?

MS. LIND:  I reject that word.

MODERATOR:  Thank you, everybody.

5:42 P.M.
"""

SPANISH = """\
El presidente recibe a la primera ministra en Santiago

El presidente Rodrigo Salas recibió el martes a la primera ministra de Noruega, Kari Lunde. La reunión duró unos
45 minutos. "No vamos a firmar nada antes de marzo", dijo Salas a los periodistas. Lunde pidió un acuerdo sobre
el salmón y propuso una nueva ronda de conversaciones en Bergen. Los dos acordaron crear un grupo de trabajo.
"""

NOTICE = """\
Weather and Ferries on Thursday

Rain until noon, 22 degrees, wind from the south. The last boat to the island leaves at 21:15.
The museum is closed until March. Parking is not allowed on either side of the square.
Talks on bus fares are shown in the library: a film of 70 minutes.
"""

DOCUMENTS = {
    "readout": READOUT,
    "merger": MERGER,
    "club": CLUB,
    "minutes": MINUTES,
    "summit": SUMMIT,
    "briefing": BRIEFING,
    "spanish": SPANISH,
    "notice": NOTICE,
}
