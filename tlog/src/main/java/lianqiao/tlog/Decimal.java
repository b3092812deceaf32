package lianqiao.tlog;

import java.util.OptionalLong;

/** Sizes and indexes as the specifications write them: ASCII digits, no sign, no leading zero, at most 2^63-1. */
final class Decimal {
    private Decimal() {}

    static OptionalLong read(String text) {
        if (text.isEmpty() || text.length() > 19 || text.length() > 1 && text.charAt(0) == '0') return OptionalLong.empty();
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return OptionalLong.empty();
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();   // 19 digits above 2^63-1
        }
    }
}
