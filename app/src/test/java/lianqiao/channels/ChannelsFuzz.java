package lianqiao.channels;

import static lianqiao.fuzz.Target.promise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.fuzz.Target;

public final class ChannelsFuzz {
    public static final List<Target> TARGETS = List.of(new Target("case-import", ChannelsFuzz::caseImport).slow(), Target.ofText("import-row", ChannelsFuzz::row).slow(),
            Target.ofText("topic", ChannelsFuzz::topic), Target.ofText("letter-token", ChannelsFuzz::token));
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CaseNumber NUMBER = CaseNumber.of("20261123", 1);
    private static final Seal SEAL = new Seal(new byte[32]);
    private static final Path FILE = Target.scratch().resolve("file.csv");

    private ChannelsFuzz() {}

    private static void caseImport(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        var report = CaseImport.take(FILE, ZONE, NOW, _ -> {}, row -> {
            promise(!row.title().isBlank() && row.title().length() <= 200 && !row.receivedAt().isAfter(NOW), "a row that is taken is within its bounds");
            return row.text().length() % 2 == 0 ? Outcome.done(NUMBER) : Outcome.refused("cases.refused.already-here");
        });
        promise(report.failed() >= report.faults().size(), "every fault is counted");
    }

    /** One row, its cells divided by bars: id, title, text, times and the rest. */
    private static void row(String text) {
        var cells = text.split("\\|", -1);
        var names = List.of("id", "title", "text", "received", "answer", "answered", "service", "area", "office", "kind");
        CaseRow.read(name -> java.util.Optional.of(names.indexOf(name)).filter(at -> at >= 0 && at < cells.length).map(at -> cells[at]), ZONE, NOW);
        CaseRow.split(text);
        CaseRow.columnNamed(text);
    }

    private static void topic(String text) {
        Topic.read(text).ifPresent(read -> promise(read.text().equals(text), "a topic reads as itself"));
    }

    private static void token(String text) {
        SEAL.standsFor(text).ifPresent(id -> promise(!SEAL.isGenuine(text, id, "leave") || text.equals(SEAL.token(id, "leave")), "a token has one spelling"));
        promise(!SEAL.isGenuine(text, new UUID(1, 2), "leave") || text.equals(SEAL.token(new UUID(1, 2), "leave")), "nobody makes up a token");
    }
}
