from rashomon.link.sources import register_sources
from rashomon.model.vocabulary import SourceKind


def register(document, claims):
    found = register_sources([document], claims)
    by_id = {source.id: source for source in found.sources}
    return lambda name: by_id[found.find(document.id, name)]


def test_a_state_is_one_source_under_its_capital_its_government_and_its_officials(make_document, make_claim):
    document = make_document("a", "It was not us. They did it. No comment.", publisher="Evening Compass")
    names = ("Nairobi", "the Kenyan government", "Kenyan officials", "Kenya's government")
    find = register(document, [make_claim(document, "It was not us", name) for name in names])
    assert len({find(name).id for name in names}) == 1
    assert find("Nairobi").camp == "Kenya"
    assert set(find("Nairobi").aliases) == set(names)


def test_bodies_of_a_state_are_sources_of_one_camp(make_document, make_claim):
    document = make_document("a", "It was not us.", publisher="Ministry of Defence of the Republic of Kenya")
    names = ("the Pentagon", "U.S. officials", "the White House")
    find = register(document, [make_claim(document, "It was not us", name) for name in names])
    assert len({find(name).id for name in names}) == 3
    assert {find(name).camp for name in names} == {"United States"}
    assert find(document.publisher).camp == "Kenya"
    assert find("U.S. officials").kind is SourceKind.UNNAMED_OFFICIALS


def test_a_surname_and_a_title_mean_the_person_named_in_full(make_document, make_claim):
    document = make_document("a", "Ines Quadra, the harbour master, spoke. It was calm.", publisher="Evening Compass")
    names = ("Ines Quadra", "Quadra", "Ms Quadra", "Commissioner Ines Quadra")
    find = register(document, [make_claim(document, "It was calm", name) for name in names])
    assert len({find(name).id for name in names}) == 1


def test_two_people_of_one_surname_are_not_joined(make_document, make_claim):
    document = make_document("a", "It was calm.", publisher="Evening Compass")
    names = ("Ines Quadra", "Luis Quadra", "Quadra")
    find = register(document, [make_claim(document, "It was calm", name) for name in names])
    assert len({find(name).id for name in names}) == 3


def test_a_description_means_somebody_else_in_every_document(make_document, make_claim):
    documents = [make_document(name, "It was calm.", publisher=f"The {name} Post") for name in ("Ada", "Bor")]
    found = register_sources(documents, [make_claim(one, "It was calm", "a dam engineer") for one in documents])
    assert found.find("Ada", "a dam engineer") != found.find("Bor", "a dam engineer")


def test_an_outlet_is_known_by_its_short_name(make_document, make_claim):
    papers = [
        make_document("a", "It was calm.", publisher="The Vell Tribune"),
        make_document("b", "It was calm.", publisher="Kestrel News Agency"),
    ]
    found = register_sources(
        papers, [make_claim(papers[1], "It was calm", "the Tribune"), make_claim(papers[0], "It was calm", "Kestrel")]
    )
    assert found.find("b", "the Tribune") == found.find("a", "The Vell Tribune")
    assert found.find("a", "Kestrel") == found.find("b", "Kestrel News Agency")


def test_what_stands_beside_a_name_tells_kind_and_camp(make_document, make_claim):
    text = "Daniel Ouma, an adviser to the Kenyan president, denied it. "
    text += "The dam was weak, said Rosa Lind, a geology professor."
    document = make_document("a", text, publisher="Evening Compass")
    find = register(document, [make_claim(document, "denied it", name) for name in ("Daniel Ouma", "Rosa Lind")])
    assert (find("Daniel Ouma").kind, find("Daniel Ouma").camp) == (SourceKind.OFFICIAL, "Kenya")
    assert find("Rosa Lind").kind is SourceKind.EXPERT


def test_a_role_in_an_official_report_speaks_for_the_publisher(make_document, make_claim):
    document = make_document(
        "a", "The minister said it was sabotage.", publisher="Ministry of Defence of the Republic of Kenya"
    )
    find = register(document, [make_claim(document, "it was sabotage", "The minister")])
    assert find("The minister").camp == "Kenya"
