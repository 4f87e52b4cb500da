"""The period dimension of a fact, in OIM's form: midnights, the end exclusive."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

_DAY = timedelta(days=1)


class Period(NamedTuple):
    """An instant (``start`` is None) or a duration, without time zones; the end of a day is the next midnight.

    A period that is *forever* is no Period: the fact has none. Follows OIM 1.0 section 2.1.2 (period core dimension),
    https://www.xbrl.org/Specification/oim/REC-2021-10-13+errata-2023-04-19/oim-REC-2021-10-13+corrected-errata-2023-04-19.html
    """

    start: datetime | None
    end: datetime

    @classmethod
    def instant(cls, day: date) -> "Period":
        """The end of `day`, as a balance sheet date means it."""
        return cls(None, _midnight(day) + _DAY)

    @classmethod
    def duration(cls, first_day: date, last_day: date) -> "Period":
        """The days from `first_day` to `last_day`, both included; raises ValueError if they are in the wrong order."""
        if last_day < first_day:
            raise ValueError(f"a duration cannot end on {last_day} before it starts on {first_day}")
        return cls(_midnight(first_day), _midnight(last_day) + _DAY)

    @property
    def is_instant(self) -> bool:
        """Whether this is a moment rather than a stretch of time."""
        return self.start is None

    @property
    def first_day(self) -> date | None:
        """The first day of a duration, None for an instant."""
        return None if self.start is None else self.start.date()

    @property
    def last_day(self) -> date:
        """The last day that belongs to the period: the day before the midnight at which it ends."""
        ends_a_day = self.end.time() == time() and self.end.date() > date.min
        return (self.end - _DAY).date() if ends_a_day else self.end.date()

    @property
    def opening(self) -> "Period":
        """The instant at which a duration starts; an instant is its own opening."""
        return self if self.start is None else Period(None, self.start)

    @property
    def closing(self) -> "Period":
        """The instant at which the period ends."""
        return self if self.start is None else Period(None, self.end)

    @property
    def sort_key(self) -> tuple[datetime, datetime]:
        """Order by end, then by start; an instant comes after the durations that end with it."""
        return (self.end, self.start or self.end)

    def __str__(self) -> str:
        if self.start is None:
            return str(self.last_day)
        return f"{self.first_day}/{self.last_day}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
