package lianqiao.app.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import lianqiao.app.bench.Arrivals.Measured;

/** Readers: half look at a case, a quarter at a list, a quarter search. */
final class ReadLoad {
    /** What a reader looks at. */
    enum Look { CASE, LIST, SEARCH }

    private static final Look[] MIX = {Look.CASE, Look.CASE, Look.LIST, Look.SEARCH};
    private static final List<String> LISTS = List.of("/", "/cases", "/cases?show=overdue", "/overdue", "/offices", "/service/lamp", "/service/road",
            "/service/bus", "/area/area-01", "/area/area-09", "/office/urban", "/office/transport");

    private final ServedCity city;
    private final List<String> numbers;
    private final CorpusText texts = new CorpusText();
    private final LongAdder bytes = new LongAdder();

    ReadLoad(ServedCity city, List<String> numbers) {
        this.city = city;
        this.numbers = numbers;
    }

    /** What was measured, by what was looked at. */
    record Read(Look[] looks, Measured measured, double kilobytes) {
        Latencies of(Look look) {
            return measured.of(i -> looks[i] == look);
        }
    }

    Read run(double perSecond, int seconds, long seed) {
        var random = new Random(seed);
        var looks = random.ints((int) Math.round(perSecond * seconds), 0, MIX.length).mapToObj(i -> MIX[i]).toArray(Look[]::new);
        bytes.reset();
        var measured = Arrivals.run(perSecond, seconds, random, i -> look(path(looks[i], random)));
        return new Read(looks, measured, bytes.sum() / 1024.0 / Math.max(1, looks.length));
    }

    /** The same stream asking for a page that touches nothing but {@code select 1}: what everything else is compared with. */
    Measured nothing(double perSecond, int seconds, long seed) {
        return Arrivals.run(perSecond, seconds, new Random(seed), _ -> look("/health"));
    }

    private CompletableFuture<Boolean> look(String path) {
        return city.get(path).thenApply(answer -> {
            bytes.add(answer.body().length);
            return answer.status() == 200;
        });
    }

    private String path(Look look, Random random) {
        return switch (look) {
            case CASE -> "/case/" + numbers.get(random.nextInt(numbers.size()));
            case LIST -> LISTS.get(random.nextInt(LISTS.size()));
            case SEARCH -> "/search?q=" + URLEncoder.encode(texts.question(random), StandardCharsets.UTF_8);
        };
    }
}
