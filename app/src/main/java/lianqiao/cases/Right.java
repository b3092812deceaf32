package lianqiao.cases;

import lianqiao.base.Public;

/** The right that somebody says an entry violates. */
public enum Right implements Public { REPUTATION, PRIVACY, LIKENESS, COPYRIGHT, OTHER }
