"""Words that carry no content of their own."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those there here it its it's he him his she her hers they them their theirs we us our ours you your yours i me my mine
    himself herself itself themselves ourselves who whom whose which what when where why how and or nor but yet so for of in on at to from by with
    about into onto over under between among through during before after since until upon within via per as than then also too both each all any some
    such own same very just only even still already again once ever is are was were be been being am 's has have had having do does did done doing
    will would shall should can could may might must ought not no n't never if unless whether while although though because however therefore thus
    up down out off around across against toward towards along amid regarding concerning s t re ve ll d m one ones other others another more most less
    much many few several quite rather around out that's there's he's she's they're we're i'm
    anything something everything anyone someone everyone anybody somebody everybody whatever whoever whichever whenever wherever else instead
    according upon via amid plus every
    mr mrs ms dr sir etc eg ie respectively namely mainly so-called up-to
    """.split()
)
