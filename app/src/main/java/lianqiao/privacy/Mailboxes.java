package lianqiao.privacy;

import java.util.List;
import java.util.Locale;
import lianqiao.privacy.Detail.Kind;

/** E-mail addresses: the sign, up to 64 places before it and a name with a dot behind it, as RFC 5321 bounds them. */
final class Mailboxes {
    private Mailboxes() {}

    static void find(String text, Speaker speaker, List<Detail> found) {
        for (int i = 1; i < text.length() - 3; i++) {
            if (text.charAt(i) != '@' && text.charAt(i) != '\uff20') continue;
            int from = i;
            while (from > 0 && i - from < 64 && isLocal(text.charAt(from - 1))) from--;
            int to = domainEnd(text, i + 1);
            if (from == i || to == 0) continue;
            var domain = text.substring(i + 1, to).toLowerCase(Locale.ROOT);
            if (speaker == Speaker.OFFICE && (domain.endsWith(".gov.cn") || domain.equals("gov.cn"))) continue;
            found.add(new Detail(Kind.EMAIL, from, to));
        }
    }

    /** The index after a domain with at least one dot and a last label of two letters or more; 0 when there is none. */
    private static int domainEnd(String text, int from) {
        int to = from;
        while (to < text.length() && to - from < 255 && (isName(text.charAt(to)) || text.charAt(to) == '.')) to++;
        while (to > from && !isLetter(text.charAt(to - 1))) to--;
        int dot = text.lastIndexOf('.', to - 1);
        return dot > from && to - dot > 2 ? to : 0;
    }

    private static boolean isLocal(char c) {
        return isName(c) || c == '.' || c == '_' || c == '%' || c == '+';
    }

    private static boolean isName(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '-';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
