"""How timely the portal is, what was published when and by whom, and what lacks a translation. Pure, of no host."""

from newsportal.reporting.encode import as_record
from newsportal.reporting.links import OutboundLink, outbound_links
from newsportal.reporting.report import make_report
from newsportal.reporting.values import LAWFUL_DAYS, Counts, Delay, Delays, Report

__all__ = [
    "LAWFUL_DAYS",
    "Counts",
    "Delay",
    "Delays",
    "OutboundLink",
    "Report",
    "as_record",
    "make_report",
    "outbound_links",
]
