package lianqiao.app.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lianqiao.app.bench.ServedCity.Answer;
import lianqiao.store.DataFolder;
import lianqiao.web.Form;
import lianqiao.web.FormTokens;

/**
 * Residents who send the ask form, each with a text and a contact of their own. The forms were handed out before the
 * load begins, as people open a form minutes before they send it: their tokens are signed with the installation's key.
 * Remembers the number on every receipt.
 */
final class AskLoad {
    private static final Pattern NUMBER = Pattern.compile("id=\"receipt-number\">([^<]+)<");
    private static final String EDGE = "----lianqiao-bench-edge";

    private final ServedCity city;
    private final CorpusText texts = new CorpusText();
    private final FormTokens tokens;
    private final Supplier<Instant> clock;
    private final Random random;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> refused = new ConcurrentLinkedQueue<>();

    AskLoad(ServedCity city, BenchCity folder, Supplier<Instant> clock, long seed) {
        this.city = city;
        this.clock = clock;
        this.tokens = new FormTokens(DataFolder.key(folder.folder(), "forms"));
        this.random = new Random(seed);
    }

    /** Sends one form; the promise is kept when the receipt is there. */
    CompletableFuture<Boolean> send(int arrival) {
        return city.post("/ask", "multipart/form-data; boundary=" + EDGE, body(fields(arrival))).thenApply(this::receipt);
    }

    private boolean receipt(Answer answer) {
        if (answer.status() != 201) {
            refused.add(answer.status());
            return false;
        }
        var match = NUMBER.matcher(answer.text());
        return match.find() && acknowledged.add(match.group(1));
    }

    private Map<String, String> fields(int arrival) {
        var language = texts.language(random);
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", texts.title(language, random));
        fields.put("body", texts.text(language, random));
        fields.put("kind", "COMPLAINT");
        fields.put("service", "lamp");
        fields.put("area", "area-%02d".formatted(1 + random.nextInt(16)));
        fields.put("address", "");
        fields.put("contact", "resident-" + arrival + "-" + Long.toHexString(random.nextLong()) + "@example.org");
        fields.put("open", "public");
        fields.put("step", "send");
        fields.put(Form.TOKEN, tokens.issue(clock.get()));
        return fields;
    }

    private static byte[] body(Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--").append(EDGE).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"\r\n\r\n").append(value).append("\r\n"));
        return body.append("--").append(EDGE).append("--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The numbers on the receipts so far. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** What came instead of a receipt. */
    List<Integer> refused() {
        return List.copyOf(refused);
    }
}
