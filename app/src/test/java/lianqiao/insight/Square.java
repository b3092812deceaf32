package lianqiao.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import lianqiao.base.Contribution;
import lianqiao.base.Contribution.Kind;
import lianqiao.base.Language;

/** A town square for tests: invented people say invented things on the days the test names. */
final class Square {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Instant NOW = at(TODAY).plusSeconds(3600);

    final List<Saying> said = new ArrayList<>();

    static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }

    /** Somebody verified says something in own words. */
    Saying says(long voice, LocalDate day, String title, String text) {
        return says(voice, day, title, text, -1, 0, true, Fate.OPEN);
    }

    Saying says(long voice, LocalDate day, String title, String text, long letter, int likes, boolean verified, Fate fate) {
        long key = said.size() + 1;
        var contribution = new Contribution(key, Kind.CASE, "20261123-%06d".formatted(key), "s", Language.of(title + text), title, text, at(day), voice,
                verified, false, likes, "area", "s");
        var saying = new Saying(contribution, letter < 0 ? key : letter, fate);
        said.add(saying);
        return saying;
    }
}
