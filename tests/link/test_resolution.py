"""Whom a name means in its report. Every joining has a reason, and where two answers fit there is none."""

import pytest

from rashomon.link.sources import register_sources
from rashomon.model.lineage import Origin
from rashomon.model.provenance import Made


@pytest.fixture
def read(make_document, make_claim):
    """Read reports given as (publisher, text, voices); a voice stands where its words stand first in the text."""

    def make(*reports, origins=()):
        documents, claims = [], []
        for number, (publisher, text, voices) in enumerate(reports):
            document = make_document(f"r{number}", text, publisher=publisher, at=(1 + number, 9))
            documents.append(document)
            for voice in voices:
                claim = make_claim(document, text.split()[-1], voice)
                start = text.index(voice)
                chain = (claim.chain[0], replace_voice(claim.chain[1], start, start + len(voice)))
                claims.append(replace_chain(claim, chain))
        return register_sources(documents, claims, origins=origins)

    return make


def replace_voice(voice, start, end):
    return type(voice)(name=voice.name.removeprefix("the ").removeprefix("The "), start=start, end=end)


def replace_chain(claim, chain):
    values = {name: getattr(claim, name) for name in claim.__slots__}
    return type(claim)(**(values | {"chain": chain}))


def mention(register, name, report="r0"):
    (found,) = [one for one in register.mentions if (one.document_id, one.name) == (report, name)]
    return found


def same(register, *met):
    return len({register.find(report, name) for report, name in met}) == 1


def camp(register, name, report="r0"):
    return next(s.camp for s in register.sources if s.id == register.find(report, name))


def test_a_ministry_is_the_one_its_report_names(read):
    text = "The Ministry of Works and Dams blames the rain. More is known to the ministry than it says."
    register = read(("Evening Compass", text, ["Ministry of Works and Dams", "the ministry"]))
    assert same(register, ("r0", "ministry"), ("r0", "Ministry of Works and Dams"))
    assert mention(register, "ministry").why == "the only ministry this report names: Ministry of Works and Dams"


def test_of_two_ministries_neither_is_taken(read):
    text = "The Ministry of Works blames the rain, the Ministry of Dams the builders. The ministry will not say more."
    register = read(("Evening Compass", text, ["Ministry of Works", "Ministry of Dams", "The ministry"]))
    assert len({register.find("r0", name) for name in ("ministry", "Ministry of Works", "Ministry of Dams")}) == 3


def test_an_official_publisher_speaks_of_itself(read):
    text = "The Commission has heard forty witnesses. The Ministry of Dams was not among them, says the commission."
    register = read(("Harbour Safety Commission", text, ["The Commission", "the commission"]))
    assert same(register, ("r0", "Commission"), ("r0", "Harbour Safety Commission"))
    assert "speaks of itself" in mention(register, "Commission").why


@pytest.mark.parametrize(
    ("text", "voices", "reason"),
    [
        ("Kenya's defence ministry calls it a lie.", ["defence ministry"], "named right before it"),
        ("The defence ministry in Nairobi calls it a lie.", ["The defence ministry"], "named right after it"),
        ("Kenya denied it. A lie, says the defence ministry.", ["Kenya", "the defence ministry"], "Kenya speaks just"),
        ("NAIROBI, 3 May - The defence ministry calls it a lie.", ["The defence ministry"], "comes from Nairobi"),
    ],
)
def test_a_ministry_is_that_of_the_state_its_place_tells(read, text, voices, reason):
    register = read(("Evening Compass", text, voices))
    assert camp(register, "defence ministry") == "Kenya"
    assert reason in mention(register, "defence ministry").why


def test_a_ministry_in_an_official_report_is_its_states(read):
    text = "All is well, according to the defence ministry."
    register = read(("Office of the President of Kenya", text, ["the defence ministry"]))
    assert camp(register, "defence ministry") == "Kenya"


@pytest.mark.parametrize(
    "text",
    [
        # The state named last was the attacker; the ministry may be anybody's.
        "Ethiopian drones hit the port overnight. All were shot down, the defence ministry said.",
        "Kenya denied it and Ethiopia denied it. A lie, the defence ministry said.",
        "NAIROBI, 3 May (Compass) - Ethiopia denied it. A lie, the defence ministry said.",
    ],
)
def test_a_ministry_whose_state_the_report_leaves_open_stays_nobodys(read, text):
    voices = [state for state in ("Kenya", "Ethiopia") if f"{state} denied" in text]
    register = read(("Evening Compass", text, [*voices, "the defence ministry"]))
    assert camp(register, "defence ministry") == ""


def test_a_bodys_bare_name_stands_for_its_full_one_where_there_is_one(read):
    short = ("Evening Compass", "Nothing is lost, says the Interior Ministry.", ["Interior Ministry"])
    full = ("Interior Ministry of Velmara", "All is well.", [])
    register = read(short, full)
    assert same(register, ("r0", "Interior Ministry"), ("r1", "Interior Ministry of Velmara"))
    other = ("Interior Ministry of Cassary", "All is well.", [])
    register = read(short, full, other)
    assert not same(register, ("r0", "Interior Ministry"), ("r1", "Interior Ministry of Velmara"))


def test_ministries_of_two_states_are_not_joined_by_their_bare_name(read):
    bare = "Nothing is lost, says the Foreign Ministry."
    told = "Nothing is lost, says the Kenyan foreign ministry."
    register = read(
        ("Evening Compass", bare, ["Foreign Ministry"]),
        ("Inland Post", bare, ["Foreign Ministry"]),
        ("Coast Mail", told, ["Kenyan foreign ministry"]),
    )
    assert len({register.find("r0", "Foreign Ministry"), register.find("r1", "Foreign Ministry")}) == 2


def test_an_abbreviation_is_what_its_report_spells_out(read):
    text = "The Harbour Watch Corps (HWC) saw nothing. By noon the HWC had left."
    register = read(
        ("Evening Compass", text, ["Harbour Watch Corps", "HWC"]),
        ("Inland Post", "The Highland Water Company (HWC) saw nothing.", ["Highland Water Company"]),
        ("Coast Mail", "Nobody at HWC saw it.", ["HWC"]),
    )
    assert same(register, ("r0", "HWC"), ("r0", "Harbour Watch Corps"))
    assert "this report spells it out" in mention(register, "HWC").why
    # Elsewhere it may be either of two.
    assert not same(register, ("r2", "HWC"), ("r0", "HWC"))


def test_initials_stand_for_the_only_name_that_has_them(read):
    register = read(
        ("Federal Board of Harbour Safety, Almar office", "All is well.", []),
        ("Evening Compass", "Nobody at FBHS saw it.", ["FBHS"]),
    )
    assert same(register, ("r0", "Federal Board of Harbour Safety, Almar office"), ("r1", "FBHS"))


def test_this_newspaper_is_the_reports_publisher(read):
    register = read(("Evening Compass", "This newspaper has learned of it.", ["This newspaper"]))
    assert same(register, ("r0", "This newspaper"), ("r0", "Evening Compass"))


def test_the_agency_is_the_one_agency_its_report_names(read):
    text = "Kestrel News Agency first told it. Nobody was hurt, the agency adds."
    register = read(("Evening Compass", text, ["Kestrel News Agency", "the agency"]))
    assert same(register, ("r0", "agency"), ("r0", "Kestrel News Agency"))
    other = text.replace("told it", "told it, then Almar News Agency")
    register = read(("Evening Compass", other, ["Kestrel News Agency", "Almar News Agency", "the agency"]))
    assert not same(register, ("r0", "agency"), ("r0", "Kestrel News Agency"))


def test_sections_of_a_paper_are_the_paper(read):
    register = read(("Port Chronicle", "All is well.", []), ("Port Chronicle, Opinion", "All is ill.", []))
    assert same(register, ("r0", "Port Chronicle"), ("r1", "Port Chronicle, Opinion"))
    assert register.sources[0].name == "Port Chronicle"


def test_somebody_who_publishes_is_the_person_others_name(read):
    register = read(
        ("Olda Brenn (weblog)", "All is well.", []),
        ("Evening Compass", "All is well, says Mayor Olda Brenn.", ["Mayor Olda Brenn"]),
    )
    assert same(register, ("r0", "Olda Brenn (weblog)"), ("r1", "Mayor Olda Brenn"))


def test_a_description_in_a_copy_means_whom_it_means_in_the_original(read):
    text = "All is well, says the harbour master."
    reports = [(paper, text, ["the harbour master"]) for paper in ("Evening Compass", "Inland Post", "Coast Mail")]
    copied = Origin(id="origin_1", document_ids=("r0", "r1"), holder="Evening Compass", made=Made(recipe="test@1"))
    register = read(*reports, origins=[copied])
    assert same(register, ("r0", "harbour master"), ("r1", "harbour master"))
    assert not same(register, ("r0", "harbour master"), ("r2", "harbour master"))


def test_every_claim_of_a_name_stands_beside_it(make_document, make_claim):
    document = make_document("r0", "It was calm. It was warm.", publisher="Evening Compass")
    claims = [make_claim(document, quote, "Ines Quadra") for quote in ("It was calm", "It was warm")]
    found = register_sources([document], claims)
    assert mention(found, "Ines Quadra").claim_ids == tuple(claim.id for claim in claims)
    assert mention(found, "Evening Compass").claim_ids == tuple(claim.id for claim in claims)
