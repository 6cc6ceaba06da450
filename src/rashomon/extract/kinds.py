"""What a noun names: a person, a body, a document, a place or a thing; of which gender; which nouns stand for which.

By lists and endings, for want of a lexical database in the default install. Names are known by the words in them
("Ministry", "Inc"), by a title before them or by a very common given name; of the rest nothing is known until a pronoun
tells.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from rashomon.extract.animacy import CALENDAR, may_act
from rashomon.extract.lexicon import AGENCIES
from rashomon.extract.parsing import Token
from rashomon.model.places import state_of


class Kind(StrEnum):
    """What sort of thing a noun names; a state may be any place. `UNKNOWN` is a name of which nothing is known."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    DOCUMENT = "document"
    THING = "thing"
    UNKNOWN = "unknown"


class Gender(StrEnum):
    """Which singular pronoun a person goes by, as far as it is known."""

    HE = "he"
    SHE = "she"
    UNKNOWN = ""


_BODIES: Final = frozenset(
    """
    academy administration agency airline airlines airways alliance army assembly association authority bank
    battalion board body brigade broadcaster bureau cabinet campaign cartel center centre chamber channel charity
    church cell club coalition coastguard college command commission committee company congress consortium consulate
    corporation council court department diocese directorate embassy establishment faction factory federation firm
    fleet force forces forum foundation front fund garrison government group guard hospital house inc industry
    inquest inspectorate institute institution intelligence jury junta kingdom kremlin laboratory league leadership
    legislature lobby ltd mafia magazine maker manufacturer media military militia ministry mission mob monarchy mosque
    movement museum navy network newspaper observatory office operator opposition organisation organization outfit
    palace panel parliament party partnership patrol plc police presidency press producer prosecution publisher
    regime regiment regulator school secretariat senate service society squad staff startup station syndicate
    taskforce team tribunal troop troupe union unit university utility watchdog watch wing airport airforce parish
    synod supplier developer giant conglomerate subsidiary insurer lender carrier retailer automaker carmaker chain
    corp co llc gmbh ag times post tribune herald gazette courier journal telegraph guardian chronicle country nation
    state news conference summit constabulary caucus
    """.split()
)
_DOCUMENTS: Final = frozenset(
    """
    affidavit analysis annex announcement audit log ledger screenshot footage charter article assessment
    autobiography biography blog bulletin cable column communique communiqué complaint dispatch declaration diary
    document dossier editorial email e-mail essay filing findings indictment interview judgment judgement leaflet
    letter manifesto manuscript memo memoir memorandum message minutes missive note notice obituary order pamphlet
    paper petition poll post press-release proclamation recording release report resolution review ruling speech
    statement study survey tape telegram testimony text transcript tweet verdict video volume website
    """.split()
)
_PEOPLE: Final = frozenset(
    """
    academic advocate analyst apprentice artisan associate baby boss bosun candidate captive classmate colleague
    consul contact cop counsel cousin critic detective eyewitness executive expert fan flatmate graduate grandparent
    guest heir herdsman host hostage inmate intern kin magistrate magnate mechanic medic mp native neighbour nomad
    nominee novice paramedic parent passer-by patient people person priest prophet rabbi relative representative
    roommate sceptic sheriff skeptic source spokespeople tycoon twin tutor victim whistleblower witness writer
    youngster youth ceo chair
    """.split()
)
_MALE: Final = frozenset(
    """
    man men boy boys father dad son brother husband uncle nephew grandfather grandson stepfather stepson widower king
    prince duke lord monk abbot friar pope sultan emperor waiter gentleman lad bridegroom sheikh imam ayatollah mufti
    boyfriend godfather patriarch guy bloke fella
    """.split()
)
_FEMALE: Final = frozenset(
    """
    woman women girl girls mother mum mom daughter sister wife widow aunt niece grandmother granddaughter stepmother
    stepdaughter queen princess duchess lady actress waitress nun abbess heroine hostess bride girlfriend housewife
    godmother matriarch ex-wife midwife empress baroness countess heiress schoolgirl
    """.split()
)
_MALE_TITLES: Final = frozenset(
    "mr mr. mister sir lord king prince father brother sheikh imam pope don ayatollah abbot friar".split()
)
_FEMALE_TITLES: Final = frozenset(
    "mrs mrs. ms ms. miss madam madame lady dame queen princess sister mother baroness countess duchess".split()
)
_TITLES: Final = frozenset(
    """
    dr dr. prof prof. professor president minister senator sen sen. rep rep. representative gov gov. governor gen
    gen. general col col. colonel capt capt. captain lt lt. lieutenant sgt sgt. sergeant maj maj. major cpl cpl.
    corporal private judge justice chief commissioner superintendent inspector detective officer mayor ambassador
    secretary chancellor premier admiral commander brigadier marshal bishop archbishop cardinal rabbi rev rev.
    reverend pastor attorney sheriff deputy cmdr cmdr. cdr cdr. adm adm. brig brig. supt supt. insp insp. cllr
    congressman congresswoman councillor councilor constable speaker comrade
    """.split()
)
_MALE_NAMES: Final = frozenset(
    """
    aaron abdul abdullah adam ahmad ahmed alan albert alejandro aleksandr alex alexander alexei ali amir anatoly
    anders andre andreas andrei andrew anthony antonio arthur ben benjamin bernard bill bob boris brandon brett
    brian bruce carl carlos charles christian christopher chris clarence craig dan daniel dave david dennis diego
    dimitri dmitry donald doug douglas ed eddie edgar edward emmanuel eric erik ernest evgeny farid felix fernando
    francis francisco frank fred gary george gerald gilbert giovanni giuseppe graham greg gregory gustav hans harold
    harry hassan henry herbert howard hugh hugo hussein ian ibrahim igor ilya isaac ismail ivan jack jacob jacques
    jake james jamal jan jason jean jeff jeffrey jeremy jerry jim joe joel johan john jon jonas jonathan jorge jose
    josé joseph josh joshua juan julian karl keith ken kenneth kevin khalid konstantin lars larry leo leon leonard
    leonid lloyd louis luca luis luke mahmoud marc marco marcus mario mark martin matt matthew max maxim michael
    miguel mikael mike mikhail mohamed mohammad mohammed muhammad mustafa nathan neil nicholas nick nicolas nikolai
    nils oleg oliver omar oscar osama otto pablo patrick paul pavel pedro peter petr phil philip philippe pierre
    piotr rafael ralph raymond ricardo richard robert roberto rob roger roman ron ronald roy rudolf rudolph ryan sam
    samuel scott sean sebastian sergei sergey simon stefan stephen steve steven stanley stuart ted terry thomas tim
    timothy todd tom tomas tony ulrich vasily victor viktor vincent vladimir walter warren wayne werner wilhelm will
    william wolfgang yuri yusuf zoran luc yves marek
    """.split()
)
_FEMALE_NAMES: Final = frozenset(
    """
    abigail agnes aisha alexandra alice alicia alison amanda amina amy ana anastasia andrea angela anita ann anna
    anne annie barbara beatrice beatriz betty brenda camille carla carol caroline catherine cecilia charlotte chloe
    christina christine cindy claire clara claudia daniela deborah debra diana diane donna dorothy edith elena
    eleanor elisabeth elizabeth ella ellen emily emma erica esther eva fatima fiona frances gabriela gloria grace
    greta hanna hannah heather heidi helen helena hillary ines ingrid irene irina isabel isabella jacqueline jane
    janet jennifer jenny jessica jill joan joanna joyce judith judy julia julie karen kate katharine katherine
    kathleen kathryn katrin kelly khadija kristin larissa laura layla leila linda lisa louise lucia lucy ludmila
    lydia lyudmila madeleine margaret maria marianne marie marina martha mary maryam megan melissa michelle miriam
    monica nadia nancy natalia natalie natasha nicola nicole nina nora olga olivia pamela patricia paula rachel
    rebecca renata rosa rose ruth sabine samantha sandra sara sarah simone sofia sonia sophia sophie stephanie susan
    susanna svetlana sylvia tamara tatiana teresa theresa valentina valerie vanessa vera victoria virginia wendy
    yasmin yulia yvonne zainab zeynep
    """.split()
)
_KINDS_OF: Final = {
    "agency": "service directorate bureau administration authority office department inspectorate center centre board "
    + " ".join(sorted(AGENCIES)),
    "group": "organisation organization front movement league brigade brigades network alliance coalition watch society"
    " association federation foundation forum international collective militia cell faction party committee"
    " union initiative guard army council",
    "organisation": "organization front movement league group alliance coalition association federation foundation",
    "organization": "organisation front movement league group alliance coalition association federation foundation",
    "company": "inc inc. ltd ltd. plc corp corp. corporation co co. llc gmbh ag sa group holdings industries airlines"
    " airways airline motors bank energy oil gas steel media telecom pharmaceuticals firm maker manufacturer operator"
    " producer carrier giant conglomerate developer supplier utility subsidiary startup retailer insurer lender",
    "party": "movement front union alliance democrats republicans congress league",
    "union": "federation brotherhood congress workers",
    "ministry": "department",
    "department": "ministry",
    "committee": "commission panel council",
    "commission": "committee panel inquiry board",
    "panel": "commission committee inquiry board",
    "inquiry": "commission committee panel",
    "board": "commission council authority",
    "court": "tribunal",
    "tribunal": "court",
    "police": "constabulary sheriff gendarmerie carabinieri",
    "presidency": "president's-office palace",
    "government": "cabinet administration",
    "newspaper": "times post tribune herald gazette courier journal telegraph guardian chronicle daily ledger news"
    " paper weekly mail star express observer",
    "magazine": "weekly review",
    "broadcaster": "channel television tv radio broadcasting network bbc cnn nbc abc cbs itv rai zdf ard nhk msnbc",
    "network": "channel television tv cnn nbc abc cbs msnbc",
    "hospital": "clinic infirmary",
    "university": "college institute",
    "army": "military",
    "military": "army",
    "militia": "brigade brigades front",
    "regulator": "authority commission",
    "watchdog": "authority commission regulator inspectorate",
    "charity": "foundation fund trust",
    "institute": "center centre foundation",
    "insurgent": "rebel",
    "rebel": "insurgent guerrilla",
    "lawmaker": "senator deputy mp congressman congresswoman representative legislator rep rep. sen sen.",
    "legislator": "senator deputy mp congressman congresswoman representative lawmaker",
    "politician": "senator deputy mp congressman congresswoman representative minister mayor governor lawmaker",
    "diplomat": "ambassador envoy consul attaché",
    "envoy": "ambassador diplomat",
    "lawyer": "attorney solicitor barrister counsel advocate",
    "attorney": "lawyer solicitor barrister counsel",
    "spokesperson": "spokesman spokeswoman",
    "officer": "captain sergeant lieutenant constable inspector detective colonel major superintendent",
    "cleric": "bishop archbishop imam priest rabbi sheikh ayatollah mufti abbot pastor cardinal",
    "scientist": "physicist chemist biologist geologist seismologist vulcanologist engineer",
    "academic": "professor lecturer historian",
    "scholar": "professor historian",
    "judge": "justice magistrate",
    "journalist": "reporter correspondent editor",
    "commander": "general colonel brigadier captain admiral",
    "leader": "president premier chief chairman chairwoman chancellor",
    "statement": "communique communiqué declaration release",
    "document": "memo memorandum report dossier affidavit filing",
    "communique": "statement",
    "study": "paper report survey analysis",
    "paper": "study report article newspaper times post tribune herald gazette courier journal telegraph guardian"
    " chronicle daily ledger",
    "report": "study dossier review",
    "letter": "note missive",
    "note": "letter message",
    "ruling": "verdict judgment judgement",
    "survey": "poll",
    "poll": "survey",
    "message": "note letter email tweet post",
}
_KINDS_OF["firm"] = _KINDS_OF["giant"] = _KINDS_OF["company"]
_HYPONYMS: Final = {word: tuple(kinds.split()) for word, kinds in _KINDS_OF.items()}
# A name that says nothing about itself may be any of these.
ANY_BODY: Final = frozenset(
    """
    agency company firm giant group organisation organization party team club newspaper paper network magazine militia
    manufacturer maker operator gang supplier faction movement watchdog regulator lessor insurer lender charity outlet
    broadcaster carrier airline developer contractor
    """.split()
)
# Who is so described with an article was most often named before.
EPITHETS: Final = frozenset(
    """
    politician lawmaker legislator billionaire millionaire businessman businesswoman tycoon activist dissident
    fugitive veteran native entrepreneur cleric novelist singer actor actress incumbent challenger republican
    democrat conservative liberal socialist tory ex-president ex-minister retiree pensioner briton
    """.split()
)
# A name that ends so is a place, whatever else is in it; it may still stand for who sits there (Downing Street).
_WAYS: Final = frozenset(
    """
    street road avenue boulevard square highway alley crescent quay embankment esplanade parade promenade plaza
    prospekt prospect ulitsa ulica naberezhnaya shosse strasse straße allee platz straat plein gasse wharf pier
    bridge heights gardens station terminal airport harbour harbor port beach island river mountain valley village
    district suburb
    """.split()
)
_COLLECTIVES: Final = frozenset("police people staff crew couple family public team media pair jury military".split())


def kinds_of(noun: str) -> tuple[str, ...]:
    """The more special nouns a noun may stand for ("agency": service, bureau ...), none for most."""
    return _HYPONYMS.get(noun, ())


def kind_of_noun(token: Token) -> Kind:
    """What a common noun names."""
    lemma = token.lemma
    if lemma in _DOCUMENTS:
        return Kind.DOCUMENT
    if lemma in _BODIES or token.text.lower() in _BODIES:
        return Kind.BODY
    known = lemma in _PEOPLE or lemma in _TITLES or lemma.endswith("person") or gender_of_noun(lemma)
    if known or may_act(token):
        return Kind.PERSON
    return Kind.THING


def kind_of_name(words: tuple[str, ...]) -> Kind:
    """What a name in lower case names, by the words in it."""
    if CALENDAR & {*words}:
        return Kind.THING
    if is_title(words[0]) and len(words) > 1 and words[1] != "of":
        return Kind.PERSON
    if _BODIES & {*words, words[-1].removesuffix("s")} or words[-1] in AGENCIES:
        return Kind.BODY
    if len(words) > 1 and gender_of_name(words):
        return Kind.PERSON
    place = len(words) > 1 and words[-1] in _WAYS and "of" not in words
    return Kind.STATE if place or state_of(" ".join(w.title() for w in words)) else Kind.UNKNOWN


def gender_of_noun(lemma: str) -> Gender:
    """The gender that a common noun tells ("widow", "spokesman")."""
    if lemma in _FEMALE or lemma.endswith(("woman", "women")):
        return Gender.SHE
    return Gender.HE if lemma in _MALE or (lemma.endswith(("man", "men")) and lemma != "human") else Gender.UNKNOWN


def gender_of_name(words: tuple[str, ...]) -> Gender:
    """The gender that a title or else a common given name in a name tells."""
    for word in words[:-1]:
        if word in _FEMALE_TITLES:
            return Gender.SHE
        if word in _MALE_TITLES:
            return Gender.HE
    given = [word for word in words[:-1] if not is_title(word)] or [words[-1]]
    for word in given[:2]:
        if word in _FEMALE_NAMES:
            return Gender.SHE
        if word in _MALE_NAMES:
            return Gender.HE
    return Gender.UNKNOWN


def is_title(word: str) -> bool:
    """Whether a word in lower case is put before the name of a person."""
    return word in _TITLES or word in _MALE_TITLES or word in _FEMALE_TITLES


def is_collective(lemma: str) -> bool:
    """Whether a noun without an ending for the plural may be "they" ("police", "family")."""
    return lemma in _COLLECTIVES
