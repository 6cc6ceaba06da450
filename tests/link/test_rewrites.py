import random

import pytest

from rashomon.link.copies import find_copies
from rashomon.link.origins import group_origins
from rashomon.model.vocabulary import CopyKind

STORIES = [
    (
        "Kestrel Agency",
        "PORT VELL (Kestrel Agency) - The ferry Lady Aurelia capsized within sight of the harbour wall on "
        "Thursday evening and "
        "nineteen passengers are missing, the coast guard said. Forty-one people were pulled out by fishing boats.\n\n"
        "Survivors said the car deck doors had been open when the ship turned. The owner, Sundgren Lines, denied "
        "that. The "
        "harbour master, Ines Quadra, said the weather had been calm. Divers will search the wreck on Friday.",
        "Small craft saved 41 after an evening crossing to Port Vell ended in disaster on Thursday, Kestrel "
        "Agency reports. There "
        "is no trace of 19 others who were aboard the Lady Aurelia when she rolled over, in plain view of those "
        "ashore.\n\n"
        "People who got off describe a gaping vehicle deck as she came about; Sundgren Lines, to whom she "
        "belongs, will have none "
        "of it. There was hardly a wave, according to Ines Quadra, who runs the harbour. The hull is to be "
        "examined by divers.",
    ),
    (
        "The Carrow Journal",
        "The mayor's driver passed the sealed bids to a rival builder, the Carrow Journal has learned. Police "
        "seized two "
        "telephones and 86,000 crowns in a garage on Mill Street last week, a person close to the inquiry said.\n\n"
        "The driver, Tomas Brandl, 52, did not answer the door on Monday. Mayor Edita Novotna said she knew of "
        "nothing. The "
        "builder, Halm and Sons, won the contract for the swimming hall in May.",
        "If a Carrow newspaper is to be believed, the chauffeur of the town's mayor sold secrets. Detectives are "
        "quoted as having "
        "come away from a Mill Street garage last week with 86,000 crowns and a pair of phones. Offers handed in "
        "under seal are "
        "said to have reached Halm and Sons, a firm that was given the swimming hall to build.\n\n"
        "The man concerned is Tomas Brandl, 52, whom nobody could reach at home on Monday. Edita Novotna, for "
        "whom he drives, "
        "says she was unaware of it all.",
    ),
    (
        "Lantern Wire",
        "Guerrillas shot down a transport helicopter over the Ombele gorge on 3 June, killing all eleven aboard, "
        "the army of "
        "Zambia said. A rebel spokesman, Colonel Mwape, said a rocket had hit the tail. The machine, a Puma, was "
        "bringing "
        "medicine to Chitongo. The wreck burned for six hours.",
        "Eleven died when an army Puma crashed in flames above the gorge of Ombele on 3 June. Zambian officers "
        "blame guerrillas, "
        "and for the rebels a Colonel Mwape says that one of their rockets struck it in the tail. Drugs for the "
        "sick of Chitongo "
        "were on board. It took six hours for the wreck to burn out.",
    ),
]


@pytest.mark.parametrize(("publisher", "original", "retold"), STORIES)
def test_a_story_told_again_in_other_words_joins_its_original(make_document, publisher, original, retold):
    first = make_document("first", original, publisher=publisher, at=(3, 8))
    again = make_document("again", retold, publisher="Inland Post", at=(3, 18))
    background = [
        make_document(f"b{n}", other, publisher=name, at=(3, 6))
        for n, (name, other, _) in enumerate(STORIES)
        if name != publisher
    ]
    (link,) = find_copies([*background, first, again])
    assert (link.document_id, link.copy_of, link.kind) == ("again", "first", CopyKind.REWRITE)
    assert "in common" in link.why


def test_separate_reports_with_the_same_names_and_figures_are_no_rewrites(make_document):
    texts = [
        STORIES[0][1],
        "Relatives of the nineteen missing from the Lady Aurelia spent the night in a school in Port Vell. A "
        "nurse counted 41 "
        "survivors, most of them cold but unhurt. Sundgren Lines sent blankets and a lawyer. The father of a "
        "deckhand told us that "
        "his son had called from the bridge and sounded calm.",
        "The coast guard has published the radar track of the Lady Aurelia. It shows a turn of ninety degrees in "
        "less than a "
        "minute off Port Vell. Its chief, Anders Tamm, said nineteen people must be taken for dead and that the "
        "helmsman will be "
        "questioned. Sundgren Lines declined to comment on Friday.",
        "Ines Quadra, the harbour master of Port Vell, resigned on Saturday. She had asked for a second tug for "
        "years, her letter "
        "says. Sundgren Lines and the town had refused to pay. Forty-one survivors of the Lady Aurelia signed a "
        "card for her.",
    ]
    publishers = ["Kestrel Agency", "Morning Quay", "Vell Tribune", "Seaman's Weekly"]
    documents = [
        make_document(f"d{n}", text, publisher=name, at=(3 + n, 9))
        for n, (text, name) in enumerate(zip(texts, publishers, strict=True))
    ]
    assert len(group_origins(documents, find_copies(documents))) == 4


def test_a_comment_that_cites_a_report_among_matter_of_its_own_is_a_relay_and_an_origin(make_document):
    wire = make_document("wire", STORIES[0][1], publisher="Kestrel Agency", at=(3, 8))
    comment = make_document(
        "comment",
        "Ships do not tip over in calm weather without a reason. Kestrel Agency reports that the doors of the "
        "Lady Aurelia were "
        "open, and I am not surprised. I sailed on sister vessels for twelve years; the alarms were taped over "
        "so that tired "
        "crews could sleep. Regulators in three capitals looked away, because ministers own shares and ports "
        "need votes. Read "
        "the inquiry into the Baltic disasters of the nineties again and weep. Nothing was learned, nobody went "
        "to prison, and "
        "the same shipyards still sell the same locks to the same customers at the same price.",
        publisher="The Weathercock, Opinion",
        at=(4, 8),
    )
    (link,) = find_copies([wire, comment])
    assert link.kind is CopyKind.RELAY
    assert len(group_origins([wire, comment], [link])) == 2


def test_a_page_that_says_what_it_is_based_on_is_a_rewrite_of_it(make_document):
    wire = make_document(
        "wire", STORIES[0][1], publisher="Kestrel Agency", at=(3, 8), url="https://kestrel.example/a?x=1"
    )
    page = make_document(
        "page",
        STORIES[0][2].replace(", Kestrel Agency reports", ""),
        publisher="Inland Post",
        at=(3, 9),
        based_on=("http://www.kestrel.example/a/",),
    )
    (link,) = find_copies([wire, page])
    assert (link.copy_of, link.kind) == ("wire", CopyKind.REWRITE)


HEIST = {
    "Ardmoor Evening Post": (
        "Two masked men took the Thornley chalice from the cathedral museum in Ardmoor early on Sunday, the dean said. "
        "They came through a skylight, smashed a case and were gone in four minutes.\n\nThe night guard, Piet Hollar, "
        "was tied to a radiator but not hurt. The alarm had been switched off for repairs since Thursday. The chalice, "
        "of gold with eleven sapphires, is insured for 6 million francs. A grey van with foreign plates was seen near "
        "the market at dawn."
    ),
    "Bistow Valley Radio": (
        "Customs officers have searched every car at the Bistow crossing since noon in the hunt for the Thornley "
        "chalice. The queue was nine kilometres long in the evening. A spokesman, Ilmar Tennet, said nothing had been "
        "found but cigarettes. Truckers slept in their cabins, and a farmer sold them soup at 3 francs a bowl."
    ),
    "Chapter of Ardmoor Cathedral": (
        "The Chapter mourns the loss of the Thornley chalice, given to us by Abbot Ruan in 1482. We ask whoever holds "
        "it to keep it dry. No ransom will be paid. The crypt stays open to pilgrims; the museum stays closed until "
        "Easter. The choir will sing on Wednesday at seven as it has every week since the war."
    ),
    "Old Silver Letter": (
        "Who steals a piece that every dealer knows? The Thornley chalice cannot be sold in Ardmoor or anywhere else. "
        "In 1974 a monstrance from Kells turned up in a bog after its thieves had quarrelled. Collectors who keep such "
        "things in vaults are a myth of the cinema. Melted down, the gold would bring forty thousand at most."
    ),
    "Ministry of Culture": (
        "Minister Odile Marchand has ordered a review of locks in all 212 state collections. The Thornley chalice is "
        "on the national list, and its export is a crime. A reward of 50,000 francs has been set aside. Ardmoor had "
        "twice refused a grant for new cameras, in 2027 and 2029."
    ),
}
RETOLD = (
    "It needed only four minutes. A pair of thieves in hoods dropped through the roof window of a church collection "
    "in Ardmoor before sunrise on Sunday, broke a showcase and escaped with a golden cup set with eleven precious "
    "stones.\n\nTheir prize, the Thornley chalice, is covered for six million francs. Mr Hollar, the watchman on duty, "
    "was found bound to the heating, unharmed. Workmen had disconnected the siren three days before. Locals noticed "
    "a lorry registered abroad by the market place at first light."
)


def heist(make_document, *more):
    reports = [
        make_document(f"h{n}", text, publisher=name, at=(4 + n // 2, 7 + n))
        for n, (name, text) in enumerate(HEIST.items())
    ]
    return [*reports, *more]


def test_reports_of_one_event_with_matter_of_their_own_stay_separate(make_document):
    assert find_copies(heist(make_document)) == ()


def test_a_heavy_rewording_that_names_no_source_joins_the_report_it_retells(make_document):
    again = make_document("again", RETOLD, publisher="Southern Argus", at=(4, 22))
    (link,) = find_copies(heist(make_document, again))
    assert (link.document_id, link.copy_of, link.kind) == ("again", "h0", CopyKind.REWRITE)


def test_the_same_rewording_weeks_later_is_no_longer_taken_for_one(make_document):
    assert (
        find_copies(heist(make_document, make_document("again", RETOLD, publisher="Southern Argus", at=(28, 22)))) == ()
    )


def test_a_rewording_among_interviews_of_its_own_stays_an_origin(make_document):
    own = RETOLD + " Piet Hollar told our reporter that he never saw a face."
    documents = heist(make_document, make_document("own", own, publisher="Southern Argus", at=(4, 22)))
    assert len(group_origins(documents, find_copies(documents))) == len(documents)


def test_two_rewordings_of_one_report_join_one_origin(make_document):
    second = (
        "ARDMOOR - The Thornley chalice is gone. Before Sunday's first mass two robbers, their faces covered, let "
        "themselves in from above, shattered the glass and fled; four minutes, no more. Piet Hollar, who was "
        "guarding the museum that night, could not move: they had fastened him to a radiator. The alarm was being "
        "mended and had been out of use from Thursday on.\n\nEleven sapphires adorn the gold vessel, for which the "
        "insurers may owe 6 million francs. A van from another country stood close to the market when day broke."
    )
    documents = heist(
        make_document,
        make_document("again", RETOLD, publisher="Southern Argus", at=(4, 22)),
        make_document("second", second, publisher="Lake Courier", at=(5, 5)),
    )
    groups = {frozenset(origin.document_ids) for origin in group_origins(documents, find_copies(documents))}
    assert frozenset(("h0", "again", "second")) in groups
    assert len(groups) == len(HEIST)


def test_among_hundreds_of_texts_of_the_same_words_few_are_taken_for_retellings(make_document):
    # Drawn from 500 words, any two share a quarter of theirs: worse than real reports, and every link here is wrong.
    chance = random.Random(7)
    words = " ".join([*HEIST.values(), *(text for _, *texts in STORIES for text in texts)]).split()
    documents = [
        make_document(
            f"d{n}",
            ". ".join(" ".join(chance.sample(words, 15)).capitalize() for _ in range(6)),
            publisher=f"p{n}",
            at=(1 + n % 7, 0),
        )
        for n in range(300)
    ]
    assert len(find_copies(documents)) <= 0.1 * len(documents)
