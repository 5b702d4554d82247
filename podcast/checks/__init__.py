"""What is wrong or weak in a script: an editor who has read the article."""

from podcast.checks.check import check, decode, language_of, look
from podcast.checks.finding import Figures, Finding, HostFigures, Report

__all__ = ["Figures", "Finding", "HostFigures", "Report", "check", "decode", "language_of", "look"]
