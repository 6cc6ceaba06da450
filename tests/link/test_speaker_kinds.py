import pytest

from rashomon.link.speaker_kinds import name_kind
from rashomon.model.vocabulary import SourceKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the Kremlin", SourceKind.STATE_BODY),
        ("Nairobi", SourceKind.STATE_BODY),
        ("Turkish foreign ministry", SourceKind.STATE_BODY),
        ("Kenyan Ministry of Justice", SourceKind.STATE_BODY),
        ("NATO", SourceKind.STATE_BODY),
        ("United Nations", SourceKind.STATE_BODY),
        ("press service of Kenya's defence ministry", SourceKind.STATE_BODY),
        ("Kenyan officials", SourceKind.UNNAMED_OFFICIALS),
        ("a Kremlin official", SourceKind.UNNAMED_OFFICIALS),
        ("police sources", SourceKind.UNNAMED_OFFICIALS),
        ("Yonhap", SourceKind.AGENCY),
        ("Syria's state news agency SANA", SourceKind.AGENCY),
        ("Iranian state television", SourceKind.OUTLET),
        ("Washington Post", SourceKind.OUTLET),
        ("RT", SourceKind.OUTLET),
        ("International Criminal Court", SourceKind.COURT),
        ("Supreme Court of Kenya", SourceKind.COURT),
        ("Kenyan prosecutors", SourceKind.COURT),
        ("Kenyan Prosecution Authority", SourceKind.COURT),
        ("NTSB", SourceKind.EXPERT_BODY),
        ("Amnesty International", SourceKind.EXPERT_BODY),
        ("Boko Haram", SourceKind.ARMED_GROUP),
        ("the Houthis", SourceKind.ARMED_GROUP),
        ("Ines Quadra", SourceKind.PERSON),
        ("a dam engineer", SourceKind.EXPERT),
        ("the harbour", SourceKind.UNKNOWN),
    ],
)
def test_names_tell_what_kind_of_speaker_they_stand_for(name, kind):
    assert name_kind(name) is kind
