package onegrid.store;

import onegrid.finding.FindingCode;

/** How many findings have one code. */
public record FindingCount(FindingCode code, int count) {}
