package lianqiao.app.commands;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;
import lianqiao.identity.OfficerLogins;
import lianqiao.offices.Duty;
import lianqiao.offices.Office;
import lianqiao.offices.Officer;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.store.CannotStart;

/**
 * Makes the first administrator of an installation, who then invites everybody else at the desk; or helps one who has
 * lost password and second factor. Whoever may run this may read the data folder anyway.
 */
final class AdminCommand implements Command {
    @Override public String name() {
        return "admin";
    }

    @Override public int run(Call call, PrintStream out) {
        call.onlyOptions(Settings.OPTIONS);
        if (call.words().size() != 1 || !call.words().getFirst().matches("[a-z0-9][a-z0-9.-]{2,39}")) throw new CannotStart("app.command.admin");
        var login = call.words().getFirst();
        try (var server = RunningServer.startBeside(call.settings())) {
            Starter.fillEmptyDirectory(server, call, out);
            appoint(server.room(Offices.class), new OfficerId(login));
            var password = OfficerLogins.drawPassword();
            enter(server.room(OfficerLogins.class), login, password, call);
            var words = Sentences.in(call.language());
            out.println(words.say("app.admin.made", login, call.settings().publicUrl()));
            out.println();
            out.println("    " + password);
            out.println();
            out.println(words.say("app.admin.next"));
            return 0;
        }
    }

    /** An officer who is one already keeps name and office and becomes an administrator beside the other duties. */
    private static void appoint(Offices offices, OfficerId id) {
        var known = offices.officer(id);
        var office = known.map(Officer::office).or(() -> offices.hotline().map(Office::code)).orElseThrow();
        var duties = new HashSet<>(known.map(Officer::duties).orElse(Set.of()));
        duties.remove(Duty.AUDITOR);   // who changes settings cannot be who checks
        duties.add(Duty.ADMINISTRATOR);
        var areas = known.map(Officer::areas).orElse(Set.of());
        offices.put(new Officer(id, known.map(Officer::name).orElse(id.toString()), office, duties, areas, true)).orThrow();
    }

    private static void enter(OfficerLogins logins, String login, String password, Call call) {
        var now = call.clock().instant();
        if (logins.find(login).isEmpty()) {
            logins.create(login, password, now).orThrow();
            return;
        }
        logins.setPassword(login, password, now).orThrow();
        logins.resetSecondFactor(login).orThrow();
        logins.enable(login, true).orThrow();
    }
}
