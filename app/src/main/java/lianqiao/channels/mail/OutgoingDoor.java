package lianqiao.channels.mail;

import java.time.Instant;

/** A way for letters to leave. Thread-safe; each line is used by one thread. */
public interface OutgoingDoor {
    /** Opens the door for a number of letters, within some seconds. */
    Line open() throws Shut;

    /** Destroys the copies of letters that this door itself keeps from before that moment; a mail server's door keeps none. */
    default void destroyCopies(Instant before) {}

    /** Destroys the copies that this door keeps of letters about a case, and of those that tell of many cases at once. */
    default void destroyCopiesAbout(String caseNumber) {}

    /** An open door. */
    interface Line extends AutoCloseable {
        /** Hands a letter over; when it returns, the other side has taken it. */
        void send(Letter letter) throws NotSent;

        /** Whether more letters may follow. */
        boolean isOpen();

        @Override void close();
    }

    /** Nothing can leave at the moment; no letter is to blame. The message is a code and names nobody. */
    final class Shut extends Exception {
        private static final long serialVersionUID = 1L;

        public Shut(String code) {
            super(code);
        }
    }

    /** This letter was not taken. The message is a code and names nobody. */
    final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean forGood;

        public NotSent(String code, boolean forGood) {
            super(code);
            this.forGood = forGood;
        }

        /** Whether trying again is of no use, as with an address that does not exist. */
        public boolean forGood() {
            return forGood;
        }
    }
}
