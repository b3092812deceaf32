package lianqiao.tlog.verify;

import static lianqiao.fuzz.Target.promise;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import lianqiao.fuzz.Target;

/** The little HTTP of the witness. It stands in the verifier's package, because nobody else can name it. */
public final class HttpFuzz {
    public static final Target TARGET = new Target("witness-http", HttpFuzz::request);

    private HttpFuzz() {}

    private static void request(byte[] bytes) throws IOException {
        try {
            var exchange = HttpExchange.read(new ByteArrayInputStream(bytes), 1_000);
            promise(exchange.body().length <= 1_000, "a body is within its bounds");
        } catch (HttpExchange.Unacceptable refused) {
            promise(refused.status >= 400 && refused.status < 500, "a refusal says whose fault it is");
        } catch (EOFException closed) {
            // the other side is gone
        }
    }
}
