package lianqiao.base;

/**
 * Marks what anyone may read. A type marked so has no field, however deep, that could hold a person:
 * a house test refuses it. Rooms that count or publish see the subject rooms only through such types.
 */
public interface Public {}
