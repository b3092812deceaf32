package lianqiao.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryFilesTest {
    private static final String OFFICES = "code,parent,kind,name_zh,name_en,duties_zh,duties_en,phone\n";
    private static Offices offices;
    @TempDir
    private Path folder;

    @BeforeAll
    static void anEmptyDirectory() {
        offices = Offices.in(TestDatabase.fresh().database());
    }

    @BeforeEach
    void aSmallFolder() throws IOException {
        write("offices.csv", OFFICES + """
                hotline,city,HOTLINE,热线中心,Hotline,接听,Answers,12345
                city,,GOVERNMENT,市政府,City,领导,Leads,
                """);
        write("areas.csv", "code,parent,name_zh,name_en\nnorth,city,北区,North\ncity,,全市,City\n");
        write("services.csv", """
                code,group_zh,group_en,name_zh,name_en,description_zh,description_en,keywords,limit,emergency
                lamps,市政,City,路灯,Street lights,"路灯不亮,闪",Broken lamps,路灯 lamp,5wd,false
                """);
        write("officers.csv", "login,name,office,duties\nli.wei,李伟,hotline,OPERATOR;DISPATCHER\n");
    }

    @Test
    void aFolderIsTakenInWithParentsAfterTheirChildrenAndTwiceChangesNothing() {
        assertEquals(new DirectoryFiles.Report(6, List.of()), takeIn());
        assertEquals(new DirectoryFiles.Report(6, List.of()), takeIn());
        assertEquals(2, offices.all().size());
        assertEquals("路灯不亮,闪", offices.service(new ServiceCode("lamps")).orElseThrow().description().zh());
        assertTrue(offices.officer(new OfficerId("li.wei")).orElseThrow().has(Duty.DISPATCHER));
    }

    @Test
    void everyBadRowIsNamedByFileAndLineAndNothingIsTakenIn() throws IOException {
        takeIn();
        write("offices.csv", OFFICES + """
                hotline2,city,HOTLINE,热线,Hotline,接听,Answers,

                Water Office,city,DEPARTMENT,水务局,Water,水,Water,
                roads,nowhere,DEPARTMENT,路,Roads,路,Roads,
                parks,city,PARK,园林,Parks,树,Trees,
                trees,city,DEPARTMENT,,Trees,树,Trees,
                hotline2,city,HOTLINE,热线,Hotline,接听,Answers,
                """);
        var report = takeIn();
        assertEquals(0, report.rows());
        assertEquals(List.of("4 offices.row.not-a-code", "6 offices.row.unreadable", "7 offices.row.empty", "8 offices.row.twice",
                "5 offices.row.unknown"), report.bad().stream().map(row -> row.line() + " " + row.why()).filter(row -> !row.startsWith("0 ")).toList());
        assertTrue(offices.office(new OfficeCode("hotline2")).isEmpty());
    }

    @Test
    void aRingOfOfficesAndABrokenEncodingAreRefused() throws IOException {
        write("offices.csv", OFFICES + """
                city,,GOVERNMENT,市政府,City,领导,Leads,
                hotline,city,HOTLINE,热线中心,Hotline,接听,Answers,
                a,b,DEPARTMENT,甲,A,甲,A,
                b,a,DEPARTMENT,乙,B,乙,B,
                """);
        Files.writeString(folder.resolve("areas.csv"), "code,parent,name_zh,name_en\nsouth,city,南区,South\n", Charset.forName("GB18030"));
        var bad = takeIn().bad().stream().map(row -> row.file() + " " + row.line() + " " + row.why()).collect(Collectors.toSet());
        assertEquals(Set.of("offices.csv 4 offices.parent-below", "offices.csv 5 offices.parent-below", "areas.csv 0 offices.row.not-utf8"), bad);
    }

    @Test
    void theInventedTownIsTakenInWithoutABadRowAndEveryCaseFindsAnOffice() {
        var town = Offices.in(TestDatabase.fresh().database());
        assertEquals(List.of(), new DirectoryFiles(town).takeIn(Path.of("../town")).bad());
        var routing = new Routing(town);
        for (var service : town.services()) {
            for (var area : town.areas()) assertTrue(routing.route(service.code(), area.code()).isPresent());
        }
    }

    private DirectoryFiles.Report takeIn() {
        return new DirectoryFiles(offices).takeIn(folder);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
