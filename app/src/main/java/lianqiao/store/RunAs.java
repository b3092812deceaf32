package lianqiao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The user PostgreSQL runs as: ourselves, or, since PostgreSQL refuses to run as root, an ordinary user of the machine
 * ({@code postgres}, else {@code nobody}) through setpriv(1). Where that user cannot reach the folder (a clone inside
 * /root, say) it is lent the one capability to pass through.
 */
record RunAs(int user, int group, boolean changed, boolean lent) {

    /** Decides for a folder in which the programs and the cluster lie; {@code cluster} may not exist yet. */
    static RunAs forFolder(Path folder, Path cluster) throws IOException {
        int self = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        if (self != 0) return new RunAs(self, -1, false, false);
        int owner = Files.isDirectory(cluster) ? (int) Files.getAttribute(cluster, "unix:uid") : 0;
        var account = accounts().stream().filter(one -> owner == 0 ? named(one, "postgres") : one[2].equals("" + owner)).findFirst();
        if (account.isEmpty()) account = accounts().stream().filter(one -> named(one, "nobody")).findFirst();
        int user = account.map(one -> Integer.parseInt(one[2])).orElse(65534);
        int group = account.map(one -> Integer.parseInt(one[3])).orElse(65534);
        var plain = new RunAs(user, group, true, false);
        return plain.canEnter(folder) ? plain : new RunAs(user, group, true, true);
    }

    /** The command with what must stand before it. The process leaves our terminal's group, so Ctrl-C reaches only us. */
    List<String> command(List<String> command, boolean dieWithUs) {
        var whole = new ArrayList<String>();
        if (isInstalled("setsid")) whole.add("setsid");
        if (isInstalled("setpriv")) {
            whole.add("setpriv");
            if (changed) whole.addAll(List.of("--reuid=" + user, "--regid=" + group, "--clear-groups"));
            if (lent) whole.addAll(List.of("--securebits=+no_setuid_fixup", "--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"));
            if (dieWithUs) whole.add("--pdeathsig=INT");
        } else if (changed) {
            throw new CannotStart("store.postgres.setpriv");
        }
        if (whole.getLast().equals("setpriv")) whole.removeLast();
        whole.addAll(command);
        return whole;
    }

    /** Hands a file or a whole folder to that user, unless it is theirs already. */
    void give(Path top) throws IOException {
        if (!changed || (int) Files.getAttribute(top, "unix:uid") == user) return;
        try (var all = Files.walk(top)) {
            // The top comes last, so that a handing over that was cut short begins again.
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isSymbolicLink(one)) continue;
                Files.setAttribute(one, "unix:gid", group);
                Files.setAttribute(one, "unix:uid", user);
            }
        }
    }

    private boolean canEnter(Path folder) throws IOException {
        var probe = new ProcessBuilder(command(List.of("test", "-x", folder.toString()), false)).redirectErrorStream(true).start();
        probe.getInputStream().readAllBytes();
        try {
            return probe.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static boolean isInstalled(String program) {
        return Files.isExecutable(Path.of("/usr/bin", program)) || Files.isExecutable(Path.of("/bin", program));
    }

    private static List<String[]> accounts() throws IOException {
        return Files.readAllLines(Path.of("/etc/passwd")).stream().map(line -> line.split(":")).filter(one -> one.length > 4).toList();
    }

    private static boolean named(String[] account, String name) {
        return account[0].equals(name);
    }
}
