package lianqiao.routing;

import static lianqiao.fuzz.Target.promise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import lianqiao.base.Outcome;
import lianqiao.fuzz.Target;

/** A model's file, whole and with a hash put right behind whatever came, and the words of a text cut into pieces. */
public final class RoutingFuzz {
    public static final List<Target> TARGETS = List.of(new Target("model-file", RoutingFuzz::file).slow(), Target.ofText("text-pieces", RoutingFuzz::pieces).slow());

    private RoutingFuzz() {}

    private static void file(byte[] bytes) throws IOException {
        promise(!ModelFile.read(bytes).isDone(), "nobody guesses the hash");
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes);
        whole.writeBytes(Fingerprint.of(bytes, bytes.length));
        if (!(ModelFile.read(whole.toByteArray()) instanceof Outcome.Done<Router>(var router))) return;
        promise(ModelFile.read(ModelFile.bytes(router)).isDone(), "a model that was read can be written and read");
        promise(router.suggest("路灯坏了，三个晚上没有人来修").top().size() <= Router.TOP, "a model suggests a few labels");
    }

    private static void pieces(String text) {
        var bag = Bag.of(text);
        promise(bag.size() <= 200 + 40 * text.length(), "a text has no more pieces than its signs can make");
        for (int i = 0; i < bag.size(); i++) promise(bag.buckets()[i] >= 0 && bag.buckets()[i] < Grams.BUCKETS && bag.counts()[i] > 0, "every piece has its bucket");
    }
}
