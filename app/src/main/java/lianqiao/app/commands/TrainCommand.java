package lianqiao.app.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;
import lianqiao.authenticity.CopyGroups;
import lianqiao.authenticity.FoldRules;
import lianqiao.base.Outcome;
import lianqiao.cases.CaseText;
import lianqiao.cases.Cases;
import lianqiao.cases.State;
import lianqiao.offices.Offices;
import lianqiao.routing.Example;
import lianqiao.routing.ModelFile;
import lianqiao.routing.RoutingHelp;
import lianqiao.routing.RoutingHelp.Trained;
import lianqiao.store.CannotStart;

/** Trains the help for dispatchers from the answered cases of this installation; a running server takes the new model up by itself. */
final class TrainCommand implements Command {
    private static final int PORTION = 500;
    private static final int MOST_CASES = 200_000;

    @Override public String name() {
        return "train";
    }

    @Override public int run(Call call, PrintStream out) {
        call.onlyOptions(Settings.OPTIONS);
        var words = Sentences.in(call.language());
        try (var server = RunningServer.startBeside(call.settings())) {
            var now = call.clock().instant();
            var source = words.say("app.train.source", call.settings().jurisdiction().code());
            return switch (server.room(RoutingHelp.class).train(() -> confirmed(server.room(Cases.class)), source, now)) {
                case Outcome.Refused<Trained>(var why, var details) -> {
                    out.println(words.say(why, details.toArray()));
                    yield 1;
                }
                case Outcome.Done<Trained>(var trained) -> tell(trained, server.room(Offices.class), call, words, out);
            };
        }
    }

    private static int tell(Trained trained, Offices offices, Call call, Sentences words, PrintStream out) {
        var card = new ModelCard(words, call.language(), offices).of(trained.router().record());
        try {
            keep(trained, card, call.settings().data().resolve("routing"));
        } catch (IOException e) {
            throw new CannotStart("app.train.no-file", call.settings().data().resolve("routing"));
        }
        out.println(card);
        trained.before().ifPresent(before -> out.println(words.say("app.train.before", ModelCard.percent(before.macroF1()))));
        out.println(words.say(trained.inUse() ? "app.train.in-use" : "app.train.not-better", call.settings().data().resolve("routing")));
        return trained.inUse() ? 0 : 1;
    }

    /** The new one beside first; it takes the place of the other, which is kept, only when it is in use. */
    private static void keep(Trained trained, String card, Path folder) throws IOException {
        Files.createDirectories(folder);
        var model = folder.resolve("model");
        ModelFile.write(trained.router(), folder.resolve("model.candidate"));
        Files.writeString(folder.resolve("model-card.candidate.md"), card);
        if (!trained.inUse()) return;
        if (Files.exists(model)) Files.move(model, folder.resolve("model.before"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(folder.resolve("model.candidate"), model, StandardCopyOption.REPLACE_EXISTING);
        Files.move(folder.resolve("model-card.candidate.md"), folder.resolve("model-card.md"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Public cases that were answered, with the category they have in the end, the latest two hundred thousand; near copies share a number. */
    private static List<Example> confirmed(Cases cases) {
        var texts = new ArrayList<CaseText>();
        for (var numbers = cases.numbersAfter("", PORTION); !numbers.isEmpty(); numbers = cases.numbersAfter(numbers.getLast().text(), PORTION))
            cases.texts(numbers).stream().filter(TrainCommand::isConfirmed).forEach(texts::add);
        var latest = texts.subList(Math.max(0, texts.size() - MOST_CASES), texts.size());
        var groups = new CopyGroups(FoldRules.CURRENT, Math.max(16, latest.size()), key -> words(latest.get((int) key)));
        for (int i = 0; i < latest.size(); i++) groups.add(i, i, words(latest.get(i)));
        var examples = new ArrayList<Example>();
        for (int i = 0; i < latest.size(); i++)
            examples.add(new Example(words(latest.get(i)), latest.get(i).service(), groups.echo(i).map(echo -> echo.members().getFirst().intValue()).orElse(i)));
        return examples;
    }

    private static boolean isConfirmed(CaseText text) {
        return !text.confidential() && !text.body().isBlank() && List.of(State.ANSWERED, State.CLAIMED_DONE, State.CALLED_BACK, State.CONFIRMED, State.DISPUTED, State.CLOSED).contains(text.state());
    }

    private static String words(CaseText text) {
        return text.title() + "\n" + text.body();
    }
}
