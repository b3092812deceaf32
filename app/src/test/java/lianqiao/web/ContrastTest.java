package lianqiao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Reads the tokens of the style sheet and computes the contrast of what stands on what, in both schemes (WCAG 2.2, 1.4.3 and 1.4.11). */
class ContrastTest {
    private static final List<String> GROUNDS = List.of("ground", "surface", "tint");
    private static final List<String> TEXTS = List.of("ink", "ink-soft", "action", "danger", "warning", "done", "calm");

    @Test void everyTextIsReadableOnEveryGroundInBothSchemes() throws Exception {
        for (var scheme : schemes().entrySet()) {
            for (var text : TEXTS) for (var ground : GROUNDS) atLeast(4.5, scheme, text, ground);
            for (var tone : List.of("action", "danger", "warning", "done", "calm")) atLeast(4.5, scheme, tone, tone + "-tint");
            for (var tone : List.of("action", "danger", "done")) atLeast(4.5, scheme, "on-" + tone, tone);
            for (var text : List.of("ink", "ink-soft")) atLeast(4.5, scheme, text, "internal-tint");
            atLeast(7, scheme, "action", "ground");
            atLeast(7, scheme, "ink", "ground");
        }
    }

    @Test void edgesOfFieldsAndTheFocusRingCanBeSeen() throws Exception {
        for (var scheme : schemes().entrySet()) {
            for (var ground : GROUNDS) atLeast(3, scheme, "line-strong", ground);
            for (var ground : GROUNDS) {
                var ring = Math.max(ratio(scheme.getValue(), "gold", ground), ratio(scheme.getValue(), "focus-inner", ground));
                assertTrue(ring >= 3, scheme.getKey() + " focus on " + ground + " " + ring);
            }
        }
    }

    @Test void theContrastOfBlackOnWhiteIsTwentyOne() {
        assertEquals(21, ratio(Map.of("a", "#000000", "b", "#ffffff"), "a", "b"), 0.01);
    }

    private static void atLeast(double least, Map.Entry<String, Map<String, String>> scheme, String front, String back) {
        var ratio = ratio(scheme.getValue(), front, back);
        assertTrue(ratio >= least, "%s: %s on %s has %.2f, needs %.1f".formatted(scheme.getKey(), front, back, ratio, least));
    }

    private static double ratio(Map<String, String> tokens, String front, String back) {
        double one = luminance(tokens.get(front));
        double two = luminance(tokens.get(back));
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int part) {
        double c = part / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Map<String, String>> schemes() throws Exception {
        var sheet = new ClassPathResource("static/look.css").getContentAsString(StandardCharsets.UTF_8);
        int dark = sheet.indexOf("prefers-color-scheme: dark");
        var light = tokens(sheet.substring(0, dark));
        var both = new HashMap<>(light);
        both.putAll(tokens(sheet.substring(dark, sheet.indexOf("/* Type */"))));
        return Map.of("light", light, "dark", both);
    }

    private static Map<String, String> tokens(String part) {
        var found = new HashMap<String, String>();
        Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})").matcher(part).results().forEach(one -> found.put(one.group(1), one.group(2)));
        return found;
    }
}
