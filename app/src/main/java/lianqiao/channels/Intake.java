package lianqiao.channels;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.NewCase;
import lianqiao.cases.OwnCases;
import lianqiao.identity.Residents;
import lianqiao.store.Database;

/** The one hall that every message passes, whatever door it came through: resident, case, number, code. Thread-safe. */
public final class Intake {
    /** The refusal of a message whose check had been used. */
    public static final String NOT_ADMITTED = "channels.intake.not-admitted";

    private final Database database;
    private final Residents residents;
    private final Cases cases;
    private final OwnCases own;

    public Intake(Database database, Residents residents, Cases cases, OwnCases own) {
        this.database = database;
        this.residents = residents;
        this.cases = cases;
        this.own = own;
    }

    /**
     * Takes a message in. It is stored for good when this returns; the same key again gives the same number and code.
     *
     * @param by the resident, or the operator who typed it for them
     * @return refused when the service or the area does not exist (any more)
     */
    public Outcome<Cases.Received> receive(IncomingMessage message, By by, Instant now) {
        // One transaction: the disk is waited for once, and a crash leaves no contact without its case.
        return database.inTransaction(() -> enter(message, by, now));
    }

    /**
     * As {@link #receive(IncomingMessage, By, Instant)}, when {@code admitted} says so inside the same transaction. Whoever was
     * taken in with this key before is given the same again and not asked: two presses of a button are one.
     *
     * @return refused with {@link #NOT_ADMITTED} when it says no
     */
    public Outcome<Cases.Received> receive(IncomingMessage message, By by, BooleanSupplier admitted, Instant now) {
        return database.inTransaction(() -> {
            var before = cases.received(key(message));
            if (before.isPresent()) return Outcome.done(before.get());
            if (admitted.getAsBoolean()) return enter(message, by, now);
            // The other press may have used what this one brings, and is through by now.
            return cases.received(key(message)).map(Outcome::done).orElseGet(() -> Outcome.refused(NOT_ADMITTED));
        });
    }

    private static String key(IncomingMessage message) {
        return message.door().code() + ":" + message.key();
    }

    private Outcome<Cases.Received> enter(IncomingMessage message, By by, Instant now) {
        var sender = message.sender();
        var known = sender != null && sender.reached() ? sender.resident() : null;
        var resident = message.contact() == null ? known : residents.contactable(message.contact(), message.language(), now);
        var asked = new NewCase(message.kind(), message.service(), message.area(), message.address(), message.point(), message.title(),
                message.body(), Language.of(message.title() + message.body()), message.confidential(), message.concerns(),
                message.door().code(), resident, message.key() == null ? null : key(message), message.photos());
        return cases.receive(asked, by, now).map(received -> {
            if (sender != null) own.filed(received.number(), sender.resident(), sender.verified(), now);
            return received;
        });
    }
}
