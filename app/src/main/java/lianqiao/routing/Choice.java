package lianqiao.routing;

import lianqiao.base.Public;

/** A label and how likely it is, between 0 and 1, as calibrated on messages that were not trained on. */
public record Choice(String label, double probability) implements Public {}
