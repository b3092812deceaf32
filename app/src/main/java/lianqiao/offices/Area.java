package lianqiao.offices;

import lianqiao.base.Public;
import lianqiao.base.Text;
import org.jspecify.annotations.Nullable;

/** A part of the city: the city itself (no parent), a district or county, a street or town. */
public record Area(AreaCode code, @Nullable AreaCode parent, Text name) implements Public {}
