"""The words by which general English rejects what it names, negates without rejecting, or leaves a matter open.

Blocks of patterns, one or more a line. They are drawn up by class, not by what was met: verbs of refutation and of
clearing, nouns for what is made up, adjectives of improbability, counterfactuals, equal chances (Karttunen 1971 on
implicatives; Horn 1989 on double negation).
"""

from typing import Final

REJECTIONS: Final = r"""
    \bnot\b|n['’]t\b|\bnever\b|\bno one\b|\bnobody\b|\bnone\b|\bnothing to do\b|cannot|impossible|hardly|unlikely|doubt
    ^\W*(?:and |but |that |yet )*(?:no|neither|nor|nothing)\b|\bneither\b.{1,60}\bnor\b
    \bnor (?:can|could|does|did|is|was)\b
    \bwould (?:surely |certainly )?have (?:had to|left|shown|been (?:seen|heard|found|felt))\b
    \bno (?:sign|evidence|proof|reason|part|role|motive|interest|hand|trace|business|connection|link|indication|need)\b
    \bno (?:question|doubt|such) of\b|\bnothing (?:suggest|support|point|indicat|link|connect|unusual|abnormal)
    \bnothing (?:to|that|which) (?:\w+ )?(?:suggest|support|point|indicat|link|connect|implicat|prove|confirm)
    \b(?:no|little|scant) \w+ to (?:suggest|support|indicate|link|connect|implicate|prove|confirm)\b
    \bno such\b|\b(?:no longer|scarcely|barely|by no means|in no way|anything but|far from (?:it|being|having))\b
    \bhad neither\b|\bfail(?:s|ed)? to (?:find|produce|prove|show|convince|explain|account|support|impress)\b
    \bwithout (?:impressing|having (?:impressed|convinced|persuaded)|convincing|persuading)\b
"""
DISMISSALS: Final = r"""
    absurd|nonsens|ridiculous|\bsilly\b|laughable|ludicrous|preposterous|farcical|out of the question
    false(?! flag)|untrue|baseless|unfounded|groundless|\bbogus\b|far-fetched|fanciful|outlandish|implausible
    improbable|unconvincing|unpersuasive|untenable|inconceivable|unthinkable|unsubstantiated|unsupported|\bflimsy\b
    incredible\b|\bincompatible with|\b(?:inconsistent|irreconcilable) with\b|\bat odds with (?:the|this|that) (?:facts|
    account|story|theory|evidence|findings?|version|explanation)\b|\bwithout believing\b
    \b(?:hard|difficult|not easy) to (?:believe|credit|picture|imagine|see (?:how|why)|reconcile)\b
    \ba (?:\w+ )?lie\b|\b(?:of|all|are|tell\w*|pack of) lies\b|insult|\bsmear|\bslander|libel|fabricat|disinformation
    misinformation|fantas(?:y|ies|ist)|\bfairy|invention|a myth\b|tall tale|rumou?r-monger|propaganda|calumny|\bcanard\b
    \b(?:work|piece|stuff) of (?:fiction|fancy)\b|\b(?:only|purely) in (?:novels|films|fiction|books|dreams)\b
    \b(?:smokescreen|red herring|hocus-pocus|humbug|hogwash|twaddle|claptrap|balderdash|poppycock|moonshine|bunkum)\b
    \b(?:is|are|was|were|be|as|called?\b.{0,40}) (?:\w+ )?(?:theatre|theater|fiction|charade|farce|wishful thinking)\b
    (?:judge|court|jury|police|inquiry|panel|report|commission|prosecutors?|investigat\w+)\b.{0,30}\bclear(?:ed|s)\b
    invented|inventing|innocent|\bcleared of\b|(?:is|are|was|were|been) cleared\b|\bclear(?:s|ed|ing) \w+ of\b
    \b(?:exonerat|exculpat|absolv|acquit)\w*|\b(?:made|cooked|dreamt|dreamed|trumped) up\b(?! of)
    rule[sd]? out|excluded?\b|rejects?|denie[ds]|deny|denial|dismiss|refut|(?:beyond|above) (?:its|their|his)\b
    discount|debunk|disprov|rebut|repudiat|discredit|\bdiscard(?:ed|s)?\b|\bset aside\b|contradict|\bgainsa(?:y|id)
    \b(?:brush|wav|cast|put|laugh|shrugg?)(?:e[sd]|es|ed|s|ing)? (?:\w+ )?(?:aside|away|off)\b
    \bdispos(?:e|es|ed|ing) of\b|\b(?:theor|rumou?r|tale|talk)[^.;:]{0,20}\bto rest\b|\bput(?:s|ting)? paid to\b
    \b(?:put|be|makes?|made) an end (?:of|to) (?:the |all |this |that )*(?:talk|tale|story|rumou?r|theor|legend)
    speaks? against|tells? against|counts? against|\b(?:is|are) against it\b|less likely|doesn['’]t add up
    can be (?:dropped|forgotten|left out)
    \bforget (?:it|that|the|about|all)\b|\bso much for\b|\bmistaken for\b
    \b(?:evidence|case|motive|argument|theory|link|proof|explanation|story|reasoning|support)\b[^.;:]{0,40}\b(?:thin|weak)
    \b(?:thin|weak) (?:evidence|case|motive|argument|theory|link|proof|explanation|story|reasoning|support)\b
    \b(?:theor(?:y|ies)|hypothes[ie]s|tale|(?<!-)story|version|legend|suspicion|talk|charge|
    accusation)s?\b[^.;:]{0,60}\b(?:is|are|was|were|been) (?:\w+ )?(?:over|dead|finished|buried|dropped|
    abandoned|discarded)\b
    \b(?:theor(?:y|ies)|hypothes[ie]s|tale|(?<!-)story|version|legend|suspicion)s?\b[^.;:]{0,60}\b(?:shrinks?|
    collapse[sd]?|crumble[sd]?|evaporate[sd]?|dissolve[sd]?|unravel(?:s|led)?|falls? (?:apart|flat|down)|
    founders?|faded|fades)\b
    \b(?:could|might|may|can|would) (?:just |quite )?(?:as|equally) (?:easily |well |likely )?(?:be|have)\b
    \b(?:set-up|frame-up|stitch-up|put-up job|hoax(?:es)?|forger(?:y|ies)|sham)\b
    \bany(?:one|body) (?:\w+ ){0,6}(?:could|can|may|might)\b|\bwould look (?:quite |very )?(?:different|otherwise)\b
    \bwithdr(?:ew|awn) (?:his|her|its|their|the) (?:confession|statement|testimony|accusation|charge|story|account)
    \btook back (?:his|her|its|their|the)\b|\brecant|\bretract
"""
# Said of a whole sentence: what stands in it is rejected, whoever said it.
OUTRIGHT: Final = r"""
    \b(?:this|that|which|it|all|story|claim|idea|notion)s? (?:is|was|are|were|would be) (?:\w+ )?(?:absurd|false)
    \b(?:charge|accusation)s? (?:is|was|are|were|would be) (?:\w+ )?(?:absurd|false)
    \b(?:is|was|are|were) (?:\w+ )?(?:nonsense|ridiculous|laughable|ludicrous|untrue|baseless|unfounded)
    \b(?:is|was|are|were) (?:\w+ )?(?:a lie|lies|a fantasy)
    out of the question|played no (?:part|role)|never be (?:proved|proven)
    (?:is|are|was|were|been|be) (?:ruled out|excluded)
    rules? (?:it )?out\b|can be dropped
    \bcall(?:s|ed|ing)?\b.{0,120}\b(?:stupid|absurd|nonsense|ridiculous|fabrication|lies?|fantasy|fake|invention|smear)\b
    \b(?:is|are|was|were|be) (?:\w+ ){0,4}(?:to be )?(?:discarded|dismissed|discounted|disproved|refuted|debunked)\b
    \bdispos(?:es|ed) of (?:the|this|that|any|all)\b
    ^\W*nothing (?:\w+ ){0,8}(?:supports?|suggests?|indicates?|points? to|proves?|confirms?|links?|connects?)\b
"""
OPENNESS: Final = r"""
    \bwho (?:did|was|were|is|are|fired|caused|carried|planted|sent|ordered|had|might|may|could)\b.{0,40}$
    too early|not (?:yet )?(?:say|know|determine|establish)|names? no suspect|no (?:version|line of inquiry|possibility)
    not (?:yet )?(?:complete|finished|concluded)|remains? (?:unclear|open)|under (?:study|way)|(?<!, )whether\b
    still (?:sought|open)
    both (?:sides|possibilities)|presumed innocent|keeps? an open mind|are being looked at
    \b(?:not|cannot|n['’]t|unable|impossible|hard|difficult|too soon)\b (?:\w+ ){0,5}(?:say|tell|know|judge|guess|
    decide|pronounce) (?:\w+ )?(?:who|whether|which|what|if|how|why)\b
    \b(?:not|n['’]t|refus\w+ to|declin\w+ to) (?:going to |wish to |want to )?guess\b
    \bno (?:firm |final |definite |clear )?(?:conclusions?|agreement|judge?ments?|opinion|verdict)\b
    \bno (?:competence|mandate|power|authority|evidence|means) to (?:say|tell|judge|pronounce|decide)\b
    \b(?:question|matter|issue) (?:\w+ ){0,4}(?:was|is|were) not (?:put|asked|considered|examined|settled|before)\b
    \bcannot (?:\w+ ){0,4}be (?:said|told|evaluated|assessed|established|determined|settled|judged)\b
    \bnot (?:say )?(?:on|about|of) who(?:se|m)?\b|\b(?:names?|accuses?) (?:nobody|no one)\b
"""
# "Not ruled out" rejects nothing; "not clear" and "do not know" say nothing either way.
EMPTY_NEGATIONS: Final = r"""
    not (?:be |been |yet be )?(?:rule|exclude|deny|doubt|dismiss)(?:d|ed)?(?: out)?
    not (?:yet )?(?:been )?(?:excluded|ruled out)
    (?:cannot|can['’]t|could not|couldn['’]t) (?:yet )?be (?:ruled out|excluded|dismissed|dropped)
    (?:cannot|can['’]t|did not|would not|declined to|refused to) (?:yet )?(?:rule|exclude)\w*(?: \w+)? ?(?:out)?
    (?:exclude[sd]?|excluding|ruled?s? out|ruling out) nothing|(?:exclude[sd]?|ruled?s?) no \w+(?: out)?
    no doubt|not only|not (?:un|im)\w+|n[o'’]t (?:impossible|say|the only|just|merely|enough)
    not clear|not yet|not known
    do(?:es)? not know|not mean|not because[^,;]*|not to be named|asked not to|nothing but
    no fewer|no later|no longer than
    \b(?:and|but) not (?:\d[\d.,]*|(?:a|one) (?:dozen|hundred|thousand)|one|two|three|four|five|six|seven|eight|nine|
    ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)\b
"""
# Two negatives are none: what is not excluded may be, what is hardly done without somebody is his.
DOUBLE_NEGATIONS: Final = r"""
    (?:\bnot|n['’]t|cannot|\bnever|\bnor|\bnobody|\bno one|\bnothing|\bneither|\bno \w+)\b[^.;:]{0,40}\b(?:excluded?|
    excluding|rul(?:e|ed|ing) out|discount(?:ed)?|discard(?:ed)?|den(?:y|ied)|disput(?:e|ed)|
    dismiss(?:ed)?|set aside|doubt(?:ed)?)\b
    (?:exclude[sd]?|den(?:y|ies|ied)|dismiss(?:es|ed)?|rul(?:e|es|ed) out) (?:nobody|no one|none|neither|nothing)\b
    \b(?:hardly|scarcely|barely|not|cannot|never|n['’]t|impossible|unthinkable|inconceivable)\b[^.;:]{0,60}\bwithout\b
    \bno (?:\w+ )?doubts?\b|\b(?:beyond|without) (?:a |any |all |every )?(?:\w+ )?(?:doubt|question|dispute)\b|undoubted
    doubtless|\b(?:nobody|no one|none|nothing) (?:but|except|other than|save)\b|\bno one else\b|\bnobody else\b
    \bno (?:accident|coincidence|mere chance|secret|surprise|wonder)\b
    \bneed(?: not|n['’]t) (?:be|look|have|go|search)\b
    (?:\bnot|n['’]t|\bnever) (?:shrink|refrain|recoil|hesitate|flinch|scruple|stop short|fail\w* to)\w*\b
    \bnot (?:from|by|in|to|with)? ?(?:one|just one|a single) [^.;:,]{1,30}\bbut\b
"""
