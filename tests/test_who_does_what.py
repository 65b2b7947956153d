"""Who does what to whom, whose it is and who is meant: each text with a claim that follows and one that turns it round."""

from __future__ import annotations

import pytest

from summarizer import Source, check

PAIRS = [
    ("Lena Brandt, criticised by Paul Novak for the delay, left the room.", "Paul Novak criticised Lena Brandt.", "Lena Brandt criticised Paul Novak."),
    ("The council has been sued by the builders.", "The builders have sued the council.", "The council has sued the builders."),
    ("The board overruled the committee on Monday.", "The committee was overruled by the board.", "The board was overruled by the committee."),
    ("The board overruled the committee on Monday.", "The board overruled the committee.", "The committee overruled the board."),
    ("The nurse called the doctor at midnight.", "At midnight the nurse called the doctor.", "At midnight the doctor called the nurse."),
    ("The union had warned the ministry twice.", "The ministry had been warned twice by the union.", "The union had been warned twice by the ministry."),
    ("Three farmers were attacked by two wolves near the river.", "Two wolves attacked three farmers near the river.", "Three farmers attacked two wolves near the river."),
    ("Karin Dahl looks after Peter Moe.", "Peter Moe is looked after by Karin Dahl.", "Peter Moe looks after Karin Dahl."),
    ("Delegate Roy listened to Delegate Kim.", "Kim was listened to by Roy.", "Kim listened to Roy."),
    ("The one who paid Sara Vik was Jon Alm.", "Jon Alm paid Sara Vik.", "Sara Vik paid Jon Alm."),
    ("Mona Tamm came late. She should call Oskar.", "Mona Tamm should call Oskar.", "Oskar should call Mona Tamm."),
    ("Anna Berg met Paul Novak in Riga. He gave her the key.", "Paul Novak gave Anna Berg the key.", "Anna Berg gave Paul Novak the key."),
    ("Oskar Reis wrote to Mona Tamm. She has not answered him.", "Mona Tamm has not answered Oskar Reis.", "Oskar Reis has not answered Mona Tamm."),
    ("Eva Stern invited Lukas Amann. He declined.", "Lukas Amann declined.", "Eva Stern declined."),
    ("Marta Roos arrived on Sunday. A crowd cheered her.", "A crowd cheered Marta Roos.", "Marta Roos cheered a crowd."),
    ("The lawyer who sued Ben Carr lives in Lund.", "The lawyer sued Ben Carr.", "Ben Carr sued the lawyer."),
    ("The lawyer whom Ben Carr sued lives in Lund.", "Ben Carr sued the lawyer.", "The lawyer sued Ben Carr."),
    ("The woman whose brother sued the bank lives in Turku.", "The brother of the woman sued the bank.", "The woman sued the bank."),
    ("Rita Sol, whose husband founded the museum, spoke first.", "The husband of Rita Sol founded the museum.", "Rita Sol founded the museum."),
    ("Rita Sol, whose husband founded the museum, spoke first.", "Rita Sol spoke first.", "Her husband spoke first."),
    ("The judge to whom Ann Bell wrote has replied to Carl Dunn.", "The judge has replied to Carl Dunn.", "Ann Bell has replied to Carl Dunn."),
    ("The mayor opened the fair and thanked the volunteers.", "The mayor thanked the volunteers.", "The volunteers thanked the mayor."),
    ("Samuel Ek was given the letter by Greta Holt.", "Greta Holt gave Samuel Ek the letter.", "Samuel Ek gave the letter to Greta Holt."),
    ("Greta Holt sent the report to Samuel Ek.", "Samuel Ek was sent the report by Greta Holt.", "Greta Holt was sent the report by Samuel Ek."),
    ("The letter was given to Samuel Ek by Greta Holt.", "Greta Holt gave Samuel Ek the letter.", "Samuel Ek gave Greta Holt the letter."),
    ("The teacher showed the pupil the map.", "The teacher showed the map to the pupil.", "The pupil showed the map to the teacher."),
    ("The clerk handed the driver a form.", "The driver was handed a form by the clerk.", "The clerk was handed a form by the driver."),
    ("Greta Holt introduced Samuel Ek to Irma Noor.", "Samuel Ek was introduced to Irma Noor by Greta Holt.", "Irma Noor introduced Samuel Ek to Greta Holt."),
    ("Greta Holt recommended Samuel Ek to Irma Noor.", "Greta Holt recommended Samuel Ek.", "Greta Holt recommended Irma Noor."),
    ("The museum awarded Rosa Lind the prize.", "Rosa Lind was awarded the prize by the museum.", "Rosa Lind awarded the museum the prize."),
    ("Samuel Ek received the letter from Greta Holt.", "Greta Holt gave Samuel Ek the letter.", "Samuel Ek gave Greta Holt the letter."),
    ("Lea Marsh asked Dan Pohl to call the bank.", "Dan Pohl was asked to call the bank.", "Lea Marsh was asked to call the bank."),
    ("Lea Marsh persuaded Dan Pohl to visit Inga Falk.", "Dan Pohl was persuaded to visit Inga Falk.", "Inga Falk was persuaded to visit Dan Pohl."),
    ("The chair instructed the secretary to inform the members.", "The secretary is to inform the members.", "The chair is to inform the members."),
    ("The doctor advised the patient to rest.", "The patient was advised to rest.", "The doctor was advised to rest."),
    ("The doctor advised the patient to rest.", "The patient should rest.", "The doctor should rest."),
    ("Dan Pohl seems to have called Lea Marsh.", "Dan Pohl seems to have called Lea Marsh.", "Lea Marsh seems to have called Dan Pohl."),
    ("Dan Pohl is believed to have bribed Lea Marsh.", "It is believed that Dan Pohl bribed Lea Marsh.", "It is believed that Lea Marsh bribed Dan Pohl."),
    ("The minister's aide signed the order.", "The aide of the minister signed the order.", "The minister signed the order."),
    ("Maria Ruiz's brother runs the mill.", "The brother of Maria Ruiz runs the mill.", "Maria Ruiz runs the mill."),
    ("The firm's director sold the painter's studio.", "The director of the firm sold the studio of the painter.", "The painter sold the firm's studio."),
    ("Piet Bos blamed himself, not Ruth Ames.", "Piet Bos blamed himself.", "Piet Bos blamed Ruth Ames."),
    ("Jana Kott called Piet Bos. The latter hung up.", "Piet Bos hung up.", "Jana Kott hung up."),
    ("Jana Kott and Piet Bos came to the hearing. The former spoke, the latter was silent.", "Jana Kott spoke.", "Piet Bos spoke."),
    ("Of the two firms, Alto and Brix, the former was fined and the latter was cleared.", "Alto was fined.", "Brix was fined."),
    ("Vera Lamm sold the mill to Otto Brandt.", "Otto Brandt bought the mill from Vera Lamm.", "Vera Lamm bought the mill from Otto Brandt."),
    ("Vera Lamm bought the mill from Otto Brandt.", "Otto Brandt sold the mill to Vera Lamm.", "Vera Lamm sold the mill to Otto Brandt."),
    ("Vera Lamm lent Otto Brandt a tractor.", "Otto Brandt borrowed a tractor from Vera Lamm.", "Vera Lamm borrowed a tractor from Otto Brandt."),
    ("Brann beat Viking on Sunday.", "Viking lost to Brann.", "Brann lost to Viking."),
    ("Brann lost to Viking on Sunday.", "Viking beat Brann.", "Brann beat Viking."),
    ("The vote followed the debate.", "The debate preceded the vote.", "The vote preceded the debate."),
    ("Vera Lamm lost to Otto Brandt in the final.", "Otto Brandt defeated Vera Lamm in the final.", "Vera Lamm defeated Otto Brandt in the final."),
    ("The criticism of Berg by Tamm was sharp.", "Tamm criticised Berg.", "Berg criticised Tamm."),
    ("Tamm's appointment by the board came on Monday.", "The board appointed Tamm.", "Tamm appointed the board."),
    ("The arrest of the editor by the police drew protests.", "The police arrested the editor.", "The editor arrested the police."),
    ("The visit of the king to the pope was brief.", "The king visited the pope.", "The pope visited the king."),
    ("The commission fined the airline, which has appealed.", "The airline has appealed.", "The commission has appealed."),
    ("Norway imported gas from Chile.", "Chile exported gas to Norway.", "Chile imported gas from Norway."),
    ("The report says that the guard hit the prisoner.", "The guard hit the prisoner.", "The prisoner hit the guard."),
    ("Because the guard had hit the prisoner, the warden suspended the guard.", "The guard hit the prisoner.", "The guard suspended the warden."),
    ("Having beaten Karl Lang, Ines Roth thanked her coach.", "Ines Roth beat Karl Lang.", "Karl Lang beat Ines Roth."),
    ("The shop that the council closed had supplied the school.", "The council closed the shop.", "The shop closed the council."),
    ("The shop that the council closed had supplied the school.", "The shop had supplied the school.", "The council had supplied the school."),
    ("The tenants took the landlord to court. He had threatened them with eviction.", "The landlord had threatened the tenants with eviction.", "The tenants had threatened the landlord with eviction."),
    ("Mr Osei drove Mrs Lamptey to the airport because she had missed the bus.", "Mrs Lamptey had missed the bus.", "Mr Osei had missed the bus."),
    ("Mrs Lamptey told Mr Osei that she would pay.", "Mrs Lamptey would pay, she told Mr Osei.", "Mr Osei would pay, Mrs Lamptey said."),
    ("The cook trained the waiter who now runs the inn.", "The waiter now runs the inn.", "The cook now runs the inn."),
    ("The dog that the postman feared bit the baker.", "The dog bit the baker.", "The postman bit the baker."),
    ("The boy pushed the girl and then helped her up.", "The boy helped the girl up.", "The girl helped the boy up."),
    ("Hired by the museum in May, the curator resigned in June.", "The museum hired the curator.", "The curator hired the museum."),
    ("The pilot was blamed by the airline and cleared by the court.", "The court cleared the pilot.", "The airline cleared the pilot."),
    ("The pilot was blamed by the airline and cleared by the court.", "The airline blamed the pilot.", "The court blamed the pilot."),
    ("The farmer sold his neighbour a cow.", "The farmer sold a cow to his neighbour.", "The neighbour sold the farmer a cow."),
    ("A cow was sold to the farmer by his neighbour.", "The neighbour sold the farmer a cow.", "The farmer sold the neighbour a cow."),
    ("The treasurer promised the members to publish the accounts.", "The treasurer promised to publish the accounts.", "The members promised to publish the accounts."),
    ("The members urged the treasurer to publish the accounts.", "The treasurer was urged to publish the accounts.", "The members were urged to publish the accounts."),
    ("The members want the treasurer to resign.", "The members want the treasurer to resign.", "The treasurer wants the members to resign."),
    ("The treasurer is thought to have misled the members.", "The treasurer may have misled the members.", "The members may have misled the treasurer."),
    ("Arvonia, whose president Moldavia had invited, declined.", "Moldavia had invited the president of Arvonia.", "Arvonia had invited the president of Moldavia."),
    ("The two ministers met in Lund. Minister Aalto handed Minister Brandt a list of prisoners.", "Minister Brandt was handed a list of prisoners by Minister Aalto.", "Minister Aalto was handed a list of prisoners by Minister Brandt."),
    ("Minister Aalto accepted the invitation of Minister Brandt to visit Lund.", "Minister Brandt invited Minister Aalto to visit Lund.", "Minister Aalto invited Minister Brandt to visit Lund."),
    ("The envoy conveyed the king's thanks to the president.", "The king thanked the president.", "The president thanked the king."),
    ("The commission that the parliament had set up criticised the ministry.", "The commission criticised the ministry.", "The parliament criticised the ministry."),
    ("The ministry was criticised by the commission that the parliament had set up.", "The parliament had set up the commission.", "The ministry had set up the commission."),
    ("The ambassador said her government would support the proposal that Chile had tabled.", "Chile had tabled the proposal.", "The ambassador had tabled the proposal."),
    ("The rebels released the hostages after the army had freed the rebel leader.", "The army had freed the rebel leader.", "The rebels had freed the army leader."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), [(text, claim) for text, claim, _ in PAIRS])
def test_supports_the_sides_of_a_verb(text: str, claim: str) -> None:
    """Actives and passives, relative clauses, control, datives, owners, converses and deeds told by nouns tell the same."""
    assert check(claim, Source.from_text(text)).verdict.value == "supported"


@pytest.mark.parametrize(("text", "claim"), [(text, claim) for text, _, claim in PAIRS])
def test_refuses_the_sides_turned_round(text: str, claim: str) -> None:
    """The same words with the two who do it and have it done in each other's place do not follow."""
    assert check(claim, Source.from_text(text)).verdict.value != "supported"
