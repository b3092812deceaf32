package lianqiao.authenticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import lianqiao.house.Written;
import org.junit.jupiter.api.Test;

/** The page of the limits is written from the table, and every row of the table is asked somewhere. */
class LimitsPageTest {
    private static final Path MAIN = Path.of("src", "main", "java", "lianqiao");

    @Test void thePageOfTheLimitsIsWhatTheTableSays() {
        Written.same(Path.of("..", "docs", "limits.md"), page());
    }

    /** The alarm asks for the sum itself; those of the sign-in by code are for the room that will send codes. */
    @Test void everyRowIsAskedSomewhere() throws Exception {
        try (var files = Files.walk(MAIN)) {
            var code = new StringBuilder();
            for (var file : files.filter(f -> f.toString().endsWith(".java") && !f.startsWith(MAIN.resolve("authenticity"))).toList()) code.append(Files.readString(file));
            var idle = Arrays.stream(Limit.values()).map(Enum::name).filter(name -> !code.toString().contains("Limit." + name))
                    .filter(name -> !name.contains("SIGN_IN_CODE") && !name.equals("WRONG_PASSWORD_PER_LOGIN")
                            && !name.equals("NEW_CASE_EVERYWHERE")).toList();
            assertEquals(java.util.List.of(), idle);
        }
    }

    /** Room identity may not know this one, so the numbers stand there once more. */
    @Test void theDelayOfALoginIsTheOneInTheTable() throws Exception {
        var store = Files.readString(MAIN.resolve("identity/DelayStore.java"));
        assertTrue(store.contains("d.failures < " + Limit.WRONG_PASSWORD_PER_LOGIN.near()), "so many without a wait");
        assertTrue(store.contains("interval '1 day'") && Limit.WRONG_PASSWORD_PER_LOGIN.window().equals(Duration.ofDays(1)));
    }

    private static String page() {
        return """
                # Limits

                Written by a test from `authenticity/Limit` (`LimitsPageTest`); do not edit. How these work together, and what they cannot do,
                stands in [decision 12](decisions/0012-floods.md); the switches of the operator in [operating.md](operating.md).

                No limit looks at what is said. Who is counted is known to the program only by a hash under a key that is drawn anew every
                day, stands in memory and is never written down; a prefix is /24 of IPv4 or /56 of IPv6. Each node counts for itself.

                | limit | free | most | in | per | beyond | scaled | why |
                |---|---|---|---|---|---|---|---|
                """ + Arrays.stream(Limit.values()).map(LimitsPageTest::row).collect(Collectors.joining()) + """

                - **free**: so many go through without anything being asked. **most**: so many go through at all.
                - **check**: from the first number on, the browser is asked for a little work, once for each form; without a script a short
                  wait does instead. From the second on: 429 with Retry-After, and all that was typed comes back in the form.
                - **check for all**: nobody is refused; from this number on everybody is asked for the check until it has been quiet for a while.
                - **refuse**: 429 with Retry-After, or the part in question is left out and the rest goes through.
                - **slow**: nothing is refused; it takes longer, or is not repeated.
                - **scaled**: raised and lowered with the operator's switch.
                """;
    }

    private static String row(Limit limit) {
        var beyond = limit.beyond().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        var most = switch (limit.beyond()) {
            case CHECK, REFUSE -> Integer.toString(limit.most());
            case CHECK_FOR_ALL, SLOW -> "–";
        };
        return "| `%s` | %d | %s | %s | %s | %s | %s | %s |%n".formatted(limit, limit.near(), most, span(limit.window()),
                limit.per().name().toLowerCase(Locale.ROOT), beyond, limit.isScaled() ? "yes" : "no", limit.why());
    }

    private static String span(Duration window) {
        if (window.toHours() > 0 && window.toMinutes() % 60 == 0) return window.toHours() + " h";
        return window.toMinutes() + " min";
    }
}
