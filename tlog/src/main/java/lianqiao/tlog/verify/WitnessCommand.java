package lianqiao.tlog.verify;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import lianqiao.tlog.SigningKey;
import lianqiao.tlog.VerifierKey;
import lianqiao.tlog.Witness;

/** Runs a witness until it is stopped: for an audit office, a university, a newspaper, anybody but the one who runs the log. */
final class WitnessCommand {
    static final Set<String> OPTIONS = Set.of("state", "key", "log", "listen");

    private WitnessCommand() {}

    static int run(Call call) throws IOException, InterruptedException {
        if (!call.words().isEmpty() || call.all("log").isEmpty()) throw new CannotRun("usage.witness");
        var file = call.needed("key");
        var key = Trust.orCannot("key.wrong", file, SigningKey.read(new String(Call.file(file), StandardCharsets.UTF_8)));
        if (key.verifier().kind() != VerifierKey.Kind.COSIGNATURE) throw new CannotRun("key.kind", file);
        var logs = call.all("log").stream().map(vkey -> Trust.key(vkey, VerifierKey.Kind.NOTE)).toList();
        var address = address(call.one("listen").orElse("127.0.0.1:8099"));
        try (var state = StateFolder.open(Path.of(call.needed("state")));
                var server = new WitnessServer(address, new WitnessStore(new Witness(key, logs), state), call.clock(), call.out()::println)) {
            call.say("witness.ready", address.getHostString(), server.port(), key.verifier().vkey());
            server.await();
        }
        return 0;
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        var port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) throw new CannotRun("witness.listen", text);
        var address = new InetSocketAddress(text.substring(0, colon), Integer.parseInt(port));
        if (address.isUnresolved()) throw new CannotRun("witness.listen", text);
        return address;
    }
}
