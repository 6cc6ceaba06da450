"""The eight screens: their addresses, their names, the key that leads there after `g`."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen of the workbench."""

    path: str
    name: str
    key: str
    what: str


SCREENS: Final = (
    Screen(path="/", name="Overview", key="o", what="The answers, and what moved them"),
    Screen(path="/matrix", name="Matrix", key="m", what="How each piece of evidence fits each answer"),
    Screen(path="/reader", name="Reader", key="r", what="The reports, their claims marked"),
    Screen(path="/claims", name="Claims", key="c", what="Who claims what, in how many wordings"),
    Screen(path="/sources", name="Sources", key="s", what="Who relays whom, and for whom they speak"),
    Screen(path="/timeline", name="Timeline", key="t", what="When and where: events, reports, the judgement"),
    Screen(path="/whatif", name="What-if", key="w", what="Try changes, and see the judgement answer"),
    Screen(path="/report", name="Report", key="p", what="The page to send"),
)
