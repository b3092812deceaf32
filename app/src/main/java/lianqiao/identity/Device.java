package lianqiao.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a browser says about itself, made so coarse that it helps its owner to recognise it and tells nobody apart. */
final class Device {
    private static final List<Named> BROWSERS = List.of(new Named("MicroMessenger/", "WeChat"), new Named("Edg(A|iOS)?/", "Edge"),
            new Named("OPR/", "Opera"), new Named("(Firefox|FxiOS)/", "Firefox"), new Named("(Chrome|CriOS|Chromium)/", "Chrome"), new Named("Safari/", "Safari"));
    private static final List<Named> SYSTEMS = List.of(new Named("HarmonyOS|OpenHarmony", "HarmonyOS"), new Named("Android", "Android"),
            new Named("iPhone|iPad", "iOS"), new Named("Windows", "Windows"), new Named("Mac OS X|Macintosh", "macOS"), new Named("Linux|X11", "Linux"));
    private static final int LOOKED_AT = 400;

    private record Named(Pattern sign, String name) {
        Named(String sign, String name) {
            this(Pattern.compile(sign), name);
        }
    }

    private Device() {}

    /** {@code Firefox · Android}, or as much of it as can be told; empty when nothing can. */
    static String of(@Nullable String userAgent) {
        var text = userAgent == null ? "" : userAgent.substring(0, Math.min(userAgent.length(), LOOKED_AT));
        var browser = first(BROWSERS, text);
        var system = first(SYSTEMS, text);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String first(List<Named> names, String text) {
        return names.stream().filter(n -> n.sign().matcher(text).find()).map(Named::name).findFirst().orElse("");
    }
}
