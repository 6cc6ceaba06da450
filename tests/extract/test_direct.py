"""Direct speech: split, run-on and following quotations go to their speaker."""


def test_a_quotation_of_several_sentences_is_one_content(say):
    text = '"Is it safe? No. But it will do," said Ines Marr, the harbour master.'
    assert say(text) == [("Ines Marr, the harbour master", "said", '"Is it safe? No. But it will do,"')]


def test_a_quotation_split_around_its_speaker_is_one_attribution(say):
    text = "“The bridge,” Ines Marr said, “was mined. We saw it.”"
    assert say(text) == [("Ines Marr", "said", "“The bridge,” ... “was mined. We saw it.”")]


def test_a_second_quotation_in_the_paragraph_goes_on_with_the_first(say):
    text = '"We did not do it," Marta Quill, a spokeswoman, said. "We were at home."'
    assert [content for _, _, content in say(text)] == ['"We did not do it," ... "We were at home."']


def test_a_quotation_running_on_over_paragraphs_is_one_attribution(say):
    text = "Ines Marr said: “The bridge was mined.\n\n“It had been mined for a week.”"
    assert len(say(text)) == 1
    assert say(text)[0][2].endswith("mined for a week.”")


def test_quotations_after_an_introduced_speaker_are_the_speakers(say):
    text = "Ines Marr said the bridge was mined.\n\n“It was the army.”\n\n“We saw them.”"
    assert [(source, content) for source, _, content in say(text)] == [
        ("Ines Marr", "the bridge was mined"),
        ("Ines Marr", "“It was the army.”"),
        ("Ines Marr", "“We saw them.”"),
    ]


def test_a_quotation_follows_indirect_speech_in_the_same_paragraph(say):
    found = say("Ines Marr told the council that nobody was warned. “They lied to us.”")
    assert found[0][2].endswith("“They lied to us.”")


def test_a_quotation_may_be_somebodys_statement(say):
    found = say("“Get out of my harbour and take your boats with you,” was one of Marr’s nicer statements.")
    assert found[0][0] == "Marr"
    assert found[0][2].startswith("“Get out")


def test_single_and_doubled_single_marks_quote_too(say):
    assert say("'The fire was arson,' said Lund.") == [("Lund", "said", "'The fire was arson,'")]
    assert say("''The fire was arson,'' said Lund.") == [("Lund", "said", "''The fire was arson,''")]


def test_words_nobody_introduces_stay_unattributed(find):
    assert not find("The so-called “peace ships” left the port.")
