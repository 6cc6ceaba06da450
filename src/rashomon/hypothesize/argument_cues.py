"""The words by which general English tells one kind of argument from another.

A word that ends in `*` stands for all words that begin so. Strong words name the thing an argument of the kind rests
on; weak ones only go with it, and count where nothing stronger does. Phrases are told apart by their words together.
"""

import re
from collections.abc import Mapping
from typing import Final

from rashomon.model.vocabulary import EvidenceKind

STRONG: Final[Mapping[EvidenceKind, str]] = {
    EvidenceKind.INTERCEPT: """
        intercept* wiretap* eavesdrop* overhear* overheard bugged
        """,
    EvidenceKind.IMAGE: """
        video* footage photo photos photograph* picture pictures satellite* clip clips film films filmed cctv
        camera* screenshot* image images imagery snapshot* webcam* livestream* dashcam*
        """,
    EvidenceKind.MOTIVE: """
        motive* reveng* avenge* aveng* retaliat* reprisal* vengeance grudge* benefit* profit profits profited gains
        resent* hatred hated hate hates envy jealous* quarrel* feud* blackmail* ransom* pretext* cui insurance debts
        debt reward* rally rallying provok* discredit* silence silencing punish* embarrass* intimidat* deter bribe*
        paid distract* undermine* threatened threats vowed desperate desperation humiliat* greed inherit* vying
        sacked disgruntled compensation bonus* dispute* disputed election* elections publicity sympathy propaganda
        credit derail* reputation scapegoat* rival rivals rivalry opponents dissident* critic outspoken bargaining
        sanctions ban boycott* vendetta* settle spite incentive* payout* mutin* betray* traitor*
        """,
    EvidenceKind.FINDING: """
        laborator* calculat* simulat* autops* post-mortem spectr* metallurg* measured measurement* modelling
        computed analysed analyzed analyses analysis experiment* acoustic* ballistic* forensic* pathologist*
        dissect* tests trials reconstruct* chemist chemists seismolog* linguist* dialect phonetic* statistic*
        toxicolog* carbon-dating coroner* technicians geophysic* hydrolog* incompatible velocity microscop* x-ray*
        chromatograph* decibel*
        """,
    EvidenceKind.PHYSICAL: """
        trace traces wreck wreckage fragment* debris residue* fingerprint* dna sample samples crater* shrapnel blood
        bloodstain* soot scorch* burn burns burnt charred wound wounds wounded hole holes dent dents dented paint
        scar scars scarred bullet bullets cartridge* casing casings fin fins detonator* fuse fuses fuze tailfin*
        wire wires splinter* rust rusted corroded corrosion crack cracks cracked fracture* seismic* radar* echo
        echoes flash blades footprint* footprints tyre* tire tires skid* bruise* injuries pitting plates plating
        rivet* weld welds seam bolts bolt remnant* remains propellant cordite explosive explosives chemical* nitrate
        fuel soil mud smoke stain stains smear* malware binar* bytes compiler metadata rubble damage damaged torn
        bent melted twisted shells-case bones bone skull flesh lungs hair fibre fibres fiber fibers glass spark
        sparks ash ashes powder poison toxin* hull keel rudder engine engines valve* pipe pipes bearing bearings
        cable-cut imprint* groove* slug slugs casing* insulation tank warhead* timer* battery batteries circuit*
        wiring nails ball-bearings gunpowder plastic-explosive cyanide arsenic codebase firmware beacons packet
        packets servers timestamp* timestamps
        """,
    EvidenceKind.DOCUMENT: """
        document* memo memos memorandum* letter letters e-mail* email* log logs logbook* ledger* register registers
        invoice* receipt* passport* contract contracts minutes diary diaries transcript* manifest* correspondence
        inventory certificate* telegram* dossier* notebook* note notes paperwork permit* licence* license*
        affidavit* archive* chart charts roster* timetable* handwritten signed leaked memoir* bulletin* communique*
        checklist* spreadsheet* blueprint* protocol deposition* circular visa visas ticket tickets bills forged
        forgery authentic annex draft drafts faxed fax journal file files pamphlet* leaflet* manifesto*
        """,
    EvidenceKind.PATTERN: """
        hallmark* signature* modus resembl* resemblance* similarit* identical trademark* typical* habit* custom
        style styled pattern* profile portrait handwriting characteristic* reminiscent stereotyp* bears bore alike
        copycat* match matches matched fits compatible technique* tactic* imitat* mimic* amateur* clumsy
        professional* methodical favours favors favoured favored prefers practice practised textbook resembles
        """,
    EvidenceKind.PRECEDENT: """
        precedent* previously history histories repeat* recall recalls recalled earlier decade decades past twice
        formerly predecessor* remembered
        """,
    EvidenceKind.OPPORTUNITY: """
        access opportunit* alibi* presence nearby vicinity neighbourhood proximity adjacent foothold infiltrat*
        intruder* keys unguarded unlocked insider* shift duty stationed positioned whereabouts alone route routes
        metres meters kilometres kilometers yards miles miles' password* credential* asleep custody abroad patrol*
        patrolled moored anchored parked hired employed cleaner contractor* overlooking corridor rooftop schedule*
        timing cordon* checkpoint* absent elsewhere unattended fence fences deployed parking barracks errand
        """,
    EvidenceKind.MEANS: """
        capab* unable able means technolog* skill* know-how equipment trained training arsenal* weapon* calibre
        caliber possess* resources manpower firepower stockpile* stock stocks munition* missiles launcher*
        submarine* divers tonnes kilos kilograms strength capacity equipped sophisticat* lack lacks lacked lacking
        impossible incapable insufficient enough manufacture* rated withstand technically hardware software
        expensive budget operate operates workshop* factories range feasible physically disposal obsolete outdated
        calibres howitzer* mortar* payload ignite ignites ignition flammable combust* vapour
        """,
}
WEAK: Final[Mapping[EvidenceKind, str]] = {
    EvidenceKind.INTERCEPT: """
        radio recording recorded tape taped listening conversation signals telephoned telephone call calls
        """,
    EvidenceKind.IMAGE: """
        shown visible seen showing shows clouds watch watched broadcast
        """,
    EvidenceKind.MOTIVE: """
        needs need want wants wanted wish wished hoped hope interest interests reason reasons purpose gain advantage
        sake angry anger threat enemies enemy cause money savings save cost costs freight pressure ordered warned
        lose loses win feared fear fears talks peace war power leadership succession cover conceal hide protect
        price land row party support loyal loyalty hostile opposed opposition against refused refuse blame shares
        owner owners market
        """,
    EvidenceKind.FINDING: """
        examin* inspect* expert experts specialist* scientist* engineer* institute investigator* inquiry panel
        concluded concludes conclude established proved confirmed improbable consider* considered analyst* tested
        test found finds determined shows per cent probability degrees agrees rules estimate* estimated independent
        professor doctor doctors surgeon method results result theory
        """,
    EvidenceKind.PHYSICAL: """
        found recovered detected metal wall walls steel iron lights code light edge edges body bodies clothes shoes
        car vehicle ship's side bow stern wing wings roof floor ceiling water fire flames heat bang blast explosion
        shock sound noise whistle smell smelt cloud dust gas oil shell shells bomb piece pieces mark marks part
        parts broken intact cut sharp colour red black white server servers address addresses file
        """,
    EvidenceKind.DOCUMENT: """
        lists list listed order orders plan plans report paper papers pages page book books map maps data entry
        entries message messages warning copy dated published wrote written writes recorded record records statement
        text read reads named names stamped stamp
        """,
    EvidenceKind.PATTERN: """
        usual usually same like manner way methods method code word kind always exactly precisely such known sort
        never similar sign signs style work worthy familiar
        """,
    EvidenceKind.PRECEDENT: """
        ago before once last since already similar years year months month weeks another never always again first
        second
        """,
    EvidenceKind.OPPORTUNITY: """
        near beside inside there seen worked working minutes hours before arrived entered left stood passed crossed
        gate door yard hangar site ground position positions away where next close behind room house building night
        evening morning hour that time moment guard guards staff workers area zone line front sailed flew landed
        fired sea sat waited walked drove met came visited held opened
        """,
    EvidenceKind.MEANS: """
        needed need required requires needs carry carries power tools possible reach reached size small large big
        heavy strong powerful build built builds design designed can cannot could works work take takes load charge
        gun guns aircraft planes rockets rocket drone drones ship ships type model made make makes use used uses
        ammunition explode explodes burn burned aged new old
        """,
}
PHRASES: Final[Mapping[EvidenceKind, str]] = {
    EvidenceKind.INTERCEPT: r"""
        \b(?:radio|telephone|phone|cockpit) (?:traffic|conversations?|calls?|chatter|exchanges?|transmissions?|talk)\b
        \b(?:recordings?|tapes?) of (?:a|an|the|two|their|his)?\s?(?:\w+ )?(?:calls?|conversations?|talks?|
        exchanges?)\b
        \b(?:calls?|conversations?|voices?) (?:\w+ )?(?:was|were|had been) (?:\w+ )?(?:recorded|taped|tapped)\b
        \b(?:signals|electronic) intelligence\b|\blistening (?:post|station)s?\b|\bphone tap
    """,
    EvidenceKind.IMAGE: r"""
        \b(?:aerial|infrared|thermal|satellite|security|surveillance) (?:camera|photograph|picture|image|view)
    """,
    EvidenceKind.MOTIVE: r"""
        \bwhy (?:would|should|did|do|does|on earth)\b|\bwho (?:benefits?|gains?|profits?|stands? to)\b
        \b(?:every|good|no|little|more|any|strong|ample|much|what) (?:reason|cause|interest|motive)s? (?:to|in|for|
        of)\b
        \b(?:had|has|have) (?:\w+ ){0,2}(?:reasons?|cause|interest|nothing|most|much|everything|little) (?:to|in)\b
        \bnothing to (?:gain|win|lose)\b
        \b(?:in order|so as|a bid|an attempt|an effort|meant|designed|intended|hoping) to\b
        \bto (?:get even|settle|force|frighten|scare|blame|justify|win|save|collect|keep|send a (?:message|signal))\b
        \b(?:need|needs|needed|want|wants|wanted|wish|wishes|wished) (?:\w+ )?to\b|\bpower void\b|\bcui bono\b
        \bin (?:whose|their|its|his|her) (?:own )?interests?\b|\bstands? to (?:gain|win|lose)\b
        \bbuild (?:public )?support\b
        \bstrategic advantage\b|\bhad words with\b|\bout of (?:spite|anger|greed|fear)\b
        \b(?:had|has|have) threatened\b
    """,
    EvidenceKind.FINDING: r"""
        \b(?:we|i|they|he|she|experts|engineers|scientists|analysts) (?:obtain|calculate|measured?|computed?|
        estimate)\b
        \b(?:came|comes|stemmed) from an? \w+ (?:flare|engine|charge|fire|pipe|source)\b|\bnot compatible with\b
        \b(?:panel|board|commission|inquiry|experts?|engineers?|investigators?|laboratory) (?:\w+ )?(?:concluded?s?|
        established)\b
        \bin the laboratory\b
    """,
    EvidenceKind.PHYSICAL: r"""
        \b(?:black box|flight recorder|serial numbers?|ip address(?:es)?|source code|key(?:board)? layout)\b
        \b(?:traces?|residues?|remains|smell|marks?|fragments?|pieces) of\b|\bbent (?:in|out)wards?\b
    """,
    EvidenceKind.DOCUMENT: r"""
        \b(?:bank|phone|telephone|flight|maintenance|service|duty|call) (?:records?|logs?|statements?|bills?)\b
        \b(?:written|secret|internal|confidential|standing) (?:orders?|notes?|reports?|instructions?|papers?)\b
        \b(?:page|pages|paragraph|entry|entries) (?:of|in|from)\b|\bfrom the books\b
        \b(?:loading|crew|passenger|cargo) list\b
    """,
    EvidenceKind.PATTERN: r"""
        \bthat is what \w+ (?:do|does)\b
        \b(?:the|their|its|his) (?:usual|own|old|familiar) (?:way|method|style|manner)\b
        \bthe (?:kind|sort|type|way) (?:of|that|in which)\b
        \bsame (?:way|method|weapon|type|kind|style|manner|tool|knot)s?\b
        \bin (?:just|precisely|exactly) th(?:e|is|at) (?:same )?(?:way|manner|style)\b|\bconsistent with\b
        \bsits? well with\b
        \b(?:is|was) just what\b|\bcode ?word\b|\bas (?:from|by|if) an?\b|\bthe work of (?:a )?professionals?\b
    """,
    EvidenceKind.PRECEDENT: r"""
        \bin (?:1[5-9]|20)\d\d\b|\b(?:years?|months?|weeks?|decades?) (?:ago|before|earlier|previously)\b
        \bonce before\b
        \blast (?:year|month|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august)\b
        \blast (?:september|october|november|december)\b|\b(?:would|is|was) not be? ?the first\b
        \bnot the first time\b
        \b(?:had|has|have) (?:already )?(?:done|tried) (?:it|this|so|that|the same)\b|\bhas form\b|\bbefore now\b
        \b(?:the|a) (?:similar|previous|earlier|former|last) (?:attack|incident|case|accident|strike|raid|bomb|crash|
        leak)\b
        \b(?:second|third|fourth|fifth) time\b|\b(?:two|three|four|five|several|many|three) times\b|\brecent history\b
        \bthirty|twenty|forty|fifty years\b
        \bon (?:saturday|sunday|monday|\d{1,2} \w+)\b.{0,60}\b(?:too|already|also)\b
    """,
    EvidenceKind.OPPORTUNITY: r"""
        \b(?:was|were|is|been|had been) (?:\w+ )?(?:there|near|seen|on board|on site|on duty|in the (?:area|building|
        room|yard))\b
        \b(?:had|has|have|with|without|no|only|gain(?:ed|s)?) (?:\w+ )?access\b|\bwithin (?:reach|sight|range)\b
        \bin place\b
        \b(?:minutes|hours|moments|shortly|just) (?:before|earlier)\b
        \b(?:metres|meters|yards|miles|kilometres|paces) (?:from|away|of|off)\b
        \b(?:stone'?s throw|doorstep|next door)\b|\bworked (?:as|for|at|in|until|there)\b|\b(?:held|controlled) the\b
        \bnobody (?:gets|got|could get|can get) (?:in|into|near|past)\b
        \bwere (?:silent|grounded|asleep|at home|elsewhere|away)\b
        \bno (?:aircraft|drone|ship|gun|plane|vehicle|soldier|unit|vessel|man|person)s?\b
    """,
    EvidenceKind.MEANS: r"""
        \bonly (?:an?|the|one|two|they|he|she|it) (?:[\w-]+ ){0,3}(?:has|have|had|could|can|is able|are able|
        possess\w*|owns?)\b
        \b(?:nobody|no one|none|no other \w+) (?:but|else|other)?\b.{0,40}\b(?:could have|can|able|has|have|
        had) (?:\w+ )?(?:such|the|done)\b
        \b(?:has|have|had|own|owns|keeps?|carries) (?:no|any|such|neither|the) (?:such |kind of )?\w+s\b
        \bno \w+ in (?:our|their|his|its) (?:hands|possession|arsenal)\b
        \b(?:can ?not|could not|couldn.t|can.t) (?:have )?(?:reach|carr|fl[yi]|fir|lift|break)
        \btoo (?:heavy|small|weak|short|light|old|big|large|far|slow|crude|primitive|sophisticated|complex)\b
        \b(?:would|will|must) (?:have )?(?:required?|needed?|taken?|demand)\b
        \bbeyond (?:the|its|their|his) (?:reach|means|power|ability)\b
        \bknows? how\b|\bthe means\b|\bstrong enough\b|\bpowerful enough\b|\bcan carry\b|\bonly a state\b
    """,
}
# Somebody looked, and it was not there.
LOOKED: Final = r"""
    \bno (?:\w+ ){0,2}(?:sign|trace|evidence|proof|indication|remnant|fragment|residue|mark|hint|clue|record|crater|
    claim)s?\b
    \b(?:finds?|found|met with|saw|shows?|showed|reveals?|revealed|produced|detected|recovered|registered|recorded|
    heard|carried|contained|bore|left|mentions?|yielded|brought up|turned up|gives?|makes) (?:\w+ )?(?:no|none|
    nothing|neither)\b
    \b(?:no|not|none|neither|nothing|nobody|never|nor)\b[^.;:]{0,90}\b(?:found|detected|seen|recovered|recorded|
    registered|observed|discovered|noticed|visible|traced|turned up|come to light|come forward|came forward|heard|
    smelt|ruptured|survives?|remembers?|reported)\b
    \b(?:nobody|no one|none|not|never|n['’]t|yet to)\b (?:\w+ ){0,4}(?:produced?|publish(?:ed)?|shown?|proved?|
    proven|presented|offered|explain(?:ed)?)\b
    \b(?:did|do|does|could|would|can)(?: not|n['’]t|not) (?:\w+ )?(?:hear|see|find|detect|record|register|show|
    notice|mention|pick up|contain|turn up|smell|explain)\b
    \b(?:searched|looked|sought|dived|combed|asked) (?:\w+ ){0,3}(?:in vain|without)\b
    \bwithout (?:any )?(?:evidence|proof|finding|a trace|trace)\b
    \b(?:failed|unable) to (?:find|detect|recover|trace|locate|show|produce|explain)\b
    \b(?:lack|absence) of (?:\w+ )?\w+\b
    \bwould (?:surely |certainly |have to )?have (?:left|shown|been (?:seen|heard|found|felt|recorded))\b
    \bnot a single \w+\b
    ['’]d have (?:seen|heard|found|known)\b|\b(?:conspicuous by|striking by) (?:its|their) absence\b
    \b(?:is|are|was|were) missing\b
"""
# Nobody looked, or was let look.
UNLOOKED: Final = r"""
    \b(?:nobody|no one|none|never|not|n['’]t|no [a-z]+) (?:\w+ ){0,3}(?:examined|inspected|tested|interviewed|
    questioned|searched|analysed|analyzed|opened|asked|looked (?:at|into|for)|visited|checked|excavated|x-rayed|
    exhumed)\b
    \b(?:not|never|n['’]t|nobody was|no one was) (?:\w+ )?(?:allowed|permitted|let|given access) (?:to|near|in|on)?\b
    \b(?:denied|refused|barred from|kept from|shut out of|turned away from|kept out of) (?:\w+ )?(?:access|entry|
    permission|the (?:site|scene|wreck|area))\b
    \bcould not (?:be )?(?:check|verif|examin|inspect|test)\w*\b
    \b(?:no|without an?y?) (?:autopsy|examination|inspection|search|test)s? (?:was|were|has|have|took|of|ever)\b
    \b(?:has|have|had|is|are|remains?) (?:still |yet )?to be (?:examined|tested|inspected|opened|searched|analysed|
    analyzed|interviewed)\b
    \bwithout (?:looking|checking|examining)\b
    \bunexamined\b|\buntested\b|\buninspected\b
"""
# Somebody says that it is not there or was not so, and no more.
MISSING: Final = r"""
    \bthere (?:is|was|were|are|has been|had been) (?:no|never|neither|not)\b|\bno \w+ (?:is|was|are|were) missing\b
    \b(?:denie[ds]|deny|denying)\b
    \bno such (?:order|plan|thing|meeting|call|cargo|person|attack|unit|letter|conversation)\b
    \bnothing (?:is|was) missing\b
"""
PLAIN: Final[Mapping[EvidenceKind, str]] = {
    EvidenceKind.ABSENCE: r"""
        no (?:sign|trace|evidence|proof|indication)s?\s
        found (?:no|none|nothing)
        nobody has produced
        without (?:any )?evidence
        no claim of responsibility
        never (?:found|proved|proven)
    """,
    EvidenceKind.PHYSICAL: r"""
        \btraces?\b|wreckage|fragments?|debris|residue|fingerprints?\b|\bdna\b|samples?\b|crater|shrapnel
        serial numbers?|satellite|seismic|radar|forensic|autopsy|black box|flight recorder
        \bservers?\b|addresses\b|malware sample|keyboard|signals? (?:at|indicate)
    """,
    EvidenceKind.DOCUMENT: r"""
        intercept|recording|\bdocuments?\b|\bleaked\b|phone call|\bcall in which|video|footage|photograph
        pictures? (?:show|of)|e-?mails?\b|passport|memo\b|\blogs?\b
    """,
    EvidenceKind.PATTERN: r"""
        hallmarks?|signature|profile|portrait|\bfits?\b|match(?:es)?\s|consistent with|bears?\b|pattern|habit|style
        modus|resembl|sits well|typical|same (?:way|method|weapon|type)|its way of|above (?:its|their|his) level
    """,
    EvidenceKind.PRECEDENT: r"""
        \bin (?:1[89]|20)\d\d\b|once before|precedent|history|previous(?:ly)?|earlier (?:attack|incident|case)
        had (?:done|tried) (?:it|this|so)|years? (?:ago|before)|has form\b|before now|a similar
    """,
    EvidenceKind.MOTIVE: r"""
        motive|\bneeds?\b|wants? to|wanted to|in order to|so as to|revenge|benefit|interest in|cui bono|advantage
        pretext
        to (?:rally|justify|provoke|distract|discredit|silence|punish|avenge|blame|win|leave|scare|build|boost|gain)\b
        to (?:weaken|frighten|stop|prevent|derail|sabotage)\b
        has (?:cause|reason)|\ba reason\b|gains?\b|grudge|desperate|power void|vying for|hatred|hate\b
    """,
    EvidenceKind.OPPORTUNITY: r"""
        access|opportunity|\bholders? of|controlled? (?:the|it)|the only (?:one|side|people)|only (?:the|a|one|they)
        were (?:there|near)|was (?:there|near|seen)|held the|both places|alibi|at the time|within reach|in place
        proximity|knew the
    """,
    EvidenceKind.MEANS: r"""
        capab|\bable to\b|unable|means to|range\b|weapons?\b|technolog|skill|expert(?:ise|s)? (?:in|to)|equipment
        training|purity|only a state|stock(?:s|pile)|possess|laborator|knows? how|formula|launch(?:ed)? from
        could not have|firepower|resources
    """,
}
"""Cues by which a sentence argues so plainly that it weighs, in order of precedence, one or more a line."""


def compile_cues(cues: str) -> re.Pattern[str]:
    """Return one pattern for a block of patterns, one or more a line; a line that ends in `|` goes on in the next."""
    lines = [line.strip() for line in cues.split("\n") if line.strip()]
    return re.compile("|".join(lines).replace("||", "|"), re.IGNORECASE)


def index_words(
    *tables: tuple[Mapping[EvidenceKind, str], int],
) -> tuple[dict[str, list[tuple[EvidenceKind, int]]], ...]:
    """Return whole words and beginnings of words, each with the kinds they stand for and how much they count."""
    whole: dict[str, list[tuple[EvidenceKind, int]]] = {}
    begun: dict[str, list[tuple[EvidenceKind, int]]] = {}
    for table, weight in tables:
        for kind, words in table.items():
            for word in dict.fromkeys(words.split()):
                place = begun if word.endswith("*") else whole
                place.setdefault(word.rstrip("*"), []).append((kind, weight))
    return whole, begun
