package lianqiao.privacy;

import java.util.List;
import java.util.Locale;
import lianqiao.privacy.Detail.Kind;

/**
 * Accounts of WeChat and QQ. They have no shape of their own, so only what is called one is found: the word, at most
 * eight characters that lead over to it, then six to twenty letters, digits, hyphens and underscores beginning with a
 * letter (five to twelve digits for QQ). Without a leading-over sign the account must hold a digit or a hyphen, or it is just a word.
 */
final class Accounts {
    private static final List<String> CALLED = List.of("微信", "薇信", "威信", "weixin", "wechat", "v信", "vx", "wx", "qq");
    private static final String LEADING = " \u3000:：=号码是为加我的“\"「(（";
    /** Signs after which even a plain word is an account. */
    private static final String NAMING = ":：=号是为";
    private static final int MOST_LEADING = 8;

    private Accounts() {}

    static void find(String text, List<Detail> found) {
        var small = lower(text);
        for (int i = 0; i < small.length(); i++) {
            int after = called(small, i);
            if (after > 0) account(small, i, after, found);
        }
    }

    /** Small letters, place by place; some letters grow when made small, so that everything else stays as it is. */
    private static String lower(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        return small.length() == text.length() ? small : text;
    }

    /** The index after the word that calls an account by its name and begins here, or 0. */
    private static int called(String text, int at) {
        char c = text.charAt(at);
        if (c != '微' && c != '薇' && c != '威' && c != 'w' && c != 'v' && c != 'q') return 0;
        if (c < 0x80 && at > 0 && isPart(text.charAt(at - 1))) return 0;
        for (var name : CALLED) if (text.startsWith(name, at)) return at + name.length();
        return 0;
    }

    private static void account(String text, int name, int after, List<Detail> found) {
        int from = after;
        boolean named = false;
        for (; from < text.length() && from - after < MOST_LEADING; from++) {
            if (text.startsWith("id", from)) {
                from++;
                named = true;
            } else if (LEADING.indexOf(text.charAt(from)) < 0) break;
            else named |= NAMING.indexOf(text.charAt(from)) >= 0;
        }
        int to = from;
        while (to < text.length() && to - from <= 21 && isPart(text.charAt(to))) to++;
        if (isAccount(text.substring(from, to), named, text.charAt(name) == 'q')) found.add(new Detail(Kind.ACCOUNT, from, to));
    }

    private static boolean isAccount(String account, boolean named, boolean qq) {
        if (account.isEmpty()) return false;
        if (account.chars().allMatch(c -> c >= '0' && c <= '9')) return account.length() >= (qq ? 5 : 7) && account.length() <= 12;
        boolean possible = account.length() >= 6 && account.length() <= 20 && account.charAt(0) >= 'a';
        return possible && (named || account.chars().anyMatch(c -> c < 'a'));
    }

    private static boolean isPart(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}
