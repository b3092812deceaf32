package lianqiao.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes, one timetable. */
class JobsTest {
    private TestDatabase town;
    private final List<Jobs> nodes = new ArrayList<>();

    @BeforeEach void open() {
        town = TestDatabase.fresh();
    }

    @AfterEach void close() {
        nodes.forEach(Jobs::close);
        town.close();
    }

    private void startNode(String name, Job... timetable) {
        var node = new Jobs(town.database(), List.of(timetable), InstantSource.system(), name);
        nodes.add(node);
        node.start();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(30, TimeUnit.SECONDS));
    }

    @Test void ofTwoNodesOneHasTheJobInHand() throws InterruptedException {
        var inHand = new AtomicInteger();
        var most = new AtomicInteger();
        var five = new CountDownLatch(5);
        var job = new Job("CountSheep", Duration.ofMillis(1), false, now -> {
            most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
            five.countDown();
            inHand.decrementAndGet();
        });
        startNode("a", job);
        startNode("b", job);
        await(five);
        assertEquals(1, most.get());
    }

    @Test void aJobThatIsHeldByOneNodeIsNotBegunByTheOther() throws InterruptedException {
        var begun = new AtomicInteger();
        var first = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var held = new Job("HoldTheDoor", Duration.ofHours(1), false, now -> {
            begun.incrementAndGet();
            first.countDown();
            waitFor(release);
        });
        var looked = new CountDownLatch(4);
        var other = new Job("LookAround", Duration.ofMillis(1), false, now -> looked.countDown());
        startNode("a", held, other);
        await(first);
        startNode("b", held, other);
        await(looked);   // four looks at the list later, two nodes have had their chances
        assertEquals(1, begun.get());
        release.countDown();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test void whatEveryNodeDoesForItselfIsDoneByBoth() throws InterruptedException {
        var a = new CountDownLatch(2);
        var b = new CountDownLatch(2);
        startNode("a", new Job("Breathe", Duration.ofMillis(1), true, now -> a.countDown()));
        startNode("b", new Job("Breathe", Duration.ofMillis(1), true, now -> b.countDown()));
        await(a);
        await(b);
    }

    @Test void aFaultIsNotedAndTheJobRunsAgain() throws InterruptedException {
        var twice = new CountDownLatch(2);
        startNode("a", new Job("TrySomething", Duration.ofMillis(1), false, now -> {
            twice.countDown();
            if (twice.getCount() == 1) throw new IllegalStateException("the lamp is broken");
        }));
        await(twice);
        nodes.removeFirst().close();
        var run = new JobRuns(town.database()).latest().getFirst();
        assertEquals("TrySomething", run.job());
        assertEquals("a", run.node());
        assertTrue(run.done());
        assertFalse(run.started().isAfter(run.ended()));
        assertEquals(run.ended().plusMillis(1), run.next());
    }

    @Test void aFaultLeavesItsKindAndNoWords() {
        var runs = new JobRunStore(town.database());
        var runner = new Runner(runs, InstantSource.system(), "a");
        runner.run(new Job("TrySomething", Duration.ofSeconds(1), false, now -> { throw new IllegalStateException("a name"); }));
        var run = runs.latest().getFirst();
        assertFalse(run.done());
        assertEquals("IllegalStateException", run.fault());
    }

    @Test void aTimetableWithTheSameJobTwiceIsRefused() {
        var job = new Job("CountSheep", Duration.ofSeconds(1), false, now -> {});
        assertThrows(IllegalArgumentException.class, () -> new Jobs(town.database(), List.of(job, job), InstantSource.system(), "a"));
    }
}
