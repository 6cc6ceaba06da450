"""The closed word lists of the records (DESIGN section 3): one word, one meaning."""

from enum import StrEnum


class Polarity(StrEnum):
    """Whether the holder says it is so or says it is not so."""

    ASSERT = "assert"
    DENY = "deny"


class Certainty(StrEnum):
    """What the holder expresses. NONE with ASSERT is a mention nobody commits to."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    NONE = "none"


class Stance(StrEnum):
    """How whoever passes a claim on stands to it."""

    ENDORSES = "endorses"
    REPORTS = "reports"
    DISTANCES = "distances"


class Modality(StrEnum):
    """What kind of speech act a claim is."""

    ASSERTION = "assertion"
    ACCUSATION = "accusation"
    DENIAL = "denial"
    ADMISSION = "admission"
    CLAIM_OF_RESPONSIBILITY = "claim_of_responsibility"
    FINDING = "finding"
    OPINION = "opinion"
    QUESTION = "question"
    CONDITIONAL = "conditional"


class Slot(StrEnum):
    """What a proposition fills in about an event."""

    RESPONSIBLE = "responsible"  # value: the actor said to have done it
    CAUSE = "cause"  # value: a mechanism without an actor (accident, failure, gas leak)
    COUNT = "count"  # value: the number as written; unit: what is counted
    STATEMENT = "statement"  # anything else


class MentionRole(StrEnum):
    """Where in its clause an actor stands."""

    AGENT = "agent"
    TARGET = "target"
    PLACE = "place"  # in Moscow, from Paris: where, not who
    OTHER = "other"


class CopyKind(StrEnum):
    """How one document was made from another."""

    VERBATIM = "verbatim"
    NEAR = "near"
    REWRITE = "rewrite"
    RELAY = "relay"


class SourceKind(StrEnum):
    """What kind of speaker a source is; UNKNOWN where the text does not say."""

    OUTLET = "outlet"
    AGENCY = "agency"
    STATE_BODY = "state_body"
    OFFICIAL = "official"
    UNNAMED_OFFICIALS = "unnamed_officials"
    EXPERT_BODY = "expert_body"
    EXPERT = "expert"
    COURT = "court"
    WITNESS = "witness"
    ARMED_GROUP = "armed_group"
    ACCOUNT = "account"
    PERSON = "person"
    UNKNOWN = "unknown"


class Grade(StrEnum):
    """How reliable a source is, apart from how credible one piece of its information is (NATO AJP-2.1)."""

    A = "A"  # completely reliable
    B = "B"  # usually reliable
    C = "C"  # fairly reliable
    D = "D"  # not usually reliable
    E = "E"  # unreliable
    F = "F"  # reliability cannot be judged


class Party(StrEnum):
    """How a source's camp is tied to the event asked about. A camp may be accused and the target at once."""

    ACCUSED = "accused"  # somebody says that the camp did it
    TARGET = "target"  # it was done to the camp, or on its ground
    NONE = "none"  # the camp is known, and neither
    UNKNOWN = "unknown"  # the camp is not known


class DecisionKind(StrEnum):
    """What an analyst decides."""

    CONFIRM_COPY = "confirm_copy"  # a report was made from another
    CUT_COPY = "cut_copy"  # a report was not made from another
    MERGE_SOURCES = "merge_sources"  # two sources are the same
    SPLIT_SOURCE = "split_source"  # some names of a source are somebody else's
    GRADE_SOURCE = "grade_source"  # how reliable a source is
    SET_KIND = "set_kind"  # what kind of source it is
    SET_CAMP = "set_camp"  # for whom a source speaks
    SET_ACCESS = "set_access"  # whether a source examined the evidence
    SET_STAKE = "set_stake"  # what a source has at stake in an answer
    ADD_HYPOTHESIS = "add_hypothesis"  # an answer the machine did not find
    MERGE_HYPOTHESES = "merge_hypotheses"  # two answers are the same
    SPLIT_HYPOTHESIS = "split_hypothesis"  # some names of an answer are another answer's
    RENAME_HYPOTHESIS = "rename_hypothesis"  # what an answer is called
    RELATE_HYPOTHESES = "relate_hypotheses"  # how one answer stands to another
    ADD_QUESTION = "add_question"  # a question beside those found
    WORD_QUESTION = "word_question"  # how a question is put
    CHOOSE_QUESTION = "choose_question"  # which question the case answers
    SET_FORGED = "set_forged"  # whether the thing a piece of evidence rests on is forged
    RATE_CELL = "rate_cell"  # how well a piece of evidence fits an answer
    SET_PRIOR = "set_prior"  # how likely an answer is before any evidence
    KEEP_SCENARIO = "keep_scenario"  # a set of changes to try on the judgement
    RESOLVE = "resolve"  # which answer turned out to be true
    ACCEPT_CLAIM = "accept_claim"  # a claim was read right
    REJECT_CLAIM = "reject_claim"  # nobody claims that
    FIX_CLAIM = "fix_claim"  # whose a claim is, how it is put, or where it stands
    PLACE_CLAIM = "place_claim"  # which event a claim speaks of
    MERGE_CLAIMS = "merge_claims"  # two claims say the same
    SPLIT_CLAIMS = "split_claims"  # two claims do not say the same
    SET_DEPENDENCE = "set_dependence"  # two sources or origins do not speak independently
    CUT_DEPENDENCE = "cut_dependence"  # two sources or origins speak independently
    WITHDRAW = "withdraw"  # an earlier decision is taken back


class ReviewKind(StrEnum):
    """What an analyst's decision made of a claim."""

    ACCEPTED = "accepted"  # it was checked, and read right
    REJECTED = "rejected"  # it counts nowhere
    FIXED = "fixed"  # parts of it were read anew
    PLACED = "placed"  # it was said which event it speaks of
    MERGED = "merged"  # it says the same as another, and counts once with it
    SPLIT = "split"  # it does not say the same as another


class ChangeKind(StrEnum):
    """What a scenario changes, to see what becomes of the judgement."""

    DROP = "drop"  # a piece of evidence, a source or an origin is left out
    REGRADE = "regrade"  # a source has another grade
    DEPENDENT = "dependent"  # sources or origins do not speak independently of each other
    PRIOR = "prior"  # an answer has another probability before any evidence
    SUPPOSE = "suppose"  # an indicator was seen, or was not
    FORGED = "forged"  # the thing a piece of evidence rests on is forged, or is genuine


class Forgery(StrEnum):
    """Whether a thing that evidence rests on is what it pretends to be."""

    FORGED = "forged"  # made, staged, altered or planted to deceive
    GENUINE = "genuine"  # what it is shown as
    UNKNOWN = "unknown"  # left to what the reports say


class PartKind(StrEnum):
    """What is left out to see how a judgement hangs on it."""

    ORIGIN = "origin"
    HOLDER = "holder"


class SwingKind(StrEnum):
    """What is moved through its range to see how far a judgement moves with it."""

    SETTING = "setting"  # a setting of the weighing
    PRIOR = "prior"  # how likely an answer was before any evidence
    ACCESS = "access"  # whether a speaker examined the evidence
    INTEREST = "interest"  # whether a speaker has an interest in what it says


class Access(StrEnum):
    """How near a holder was to the evidence."""

    EXAMINED = "examined"
    BRIEFED = "briefed"
    COMMENTS = "comments"
    UNKNOWN = "unknown"


class Interest(StrEnum):
    """What a holder's camp has at stake in one hypothesis."""

    ACCUSED = "accused"  # the hypothesis says the holder's own camp did it
    RIVAL = "rival"  # the hypothesis says the camp's opponent did it
    NONE = "none"
    UNKNOWN = "unknown"


class RelationKind(StrEnum):
    """How one claim stands to another."""

    REPEATS = "repeats"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    REFINES = "refines"
    DRIFT = "drift"


class DriftKind(StrEnum):
    """What a relay changed of what its source said."""

    EVENT_MOVED = "event_moved"  # said of one event, told of another
    HEDGE_LOST = "hedge_lost"  # a hedge was dropped or strengthened
    NUMBER_GROWN = "number_grown"  # a count, range or bound grew
    POSSIBILITY_TO_FACT = "possibility_to_fact"  # what could happen is told as done
    ACTOR_WIDENED = "actor_widened"  # a person, unit or faction became a state or a movement


class DependenceKind(StrEnum):
    """Why two origins do not speak independently of each other."""

    SAME_HOLDER = "same_holder"  # one holder says it in both
    SAME_CAMP = "same_camp"  # speakers of one camp repeat one belief
    UNNAMED_OFFICIALS = "unnamed_officials"  # officials nobody names may be the same people
    SAME_ITEM = "same_item"  # both rest on one video, recording, picture or document
    RELAYS = "relays"  # one passes on what the other said
    DECIDED = "decided"  # an analyst says so


class Precision(StrEnum):
    """How exactly a time is known, the most exact first."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


class EventRelation(StrEnum):
    """How an event stands to the one asked about."""

    FOCAL = "focal"  # the one asked about
    PRIOR = "prior"  # it happened before
    RECIPROCAL = "reciprocal"  # the other side was struck at the same time
    LATER = "later"  # it happened afterwards: a retaliation, an arrest, a trial
    EXPECTED = "expected"  # planned, threatened or foreseen when it was told
    OTHER = "other"  # the reports tie it to the one asked about in none of these ways


class QuestionKind(StrEnum):
    """What a question asks for."""

    WHO = "who"
    WHAT = "what"
    CAUSE = "cause"
    COUNT = "count"
    WHETHER = "whether"


class QuestionAspect(StrEnum):
    """Which side of an event a question asks for. Who carried a deed out and who ordered it are two questions."""

    CARRIED_OUT = "carried_out"  # who did it
    ORDERED = "ordered"  # who had it done
    CAUSED = "caused"  # what brought it about
    DELIBERATE = "deliberate"  # whether somebody meant it
    HAPPENED = "happened"  # whether it took place at all
    MEANS = "means"  # with what it was done
    OWNER = "owner"  # whose weapon or tool it was, whoever used it
    ORIGIN_PLACE = "origin_place"  # from where it came
    COUNT = "count"  # how many of something there were
    OPEN = "open"  # anything else


class HypothesisRelationKind(StrEnum):
    """How one answer to a question stands to another."""

    EXCLUSIVE = "exclusive"  # not both
    OVERLAPS = "overlaps"  # both may be so
    SUBSUMES = "subsumes"  # the second is a case of the first: a state and its secret service


class EvidenceKind(StrEnum):
    """What an evidence link rests on."""

    TESTIMONY = "testimony"
    MOTIVE = "motive"
    MEANS = "means"
    OPPORTUNITY = "opportunity"
    PRECEDENT = "precedent"
    PATTERN = "pattern"
    PHYSICAL = "physical"
    DOCUMENT = "document"
    INTERCEPT = "intercept"
    IMAGE = "image"
    FINDING = "finding"
    ADMISSION = "admission"
    CLAIM_OF_RESPONSIBILITY = "claim_of_responsibility"
    DENIAL = "denial"
    RETRACTION = "retraction"  # the holder takes back what it had said
    ABSENCE = "absence"


class AbsenceKind(StrEnum):
    """What it means that something is not there."""

    DENIED = "denied"  # somebody says it is not so
    NOT_FOUND = "looked_not_found"  # somebody looked, and it was not there
    NOT_LOOKED = "not_looked"  # nobody looked, or was let look: it says nothing of what is there


class Direction(StrEnum):
    """Whether an evidence link speaks for or against its hypothesis."""

    FOR = "for"
    AGAINST = "against"


class Consistency(StrEnum):
    """An ACH cell: how well a piece of evidence fits a hypothesis."""

    VERY_CONSISTENT = "CC"
    CONSISTENT = "C"
    NEUTRAL = "N"
    INCONSISTENT = "I"
    VERY_INCONSISTENT = "II"
    NOT_APPLICABLE = "NA"


class AnalyticConfidence(StrEnum):
    """How solid the basis of a judgement is."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class PassageKind(StrEnum):
    """What a passage is in the layout of its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    BLOCK_QUOTE = "block_quote"
