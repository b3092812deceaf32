package lianqiao.search;

import lianqiao.base.CaseNumber;
import lianqiao.base.Public;

/** A public case whose words are like those just written; {@code score} only orders the cases of one answer. */
public record Similar(CaseNumber number, double score) implements Public {}
