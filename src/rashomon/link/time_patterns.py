"""How times are written in news: one pattern for every way, each under a name of its own.

All repetition is bounded, so that a scan is linear in the text. Months and days of the week count in capitals only
("may" and "march" are verbs).
"""

import re
from typing import Final

_MONTH_LIST: Final = "january february march april may june july august september october november december"
MONTHS: Final = {name: number for number, name in enumerate(_MONTH_LIST.split(), start=1)}
SHORT_MONTHS: Final = {name[:3]: number for name, number in MONTHS.items()}
_DAY_LIST: Final = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS: Final = {name: number for number, name in enumerate(_DAY_LIST.split())}
_COUNT_LIST: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
COUNTS: Final = {"a": 1, "an": 1} | {word: n for n, word in enumerate(_COUNT_LIST.split(), start=1)}
VAGUE_COUNTS: Final = {"": (1.0, 10.0), "a couple of": (2.0, 3.0), "a few": (2.0, 5.0), "some": (2.0, 6.0),
                       "several": (3.0, 8.0), "many": (5.0, 20.0)}  # fmt: skip
"""Words for a number nobody counts: from how many to how many. "Weeks after" is one to ten of them."""
_ORDINAL_LIST: Final = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth
"""
ORDINALS: Final = {word: n for n, word in enumerate(_ORDINAL_LIST.split(), start=1)}
HOLIDAYS: Final = {"new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25),
                   "boxing day": (12, 26), "new year's eve": (12, 31), "christmas": (12, 25)}  # fmt: skip

_M: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_W: Final = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_Y: Final = r"(?:1[5-9]|20)\d\d"
_D: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_THIRD: Final = r"(?:[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:beginning|start|middle|end) of)"
_TO: Final = r"\s{0,2}(?:to|and|or|until|through|–|-)\s{0,2}"
_UNIT: Final = "(?:second|minute|hour|night|day|week|fortnight|month|year|decade)"
_UNIT_LED: Final = "(?:[Ss]econd|[Mm]inute|[Hh]our|[Nn]ight|[Dd]ay|[Ww]eek|[Ff]ortnight|[Mm]onth|[Yy]ear|[Dd]ecade)"
_COUNT: Final = (
    r"(?:\d{1,4}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven"
    r"|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty"
    r"|[Aa] couple of|[Aa] few|[Ss]ome|[Ss]everal|[Mm]any)"
)
_PARTS: Final = (
    r"(?:(?:early|late|mid)[\s-])?(?:morning|afternoon|evening|night)|dawn|daybreak|sunrise|sunset|dusk|lunchtime"
    r"|small hours"
)
_IN: Final = r"(?:[Ii]n|[Ss]ince|[Oo]f|[Dd]uring|[Ff]rom|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Tt]hroughout|[Aa]round)"

_WAYS: Final = {
    "iso": rf"(?P<iso_day>{_Y}-\d\d-\d\d)(?:[T ](?P<iso_hour>\d\d):(?P<iso_minute>\d\d))?",
    "days": (
        rf"(?:(?P<nights>[Nn]ights? of )|(?:[Bb]etween|[Ff]rom) )?(?P<days_1>{_D}){_TO}(?P<days_2>{_D})\s(?:of\s)?"
        rf"(?P<days_month>{_M})(?:,?\s(?P<days_year>{_Y}))?"
    ),
    "month_days": rf"(?P<md_month>{_M})\s(?P<md_1>{_D}){_TO}(?P<md_2>{_D})\b(?:,?\s(?P<md_year>{_Y}))?",
    "date": (
        rf"(?P<d_day>{_D})\s(?:of\s)?(?P<d_month>{_M})(?:,?\s(?P<d_year>{_Y}))?"
        rf"|(?P<e_month>{_M})\s(?P<e_day>{_D})\b(?![.:]\d)(?:,?\s(?P<e_year>{_Y}))?"
    ),
    "holiday": (
        r"(?P<h_name>New Year['’]s (?:Day|Eve)|Christmas (?:Eve|Day)|Boxing Day|Christmas)"
        rf"(?:,?\s(?:of\s)?(?P<h_year>{_Y}))?"
    ),
    "months": rf"(?:[Bb]etween|[Ff]rom)\s(?P<m_1>{_M}){_TO}(?P<m_2>{_M})(?:,?\s(?P<m_year>{_Y}))?",
    "month": (
        rf"(?P<o_lead>{_IN}\s|[Ll]ast\s|[Nn]ext\s|[Tt]his\s)?(?P<o_third>{_THIRD}[\s-])?(?P<o_month>{_M})"
        rf"(?:,?\s(?:of\s)?(?P<o_year>{_Y})|\s(?P<o_ago>last year))?"
    ),
    "years": rf"(?:[Bb]etween|[Ff]rom)\s(?P<y_1>{_Y})(?:\s(?:to|and|until)\s|–|-)(?P<y_2>{_Y})",
    "decade": rf"(?:{_IN}\s)?(?:the\s)?(?:(?P<x_third>{_THIRD})[\s-])?(?P<x_year>(?:1[5-9]|20)\d0)s",
    "season": (
        rf"(?P<s_lead>{_IN}\s(?:the\s)?|[Ll]ast\s|[Nn]ext\s|[Tt]his\s|[Tt]he\s)?(?:(?:early|late|mid)[\s-])?"
        rf"(?P<s_name>spring|summer|autumn|fall|winter)(?:,?\s(?:of\s)?(?P<s_year>{_Y}))?"
    ),
    "year": (
        rf"(?P<r_lead>{_IN}\s)?(?:(?P<r_third>{_THIRD})[\s-])(?P<r_year>{_Y})|{_IN}\s(?P<r_year2>{_Y})"
        rf"|[Tt]he\s(?P<r_year3>{_Y})(?=\s[a-z])"
    ),
    "ago": rf"(?P<a_count>{_COUNT})?\s?(?P<a_unit>{_UNIT})s?\s(?:ago|back)",
    "shift": (
        rf"(?P<f_count>{_COUNT})?\s?(?P<f_unit>{_UNIT_LED})s?\s"
        r"(?P<f_way>after(?:wards?)?|before(?:hand)?|earlier|later|prior to|ahead of|on(?!\s\w))"
    ),
    "same": (
        r"(?P<q_which>[Tt]he (?:same|very same|previous|following|next)|[Tt]hat(?: same)?)\s"
        rf"(?P<q_unit>{_UNIT}|morning|afternoon|evening)"
        r"|[Tt]he\s(?P<v_unit>night|day|morning|evening|week|month|year)\s(?P<v_way>before|after)"
        r"(?!\s(?:yesterday|tomorrow))"
        r"|(?:[Oo]n )?[Tt]he (?P<v_eve>eve) of"
    ),
    "weekdays": (
        rf"(?:(?P<w_nights>[Nn]ights? of )|(?:[Bb]etween|[Ff]rom) )?(?P<w_1>{_W})\s(?:night\s)?"
        rf"(?:to|into|and|through)\s(?P<w_2>{_W})"
    ),
    "weekday": rf"(?P<k_lead>(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Cc]oming)\s)?(?P<k_day>{_W})",
    "near_day": (
        r"(?P<n_day>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Yy]esterday|[Tt]oday|[Tt]omorrow)"
        r"|(?P<n_tonight>[Tt]onight)|(?P<n_last>[Ll]ast (?:night|evening)|[Oo]vernight)"
        r"|[Tt]his (?P<n_this>morning|afternoon|evening)"
    ),
    "ordinal": r"(?:[Oo]n|[Oo]f) the (?:(?P<i_number>\d{1,2})(?:st|nd|rd|th)|(?P<i_word>" + "|".join(ORDINALS)
    + r"))\b(?! (?:floor|time|day|of|and|to|anniversary|\w+['’]s))",
    "stretch": (
        r"(?:(?P<z_part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id)[\s-](?:in\s)?)?"
        r"(?P<z_which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he past|[Tt]he previous|[Pp]revious|[Tt]he coming|[Tt]he next)\s"
        r"(?P<z_unit>week|weekend|month|year|decade)"
    ),
    "clock": (
        r"(?P<c_hour>1[0-2]|0?[1-9])(?:[.:](?P<c_minute>[0-5]\d))?\s?(?P<c_half>[ap])(?:\.\s?m\.|m\b)"
        r"|(?P<c_hour24>[01]?\d|2[0-3]):(?P<c_minute24>[0-5]\d)(?![:\d])"
        r"|(?<=[Aa]t )(?P<c_dotted>[01]?\d|2[0-3])[.](?P<c_minute_dotted>[0-5]\d)"
        r"(?![\d%])(?!\s(?:per|million|billion|k?m\b|k?g))"
        r"|(?P<c_hour4>[01]\d|2[0-3])(?P<c_minute4>[0-5]\d)\s(?:hours|hrs|local time|GMT|UTC)"
        r"|(?P<c_word>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve"
        r"|1[0-2]|[1-9]) o['’]clock"
        r"|(?:(?P<c_side>[Aa]fter|[Bb]efore|[Aa]t|[Aa]round|[Aa]bout)\s)?(?P<c_named>midnight|noon|midday)"
    ),
    "part": rf"(?P<p_before>(?:[Bb]efore|pre)[\s-])?(?P<p_name>{_PARTS})",
    "edge": rf"(?P<g_name>[Ee]arly|[Ll]ate)(?=,?\s(?:on\s)?(?:{_W}|{_D}\s{_M}|{_M}\s\d|yesterday|today|in the))",
}  # fmt: skip
TIME: Final = re.compile(r"(?<![\w.-])(?:" + "|".join(f"(?P<{name}>{way})" for name, way in _WAYS.items()) + r")(?!\w)")
"""Any time; `lastgroup` of a match is the name of its way."""

GLUE: Final = re.compile(r"(?:,?\s(?:(?:on|of|in|the|at|around|about|local time|just|shortly)\s){0,3})?")
"""What may stand between two words for one time: "at 3.15 a.m. on Tuesday", "early on Wednesday"."""

AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|due|(?:is|are|was|were) to|scheduled|(?<!was )(?<!were )(?<!been )planned"
    r"|plans? to|planning|expected to|going to|set to"
    r"|to be|vow(?:ed|s)? to|threaten(?:ed|s)? to|next)\b(?! have\b)"
)
"""Words after which a day lies ahead."""
