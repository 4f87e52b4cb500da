"""What a regulator or market wants of a report, as data: one YAML file each, and no branch in the code."""

from xbrlgen.profiles.loading import load_profile, profile_names
from xbrlgen.profiles.profile import Profile

__all__ = ["Profile", "load_profile", "profile_names"]
