package lianqiao.identity;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one spelling of a contact. Signs that a provider says it ignores are left out for that provider only: elsewhere a dot
 * or a plus may well be another person, and two people must never become one. The table stands in docs/decisions/vault.md.
 */
final class Canonical {
    private static final String DOTS = ".";
    private static final String NOTHING = "";
    private static final Map<String, Provider> PROVIDERS = List.of(
            new Provider(List.of("gmail.com", "googlemail.com"), DOTS),
            new Provider(List.of("outlook.com"), NOTHING), new Provider(List.of("hotmail.com"), NOTHING), new Provider(List.of("live.com"), NOTHING),
            new Provider(List.of("icloud.com", "me.com", "mac.com"), NOTHING),
            new Provider(List.of("proton.me", "protonmail.com", "pm.me", "protonmail.ch"), "._-"),
            new Provider(List.of("fastmail.com"), NOTHING), new Provider(List.of("fastmail.fm"), NOTHING),
            new Provider(List.of("yandex.ru", "ya.ru", "yandex.com", "yandex.by", "yandex.kz"), ".-")).stream()
            .flatMap(provider -> provider.domains().stream().map(domain -> Map.entry(domain, provider)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Scripts that people who write Chinese, Japanese or Korean mix with Latin letters every day. */
    private static final List<Set<UnicodeScript>> HANDS = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private Canonical() {}

    /**
     * Domains that are one house, where everything behind a plus is the owner's own note.
     *
     * @param ignored signs before the @ that make no difference there
     */
    private record Provider(List<String> domains, String ignored) {
        String box(String local) {
            int plus = local.indexOf('+');
            var name = plus > 0 ? local.substring(0, plus) : local;
            var box = name.codePoints().filter(c -> ignored.indexOf(c) < 0).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            return (box.isEmpty() ? local : box) + "@" + domains.getFirst();
        }
    }

    static String email(String address) {
        var text = Normalizer.normalize(address, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        var domain = plain(text.substring(at + 1).replaceFirst("\\.$", ""));
        var provider = PROVIDERS.get(domain);
        return provider == null ? text.substring(0, at) + "@" + domain : provider.box(text.substring(0, at));
    }

    /** The number as one dials it at home; a mobile number needs no 0 before it. */
    static String phone(String digits) {
        return digits.replaceFirst("^0(?=1[3-9]\\d{9}$)", "");
    }

    /** A domain in the letters the network knows (punycode); one that it cannot know stays as it is. */
    private static String plain(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notOne) {
            return domain;
        }
    }

    /** Whether the letters of each part between dots belong together; digits and signs belong everywhere. */
    static boolean isInOneHand(String text) {
        return List.of(text.split("[.@+_-]")).stream().map(Canonical.SCRIPTS).allMatch(scripts ->
                scripts.size() <= 1 || HANDS.stream().anyMatch(hand -> hand.containsAll(scripts)));
    }

    private static final Function<String, Set<UnicodeScript>> SCRIPTS = part -> part.codePoints().filter(Character::isLetter)
            .mapToObj(UnicodeScript::of).filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED).collect(Collectors.toSet());
}
