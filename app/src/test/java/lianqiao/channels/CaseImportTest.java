package lianqiao.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import lianqiao.api.CaseExport;
import lianqiao.base.Language;
import lianqiao.calendar.WorkingCalendar;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.Cases;
import lianqiao.cases.Closing;
import lianqiao.cases.Rules;
import lianqiao.identity.FollowCodes;
import lianqiao.identity.Keys;
import lianqiao.offices.DirectoryFiles;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.town.TestDatabase;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseImportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir Path folder;
    private TestDatabase database;
    private Cases cases;
    private CaseImport door;
    private CaseExport export;

    @BeforeEach void open() throws IOException {
        database = TestDatabase.fresh();
        var offices = Offices.in(database.database());
        var town = Files.exists(Path.of("town")) ? Path.of("town") : Path.of("..", "town");
        new DirectoryFiles(offices).takeIn(town);
        WorkingCalendar calendar;
        try (var csv = getClass().getResourceAsStream("/calendar/cn.csv")) {
            calendar = WorkingCalendar.parse(ZONE, "2026", new String(csv.readAllBytes(), StandardCharsets.UTF_8));
        }
        cases = new Cases(database.database(), offices, new FollowCodes(Keys.in(folder.resolve("keys"))), () -> calendar, Rules.standard());
        door = new CaseImport(cases, offices, new Routing(offices), ZONE);
        export = new CaseExport(cases, offices, ZONE);
    }

    @AfterEach void shut() {
        database.close();
    }

    private CaseImport.Report take(byte[] bytes) throws IOException {
        var file = folder.resolve("cases.csv");
        Files.write(file, bytes);
        return door.take(file, "cases.csv", NOW, progress -> { });
    }

    private CaseImport.Report take(String csv) throws IOException {
        return take(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(CaseImport.Report report) {
        return report.faults().stream().map(f -> f.line() + " " + f.why().why()).toList();
    }

    private static final String HEADER = "msg_id,title,time,body,reply,reply_time\n";

    @Test void anAnsweredMessageComesInWithBothTimesAndIsCountedApart() throws IOException {
        assertEquals(1, take(HEADER + "7,路灯不亮三天,2019-04-25 09:32:09,门口路灯坏了,已修好,2019-04-29 10:00:00\n").imported());
        var line = cases.list(CaseQuery.inPublic(10)).getFirst();
        assertEquals(Instant.parse("2019-04-25T01:32:09Z"), line.receivedAt());
        assertEquals(Instant.parse("2019-04-29T02:00:00Z"), line.answeredAt());
        assertEquals(Closing.EARLIER_SYSTEM, line.closing());
        assertEquals("lamp", line.service().toString());
        assertEquals(1, cases.count(NOW).all().imported());
        assertEquals(0, cases.count(NOW).all().confirmed());
        assertTrue(cases.agreesWithItsEvents(line.number()));
    }

    @Test void theSameFileBringsNothingTwiceAndAStoppedImportGoesOn() throws IOException {
        var first = HEADER + "1,标题一二三四,2019-04-25 09:32:09,内容,,\n";
        assertEquals(1, take(first).imported());
        var again = take(first + "2,标题五六七八,2019-04-26 09:32:09,内容,,\n");
        assertEquals(List.of(1L, 1L, 0L), List.of(again.imported(), again.skipped(), again.failed()));
    }

    @Test void everyBadRowIsNamedByItsLineAndTheGoodOnesAreTaken() throws IOException {
        var report = take(HEADER
                + "1,好的,2019-04-25 09:32:09,内容,,\n"
                + "2,,2019-04-25 09:32:09,没有标题,,\n"
                + "3,时间不对,昨天,内容,,\n"
                + "4,将来的,2036-01-01 00:00:00,内容,,\n"
                + "5,先答后问,2019-04-25 09:32:09,内容,答,2019-04-24 00:00:00\n"
                + "6,\"两行\n标题\",2019/4/5 9:32,内容,,\n"
                + "7," + "长".repeat(201) + ",2019-04-25 09:32:09,内容,,\n"
                + "8,少一列\n");
        assertEquals(2, report.imported());
        assertEquals(List.of("3 channels.import.empty", "4 channels.import.time", "5 channels.import.future", "6 channels.import.order",
                "9 channels.import.too-long", "10 channels.import.empty"), faults(report));
    }

    @Test void rareCharactersAndGb18030ComeInUnharmedAndNulIsDropped() throws IOException {
        var csv = HEADER + "1,𠮷野家门口㐂,2019-04-25 09:32:09,路灯\u0000不亮😀,,\n";
        assertEquals(1, take(csv.getBytes(Charset.forName("GB18030"))).imported());
        var line = cases.list(CaseQuery.inPublic(10)).getFirst();
        assertEquals("𠮷野家门口㐂", line.title());
        assertEquals("路灯不亮😀", cases.publicly(line.number(), NOW).orElseThrow().body());
    }

    @Test void aBrokenByteSpoilsItsRowAndNoOther() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write((HEADER + "1,好的标题,2019-04-25 09:32:09,内容,,\n2,坏").getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {(byte) 0xE4, (byte) 0xFF, (byte) 0x80});
        bytes.write("标题,2019-04-25 09:32:09,内容,,\n3,也好的,2019-04-25 09:32:09,内容,,\n".getBytes(StandardCharsets.UTF_8));
        var report = take(bytes.toByteArray());
        assertEquals(2, report.imported());
        assertEquals(List.of("3 channels.import.broken"), faults(report));
    }

    @Test void aFileWithoutTheNeededColumnsIsRefusedAsAWhole() throws IOException {
        var report = take("name,when\nx,y\n");
        assertEquals(0, report.imported());
        assertEquals(4, report.failed());
        assertTrue(faults(report).getFirst().endsWith("channels.import.no-column"));
    }

    @Test void whatCameInGoesOutAsOpenDataWithoutFormulas() throws IOException {
        take(HEADER + "1,=HYPERLINK(1),2019-04-25 09:32:09,内容,已答,2019-04-29 10:00:00\n");
        var out = new StringBuilder();
        assertEquals(1, export.write(out, Language.EN));
        try (var parser = CSVParser.parse(out.toString(), CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            var row = parser.getRecords().getFirst();
            assertTrue(row.get("description").startsWith("'=HYPERLINK(1)"), row.get("description"));
            assertEquals("2019-04-25T09:32:09+08:00", row.get("requested_datetime"));
            assertEquals("closed", row.get("status_description"));
            assertEquals("EARLIER_SYSTEM", row.get("status_notes"));
        }
    }

    @Test void realMessagesOfACityComeInWhole() throws IOException {
        var real = Path.of("..").resolve("..").resolve("shared/data/civic-messages/messages-with-replies.csv");
        Assumptions.assumeTrue(Files.exists(real), "the real messages are not beside this checkout");
        var report = door.take(real, "civic", NOW, progress -> { });
        assertEquals(List.of(1695L, 0L, 0L), List.of(report.imported(), report.skipped(), report.failed()));
        assertEquals(1695, cases.count(NOW).all().imported());
    }
}
