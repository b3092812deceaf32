package lianqiao.offices;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.offices.DirectoryFiles.BadRow;
import lianqiao.offices.DirectoryFiles.Lines;
import lianqiao.offices.Sheet.Line;
import org.jspecify.annotations.Nullable;

/** Checks that files agree with each other and with the directory: no code twice, no code that leads nowhere, one tree. */
final class LineChecks {
    private final Lines lines;
    private final List<BadRow> bad;
    private final Set<OfficeCode> offices;
    private final Set<AreaCode> areas;
    private final Set<ServiceCode> services;
    private final Directory before;

    LineChecks(Lines lines, Directory before, List<BadRow> bad) {
        this.lines = lines;
        this.bad = bad;
        this.before = before;
        offices = known(before.entries.offices(), lines.offices(), Office::code);
        areas = known(before.entries.areas(), lines.areas(), Area::code);
        services = known(before.entries.services(), lines.services(), Service::code);
    }

    void run() {
        checkCodes();
        checkOfficesNamed();
        checkAreasAndServicesNamed();
        checkTrees();
    }

    private void checkCodes() {
        once("offices.csv", lines.offices(), Office::code);
        once("areas.csv", lines.areas(), Area::code);
        once("services.csv", lines.services(), Service::code);
        once("routing.csv", lines.rules(), rule -> rule.service() + " " + rule.area());
        once("officers.csv", lines.officers(), Officer::id);
        once("templates.csv", lines.templates(), AnswerTemplate::code);
        once("grounds.csv", lines.grounds(), Ground::code);
        once("sendback.csv", lines.reasons(), SendBackReason::code);
        once("moderation.csv", lines.measures(), MeasureGround::code);
    }

    private void checkOfficesNamed() {
        exists("offices.csv", lines.offices(), Office::parent, offices);
        exists("routing.csv", lines.rules(), Routing.Rule::office, offices);
        exists("officers.csv", lines.officers(), Officer::office, offices);
        exists("templates.csv", lines.templates(), AnswerTemplate::office, offices);
    }

    private void checkAreasAndServicesNamed() {
        exists("areas.csv", lines.areas(), Area::parent, areas);
        exists("routing.csv", lines.rules(), Routing.Rule::area, areas);
        exists("routing.csv", lines.rules(), Routing.Rule::service, services);
        exists("templates.csv", lines.templates(), AnswerTemplate::service, services);
    }

    /** With the offices that were there before: one root, nobody above themselves, and a hotline for what nobody else gets. */
    private void checkTrees() {
        var allOffices = merged(before.entries.offices(), lines.offices(), Office::code);
        var tree = new Tree<>(allOffices, Office::code, Office::parent);
        if (!lines.offices().isEmpty() && tree.roots().size() != 1) bad.add(BadRow.of("offices.csv", 0, "offices.second-root"));
        rooted("offices.csv", lines.offices(), tree, Office::code, Office::parent);
        rooted("areas.csv", lines.areas(), new Tree<>(merged(before.entries.areas(), lines.areas(), Area::code), Area::code, Area::parent),
                Area::code, Area::parent);
        if (!lines.offices().isEmpty() && allOffices.stream().noneMatch(office -> office.kind() == Office.Kind.HOTLINE)) {
            bad.add(BadRow.of("offices.csv", 0, "offices.no-hotline"));
        }
    }

    private <C, T> void rooted(String file, List<Line<T>> rows, Tree<C, T> tree, Function<T, C> code, Function<T, @Nullable C> parent) {
        for (var line : rows) {
            var path = tree.upFrom(code.apply(line.value()));
            if (parent.apply(path.getLast()) != null && tree.get(parent.apply(path.getLast())).isPresent()) {
                bad.add(BadRow.of(file, line.number(), "offices.parent-below"));
            }
        }
    }

    private <T> void once(String file, List<Line<T>> rows, Function<T, Object> code) {
        var seen = new HashSet<>();
        for (var line : rows) {
            if (!seen.add(code.apply(line.value()))) bad.add(BadRow.of(file, line.number(), "offices.row.twice"));
        }
    }

    private <C, T> void exists(String file, List<Line<T>> rows, Function<T, @Nullable C> named, Set<C> known) {
        for (var line : rows) {
            var code = named.apply(line.value());
            if (code != null && !known.contains(code)) bad.add(BadRow.of(file, line.number(), "offices.row.unknown", code.toString()));
        }
    }

    private static <C, T> Set<C> known(List<T> before, List<Line<T>> rows, Function<T, C> code) {
        return Stream.concat(before.stream(), rows.stream().map(Line::value)).map(code).collect(Collectors.toSet());
    }

    /** What the directory will hold: rows of the files replace those with the same code. */
    private static <C, T> List<T> merged(List<T> before, List<Line<T>> rows, Function<T, C> code) {
        var replaced = rows.stream().map(line -> code.apply(line.value())).collect(Collectors.toSet());
        return Stream.concat(before.stream().filter(one -> !replaced.contains(code.apply(one))), rows.stream().map(Line::value)).toList();
    }
}
