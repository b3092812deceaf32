package lianqiao.offices;

import lianqiao.base.Public;
import org.jspecify.annotations.Nullable;

/** A row of the routing list (派单目录): cases of this service in this area go to this office. Null means: whatever it is. */
public record RoutingRule(@Nullable ServiceCode service, @Nullable AreaCode area, OfficeCode office, boolean active)
        implements Public {}
