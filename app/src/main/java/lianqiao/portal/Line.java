package lianqiao.portal;

import lianqiao.base.Text;
import lianqiao.cases.CaseLine;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param office who is at it; null while nobody is
 */
public record Line(CaseLine of, Standing standing, Text service, Text place, @Nullable Text office) {}
