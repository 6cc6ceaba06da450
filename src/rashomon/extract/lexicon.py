"""The cue lexicon: which words attribute, in which constructions, and what kind of speech act each one is.

Which verb with which complement attributes something was counted on news annotated for attribution (words and counts
are facts; no text is kept) and filled up from general knowledge. Constructions are the `kind` of a `frames.Frame`.
Reading polarity, certainty, stance and modality off a cue class is `certainty`'s business.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class CueClass(StrEnum):
    """What kind of act a cue word reports."""

    SPEECH = "speech"
    ASSERTIVE = "assertive"
    DISTANCING = "distancing"
    BELIEF = "belief"
    FINDING = "finding"
    KNOWLEDGE = "knowledge"
    CONFIRMATION = "confirmation"
    ADMISSION = "admission"
    DENIAL = "denial"
    DOUBT = "doubt"
    ACCUSATION = "accusation"
    HEDGE = "hedge"
    QUESTION = "question"
    WITHHOLDING = "withholding"
    DIRECTIVE = "directive"
    INTENTION = "intention"
    EMOTION = "emotion"
    APPROVAL = "approval"
    DISAPPROVAL = "disapproval"
    MENTION = "mention"
    RETRACTION = "retraction"


# Classes whose attributions are reported inside other attributions too. The rest (wishes, praise, plans) would split
# a speaker's sentence into attitudes nobody looks up.
RELAYABLE: Final = frozenset(
    {
        CueClass.SPEECH,
        CueClass.ASSERTIVE,
        CueClass.DISTANCING,
        CueClass.BELIEF,
        CueClass.FINDING,
        CueClass.CONFIRMATION,
        CueClass.ADMISSION,
        CueClass.DENIAL,
        CueClass.DOUBT,
        CueClass.ACCUSATION,
        CueClass.HEDGE,
    }
)

# Words that, standing in a cue in this order, make it another kind of act than its words do singly. "a/b" is either
# word, as lemma or as written.
CUE_PHRASES: Final = (
    ("leave/keep open", CueClass.HEDGE),
    ("rule out", CueClass.DENIAL),
    ("plead/pled not guilty", CueClass.DENIAL),
    ("plead/pled guilty", CueClass.ADMISSION),
    ("own up", CueClass.ADMISSION),
    ("shake head", CueClass.DENIAL),
    ("confirm or/nor deny", CueClass.WITHHOLDING),
    ("decline/refuse/unwilling/stop say/comment/answer/confirm/deny/discuss/disclose/reveal/name/identify/specify",
     CueClass.WITHHOLDING),
    ("decline/refuse/unwilling/stop speculate/elaborate/rule/explain/provide/give/draw/call/accuse/blame/tell/detail",
     CueClass.WITHHOLDING),
    ("not speculate/elaborate/identify/specify/disclose/divulge/comment/name", CueClass.WITHHOLDING),
    ("no/any comment/position/view/opinion/side", CueClass.WITHHOLDING),
    ("without comment", CueClass.MENTION),
    ("take note", CueClass.MENTION),
    ("refuse/decline accept/believe", CueClass.DENIAL),
    ("have us/you/him/her/them/everyone/people believe/think", CueClass.DISTANCING),
    ("distance himself/herself/itself/themselves", CueClass.RETRACTION),
    ("keep to himself/herself/itself/themselves", CueClass.WITHHOLDING),
    ("be/remain/stay/keep silent/mum/coy/tight-lipped/noncommittal/evasive/vague/quiet", CueClass.WITHHOLDING),
    ("sidestep/dodge/duck/evade/skirt/deflect/parry", CueClass.WITHHOLDING),
    ("want/like/wish/need/seek/demand/ask/keen/eager know/told", CueClass.QUESTION),
    ("take/walk/row back", CueClass.RETRACTION),
    ("withdraw/retract/recant/rescind", CueClass.RETRACTION),
    ("cast/raise/voice/express/have doubt", CueClass.DOUBT),
    ("call into question", CueClass.DOUBT),
    ("brush/shrug/laugh/wave aside/off/away", CueClass.DENIAL),
    ("pour scorn", CueClass.DENIAL),
    ("word/rumour/rumor/legend/gossip have it", CueClass.DISTANCING),
)  # fmt: skip

# lemma: constructions, entries parted by ";". A bare lemma takes "that" only.
_VERBS: Final = {
    CueClass.SPEECH: """
        say that np ing x be+to; tell that np+to np+about np+of; add that; state that np; report that np ing be
        be+to np+to; announce that np be np+on ing; declare that np np+as; write that about; explain that np; note
        that np; comment that on about; remark that on upon; mention that np be np+as ing; tweet that np np+to;
        retweet np; post that np np+on np+to; publish that np; reply that; respond that to with; answer that np;
        continue that; recall that np ing; quip that; joke that about; reiterate that np; repeat that np; stress
        that np; emphasize that np; emphasise that np; highlight that np; observe that np; inform that np+of
        np+about; assure that np+of be+of; remind that np np+of np+about; recount that np; relate that; mutter that;
        shout that np x; scream that np; yell that np; chant np x that; sing np; whisper that; testify that to;
        brief np+on that; proclaim that np; pronounce that; clarify that np; elaborate on that; interject that;
        counter that; caution that np+against against; warn that of against np+of np+about np+to about np+against;
        cite np np+as that; quote np np+as be+as; read that x; email that np; text that; blog that; opine that on;
        muse about that; volunteer that; relay that np; recite np; articulate np; outline that np; detail np; spell
        np; illustrate that np; underscore that np; underline that np; signal that np; indicate that np; broadcast
        np; disclose that np be; confide that; summarize that np; describe np np+as ing np+to be+as;
        characterize np+as np be+as;
        characterise np+as np be+as; portray np+as np be+as; label np np+as as be+as; dub np np+as; call np+as
        np+for np; name np+as be; refer to; point to that np+to; paint np+as; cast np+as; frame np+as; depict np+as
        np; identify np+as be+as; list np np+as be+as; speak about of; talk about of; tout np np+as; present np+as;
        liken np+to; compare np+to np; chime that; blurt that; exclaim that; explicate np; echo np be; issue np;
        release np; voice np np+for; express np that np+for; float np; outline np; preach np; open about; recommend
        that np np+to; propose that np ing np+to np+as; reaffirm that np; affirm that np; guarantee that; pitch
        np+as; communicate that np; report np; put that; conclude by; lay np; tell np; agree that to with on;
        concur that with; invoke np; reference np np+as; address np; unveil np; document np; circulate np; publicize
        np
    """,
    CueClass.ASSERTIVE: """
        insist that on; maintain that; argue that for against be; assert that np; contend that; swear that; vouch
        for; stress that; boast that of about; brag about that; claim np; posit that; reason that; protest that np;
        defend np np+against np+as np+to; rebut np that; retort that; lament that np; complain that about of; rail
        against about; justify np; reassert that np; plead that to
    """,
    CueClass.DISTANCING: """
        claim that np to np+for be be+to; purport to that; profess to that; pretend that to; feign np
    """,
    CueClass.BELIEF: """
        believe that np in be+to; think that about of be+to; feel that np about; consider np+as np that be be+to
        be+as; view np np+as be+as; regard np np+as be+as; see np+as be+as as; reckon that; deem np+as be be+as;
        suppose that; presume that be+to; assume that be+to; expect that be+to to np; predict that np; anticipate
        that np; forecast that np; estimate that be+to; judge that np+as; assess that; guess that; figure that;
        imagine that ing; foresee that np; conceive that; trust that; convince that np+to; project that; calculate
        that; interpret np np+as; envision np np+as; infer that; surmise that; gather that; understand be+to; sense
        that; mean be+to; intend be+to
    """,
    CueClass.FINDING: """
        find that ing np+with np+to; conclude that; determine that; discover that np; establish that; show that np
        ing np+with be+to; reveal that np; demonstrate that; prove that; detect np; uncover that np; rule that ing;
        learn that of; decide that; ascertain that; verify that np; trace np+to be+to; diagnose np; suggest ing
    """,
    CueClass.KNOWLEDGE: """
        know that about be be+for be+as be+to; realize that; realise that; recognize that np; recognise that np;
        notice that; appreciate that
    """,
    CueClass.CONFIRMATION: """
        confirm that np be ing; corroborate that np; attest that to; certify that; validate np
    """,
    CueClass.ADMISSION: """
        admit that np to ing; acknowledge that np ing; concede that np; confess that to; allow that; grant that; own
        to; apologize for; apologise for
    """,
    CueClass.DENIAL: """
        deny that np ing to be; refute that np; disavow np; reject that np np+as be be+as; dismiss that np np+as be
        be+as; rebuff np; exclude np that be; eliminate np; scoff at; rubbish np;
        scotch np; quash np; discount np be; pooh-pooh np; gainsay np;
        debunk np; discredit np; contradict that np; rule-out np ing that be; dispute that np; repudiate np; disclaim
        np;
        negate np; renounce np; disagree that with
    """,
    CueClass.DOUBT: """
        doubt that np; question that np; challenge np that; mistrust np
    """,
    CueClass.ACCUSATION: """
        point at np+at; accuse np+of np be+of; blame np np+for np+on be+for be+on; charge that be+with np+with;
        allege that np be+to; suspect that np+of be+of be+to np; fault np np+for;
        implicate np np+in be+in; attribute np+to be+to; put-down np+to;
        pin np+on be+on; ascribe np+to be+to; finger np; incriminate np; indict np; link np+to; tie np+to; connect
        np+to
    """,
    CueClass.HEDGE: """
        suggest that np ing; speculate that about on; hint that at; imply that np; hypothesize that; hypothesise
        that; theorize that; theorise that; insinuate that; intimate that; allude to; rumor that be+to; rumour that
        be+to; postulate that; conjecture that; suspect that
    """,
    CueClass.QUESTION: """
        ask that np+to np for be+to at to; wonder that about whether; question that np be+about; inquire that about;
        query that np; demand that np to; press np+to about np+on; debate that np
    """,
    CueClass.WITHHOLDING: """
        decline to np; refuse to np
    """,
    CueClass.DIRECTIVE: """
        urge np+to np that; call for to on np+for; push for np+to to; encourage np+to; order np+to that np; advise
        np+to that; request that np np+to; instruct np+to; implore np+to; beg np+to; advocate for np that; lobby for
        np+to; persuade np+to; require np+to be+to; beseech np+to; exhort np+to; appeal for; mandate np; prohibit
        np+from; bar np+from; authorize np
    """,
    CueClass.INTENTION: """
        promise to that np; vow to that np; pledge to that np np+to; threaten to that; plan to; seek to; want to
        np+to np that; hope to that for; intend to; aim to; decide to that; offer to np; opt to; commit to; strive
        to; swear to; look to; campaign for against; vote for to against; prefer np to that; wish that to; like to;
        refuse to; agree to; threaten to; favor np; favour np; plot to; hesitate to; devote np+to; distance np+from;
        nominate np+for np+to be+as; appoint np np+to; withdraw np
    """,
    CueClass.EMOTION: """
        fear that np; worry that about; dread that np; regret that np; love np to; hate np; welcome np that np+to;
        bemoan np that; rejoice that; care about; enjoy that; mourn np; empathize with; sympathize with; deplore np;
        resent np
    """,
    CueClass.APPROVAL: """
        endorse np np+for be ing; support np np+for ing be; back np np+for be; praise np np+for np+as; applaud np
        np+for; hail np np+as; thank np np+for; congratulate np np+for np+on; commend np np+for; laud np np+for;
        credit np np+with np+for; cheer np; embrace np; champion np; extol np; stand by; side with; approve np be
        of; accept np; promote np; salute np
    """,
    CueClass.DISAPPROVAL: """
        criticize np np+for np+as np+on be be+for be+as; criticise np np+for np+as be+for; denounce np np+as np+for
        be; condemn np np+for np+as be; slam np np+for np+as; blast np np+for np+on np+as; attack np np+for np+over
        np+as; mock np np+for; oppose np ing; decry np np+as; rebuke np np+for; chide np np+for; deride np np+as;
        ridicule np np+for; bash np np+for; assail np np+for; lambaste np np+for np+as; rip np np+for; disparage np;
        insult np; taunt np; hit np+for; knock np+as np+for; scold np np+for; castigate np np+for; excoriate np
        np+for; lash at; balk at; boo np be; berate np np+for; hammer np np+for; reprimand np np+for; censure np
        np+for; resist np; ignore np; downplay np; disregard np; tear np
    """,
    CueClass.MENTION: """
        discuss that np np+to; focus on; touch on; weigh on; share np np+for be that; contemplate np; analyze np;
        analyse np; review np; examine np; consider that ing
    """,
}

_NOUNS: Final = {
    CueClass.SPEECH: """
        statement that of about on to; comment about on; remark about that on; message of about that; word about
        that; announcement of that; report that of about; mention of; talk about of; speech about; story of about
        that; reference to; advice that; note about that; reminder that; testimony that about; answer to; suggestion
        that of; quote about; information about that; detail about; conversation about; discussion of; joke about;
        explanation that of for; point that; disclosure of that; tweet that about; letter that; declaration that of;
        description of; characterization of; warning that of about
    """,
    CueClass.ASSERTIVE: """
        account that; version that; assertion that of about; argument that for against; insistence that on;
        contention that; case that for;
        boast that; complaint that about of; defense of; defence of
    """,
    CueClass.DISTANCING: """
        claim that of about to; pretence that; narrative that; myth that; propaganda that; talking-point that
    """,
    CueClass.BELIEF: """
        belief that in; view that of about; opinion of on that about; idea that; notion that; assumption that;
        theory that; assessment that; confidence that in; impression that; thought on that; understanding of that;
        estimate that of; prediction that of; expectation that; conviction that; judgment that; judgement that;
        consensus on that; conclusion that; sense that
    """,
    CueClass.FINDING: """
        finding that;
        verdict that; evidence that of; discovery that; proof that of; ruling that on; revelation that of about
    """,
    CueClass.CONFIRMATION: """
        confirmation that of
    """,
    CueClass.ADMISSION: """
        admission that of; acknowledgment that of; acknowledgement that of; concession that; confession that of to;
        apology for; recognition that of
    """,
    CueClass.DENIAL: """
        denial that of; rejection of; rebuttal of; refutation of
    """,
    CueClass.DOUBT: """
        doubt about that over; skepticism about that; scepticism about that; uncertainty about over
    """,
    CueClass.ACCUSATION: """
        accusation that of against about; allegation that of against about; charge that of against; suspicion that
        of about; blame for on; lawsuit against
    """,
    CueClass.HEDGE: """
        speculation that about; hint that of; rumor that of about; rumour that of about; hypothesis that;
        insinuation that; theory of; chatter about that; gossip about that
    """,
    CueClass.QUESTION: """
        question about that of on over; query about; debate about that over
    """,
    CueClass.DIRECTIVE: """
        call for to; demand that for; request that to; proposal for to that; recommendation that for to; order that
    """,
    CueClass.INTENTION: """
        promise to that of; pledge to that; vow to that; plan to for; decision to on; desire to for; hope that of
        for; refusal to; intention to of; commitment to; reluctance to; willingness to; unwillingness to; proponent
        of; opposition to; threat to; inclination to; allegiance to
    """,
    CueClass.EMOTION: """
        fear that of about; concern about that over; worry that about; anxiety about; alarm about that; regret that
        for; anger over about at; enthusiasm for; respect for; passion for
    """,
    CueClass.APPROVAL: """
        praise for of; approval of; embrace of; favor of; defender of; advocate for
    """,
    CueClass.DISAPPROVAL: """
        criticism of on over about; attack on against; condemnation of; denunciation of; critique of; campaign
        against; critic of; turn against; rejection of
    """,
}

_ADJECTIVES: Final = {
    CueClass.BELIEF: """
        confident that about; sure that; certain that; convinced that; optimistic that about; hopeful that; positive
        that
    """,
    CueClass.KNOWLEDGE: """
        aware that of; mindful that of; cognizant of; conscious that of
    """,
    CueClass.DOUBT: """
        skeptical that of about; sceptical that of about; doubtful that about; unsure that about; uncertain that
        about; dubious about that; unconvinced that
    """,
    CueClass.EMOTION: """
        afraid that of; worried that about; concerned that about with; happy that with about; glad that; proud that
        of; sorry that for about; angry that about at; upset that about with; disappointed that in with; surprised
        that by; pleased that with; frustrated with that; fearful that of; adamant that about; critical of;
        supportive of; wary of; clear that about; grateful for that; thankful for that; excited about that; eager
        to; willing to; unwilling to; reluctant to; opposed to; interested in; sympathetic to; unhappy with that;
        vocal about; outspoken about; appalled by; ashamed of
    """,
}

# Adverbs that make a statement somebody's without saying whose.
HEARSAY_ADVERBS: Final = MappingProxyType(
    {"allegedly": CueClass.ACCUSATION} | dict.fromkeys(("reportedly", "purportedly", "supposedly"), CueClass.DISTANCING)
)

# Prepositional cues, as sequences of lower-case words; what follows (or the possessor within) is the source.
PREPOSITIONAL_CUES: Final = (
    ("according", "to"),
    ("per",),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
    ("in", "the", "eyes", "of"),
    ("as", "per"),
    ("courtesy", "of"),
)

# Verbs that may stand beside a direct quotation without any complement in the parse.
QUOTING_EXTRA: Final = frozenset(
    """
    begin conclude go ask laugh sigh smile start finish add offer thunder roar intone deadpan reply cry
    snap
    """.split()
)
# Objects under which an accusation or a claim of responsibility hides: "claimed responsibility for the blast".
RESPONSIBILITY_NOUNS: Final = frozenset({"responsibility", "credit", "blame"})

Constructions = Mapping[str, CueClass]


def _read(table: Mapping[CueClass, str]) -> Mapping[str, Constructions]:
    found: dict[str, dict[str, CueClass]] = {}
    for cue_class, block in table.items():
        for entry in block.split(";"):
            lemma, *kinds = entry.split()
            for kind in kinds or ["that"]:
                found.setdefault(lemma, {}).setdefault(kind, cue_class)
    return MappingProxyType({lemma: MappingProxyType(kinds) for lemma, kinds in found.items()})


VERBS: Final = _read(_VERBS)
NOUNS: Final = _read(_NOUNS)
ADJECTIVES: Final = _read(_ADJECTIVES)

# Who may stand before the colon of a headline, or after "per", without being a name.
SPEAKER_NOUNS: Final = frozenset(
    """
    poll report source study survey police official officials authorities authority ministry minister
    spokesman spokeswoman spokesperson expert analyst court witness prosecutor investigator government
    army military president mayor governor sources experts analysts witnesses prosecutors agency
    commission panel inquiry review memo document lawyer editorial opinion scientist researcher
    scientists researchers doctor doctors union company airline operator
    """.split()
)
AGENCIES: Final = frozenset(
    "reuters ap afp tass interfax xinhua upi dpa ansa efe pa ria aap anadolu kyodo pti ani bloomberg".split()
)
# What can be cited as if it spoke.
DOCUMENTS: Final = frozenset(
    """
        report document paper memo log record statement article letter file cable dossier transcript study review
        account testimony survey assessment affidavit filing complaint ruling note post message email communique
        communiqué source
    """.split()
)
