package lianqiao.channels.oidc;

import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import lianqiao.outside.Answer;
import lianqiao.outside.Call;
import lianqiao.outside.Guard;
import lianqiao.outside.WayOut;

/** Lets the library ask identity services by the one guarded way out. Thread-safe. */
final class Caller implements HTTPRequestSender {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_BYTES = 512 << 10;

    /** Asks another server, or answers in its place. */
    interface Way {
        Answer ask(Call call) throws IOException;
    }

    private final Way way;

    Caller(Way way) {
        this.way = way;
    }

    Caller(Guard guard) {
        this(new WayOut(guard)::ask);
    }

    /** The text behind an address. */
    String get(URI address) throws IOException {
        var answer = way.ask(Call.get(address, Map.of("Accept", "application/json"), PATIENCE, MOST_BYTES));
        if (answer.status() != 200) throw new IOException("status " + answer.status());
        return answer.text();
    }

    @Override public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        var headers = new HashMap<String, String>();
        request.getHeaderMap().forEach((name, values) -> headers.put(name, values.getFirst()));
        var body = request.getBody() == null ? "" : request.getBody();
        var answer = way.ask(new Call(request.getMethod().name(), request.getURI(), headers, body.getBytes(StandardCharsets.UTF_8), PATIENCE, MOST_BYTES));
        var response = new HTTPResponse(answer.status());
        if (answer.headers().containsKey("content-type")) response.setHeader("Content-Type", new String[] {answer.headers().get("content-type")});
        response.setBody(answer.text());
        return response;
    }
}
