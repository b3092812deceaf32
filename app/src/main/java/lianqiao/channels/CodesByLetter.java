package lianqiao.channels;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianqiao.identity.CodeCarrier;
import lianqiao.identity.Contact;
import lianqiao.store.Database;

/** Codes to sign in go by letter, through the outbox like every other letter: there stands only which try it is for. Thread-safe. */
public final class CodesByLetter implements CodeCarrier {
    private final OutboxStore outbox;

    public CodesByLetter(Database database) {
        outbox = new OutboxStore(database);
    }

    @Override public boolean reaches(Contact contact) {
        return contact instanceof Contact.Email;
    }

    @Override public void carry(UUID attempt, Instant now) {
        outbox.write(List.of(Notice.fresh("", 1, attempt, Purpose.SIGN_IN, Map.of())), now);
    }
}
