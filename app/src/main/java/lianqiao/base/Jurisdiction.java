package lianqiao.base;

import java.util.regex.Pattern;

/**
 * The place whose government answers here, for example {@code demo} or {@code cn-3301}: 2 to 32 lower-case letters,
 * digits and hyphens. It begins every key in the database, so that an installation can be spread over several
 * machines by place.
 */
public record Jurisdiction(String code) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    public Jurisdiction {
        if (!SHAPE.matcher(code).matches()) throw new IllegalArgumentException("not a jurisdiction code: " + code);
    }

    @Override public String toString() {
        return code;
    }
}
