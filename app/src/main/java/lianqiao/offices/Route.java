package lianqiao.offices;

import lianqiao.base.Public;

/** Where a case goes first, and why. */
public record Route(OfficeCode lead, RuleMatch why) implements Public {}
