"""Words that say nothing of what a text is about."""

from typing import Final

_LIST: Final = """
a about after all also although am an and another any are as at be because been before being both but by can cannot
could did do does down during each either even ever few first for from further had has have having he her here hers him
himself his how however i if in into is it its itself just last least less like many may me might mine more most much
must my near neither new no nor not now of off often on once only onto or other others our out over own per quite rather
said same saying says say she should since so some still such than that the their them themselves then there these they
this those though through thus to told too under until up upon us very was we were what when where whether which while
who whom whose why will with within without would yet you your report reported reports reporting according mr mrs ms dr
"""
STOP_WORDS: Final = frozenset(_LIST.split())
