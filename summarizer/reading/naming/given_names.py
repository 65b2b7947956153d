"""Common given names that tell whether a woman or a man bears them, for "she" and "he" where no title tells it.

Names that both bear ("Andrea", "Kim", "Robin", "Sasha") are left out.
"""

from __future__ import annotations

_FEMALE = frozenset("""
    ada adele agnes aisha alice alina amalia amanda amelia amina amy ana anastasia angela anika anita anja ann anna anne annika antonia astrid ayesha
    barbara beata beatrice beatriz birgit bridget brigitte camilla carla carmen carol caroline catherine cecilia charlotte chiara christina christine
    clara claire claudia cristina cynthia dalia danuta daria deborah denise diana dina dora dorothy edith eleanor elena elisa elisabeth elizabeth ella
    ellen elsa emilia emily emma erika esther eva eve fatima fatou fiona florence frances francesca frida gabriela gemma georgia gerda gertrude gina gita
    giulia grace greta gudrun hanna hannah heather heidi helen helena helga hilda ida ilona ines inga ingrid irene irina irma isabel isabella ivana jana
    jane janet jasmin jasmina jelena jenna jennifer jessica joan joanna johanna josephine judith julia juliana julie kaja karen karin karina kate
    katarina katherine kathleen katja katrin khadija kirsten kristin kristina lara larisa laura lea leila lena leonora leticia lidia lilian lily
    linda lisa lise liv lorena louise lucia lucy ludmila luisa lydia madeleine magda magdalena maja manuela mara margaret margarita maria mariam marie
    marija marina marlene marta martha martina mary mathilde maya melania melanie melissa mercedes mia michelle milena mina mirjam moira mona monica
    monika nadia nadine nancy natalia natalie natasha nina nora norma olga olivia patricia paula pauline petra pia priya rachel rebecca regina renata
    rita rosa rosalie rose ruth sabine samira sandra sara sarah selma shirin signe silvia simone sofia sonia sonja sophia sophie stella stephanie susan
    susana susanna svetlana sylvia tamara tania tanja tatiana teresa theresa tina tove ulla ulrike ursula valentina valeria vanessa vera veronica
    victoria viktoria viola virginia wanda yasmin yolanda yulia yvonne zainab zeynep zoe zofia zuzana""".split())  # fmt: skip
_MALE = frozenset("""
    aaron abdul abdullah abel abraham adam adrian ahmad ahmed alan albert alberto alejandro aleksandar alexander alfred ali allan alvaro amir anders
    andrei andrew andrey anton antonio antony arne arnold arthur artur august axel ben benjamin bernard bernd bill bjorn bob boris brian bruno carl carlos
    cesar charles christian christoph christopher claus conrad craig dan daniel david dennis diego dieter dietmar dimitri dmitri dmitry donald
    douglas edgar edmund eduard eduardo edward edwin emil emmanuel enrique eric erik ernst ettore eugene fabian felipe felix ferdinand fernando filip
    francesco francis francisco franco frank frans franz fred frederick friedrich fritz gary geoffrey georg george gerald gerard gerhard gianni giorgio
    giovanni giuseppe gonzalo gordon graham greg gregor gregory guido gunnar gunther gustav hakan hamid hans harald harold harry hasan hassan heinrich
    helmut hendrik henri henrik henry herbert hermann hernan holger horst howard hugh hugo husein hussein ian ibrahim igor ilja imran isaac ismail ivan
    ivar ivo jack jacob jacques jakob james jan jaroslav jason javier jeff jeffrey jens jeremy jerome jerzy jim joachim joao joe joel johan johann john
    jon jonas jonathan jorge jose josef joseph juan juergen julian julio karl kaspar keith kenneth kevin khalid klaus knut konrad konstantin krzysztof
    kurt lars laszlo lawrence leo leon leonard leonid lorenz louis luca lucas luigi luis luka lukas magnus mahmoud malcolm manfred manuel marc marcel
    marco marcus marek mario mark marko markus martin mateo mathias matteo matthew matthias max maximilian michael michal miguel mikhail milan milos
    miroslav mohamed mohammad mohammed muhammad mustafa nathan nicholas nicolas niels nikolai nikos nils norbert olaf oleg oliver omar oscar oskar osman
    otto pablo patrick paul pavel pavle pedro per peter petr philip philipp pierre piet piotr rafael rainer ralf ralph ramon raphael raul raymond reinhard
    ricardo richard robert roberto rodrigo roger roland rolf roman ronald rudolf rupert ryan said salim samuel sebastian sergei sergey sergio simon
    stanislav stefan stefano stephen steve steven sven tariq theo theodor thomas tim timo timothy tobias tom tomas tomasz tony torsten ulf ulrich umar uwe
    vaclav victor viktor vincent vladimir volker walter werner wilhelm william willy wolfgang wouter xavier yusuf yuri yves zoltan""".split())  # fmt: skip


def gender_of_name(name: str) -> str:
    """Return "f" or "m" for a name whose first word tells it, else nothing."""
    first = name.split()[0].casefold() if name.strip() else ""
    return "f" if first in _FEMALE else "m" if first in _MALE else ""
