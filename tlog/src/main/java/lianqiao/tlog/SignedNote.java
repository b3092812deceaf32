package lianqiao.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with signature lines below it (C2SP signed-note, "Format"). Reading verifies nothing: the text must be ignored
 * until a trusted key has verified it, see {@link VerifierKey} and {@link Policy}. Immutable and thread-safe.
 *
 * @param text ends with a line end and may hold empty lines; it is what gets signed
 */
public record SignedNote(String text, List<Line> lines) {
    /** Largest note that is read, in bytes: 16 signatures of the longest kind, with room. */
    public static final int LARGEST = 128 * 1024;
    /** Most signature lines that are read; the specification asks for at least 16. */
    public static final int MOST_LINES = 64;

    private static final String DASH = "\u2014 ";

    /** One signature line: who says to have signed with which key, and the bytes behind the key's identifier. */
    public record Line(String name, int keyId, byte[] signature) {
        /** As it stands in the note, with its line end. */
        public String encode() {
            return DASH + name + " " + Base64Text.encode(ByteBuffer.allocate(4 + signature.length).putInt(keyId).put(signature).array()) + "\n";
        }

        /** Reads one line without its line end. */
        static Outcome<Line> read(String line) {
            int space = line.indexOf(' ', DASH.length());
            if (!line.startsWith(DASH) || space < 0) return refused("a signature line that is none");
            var name = line.substring(DASH.length(), space);
            var bytes = Base64Text.decode(line.substring(space + 1));
            if (!isName(name) || bytes.isEmpty() || bytes.get().length < 5) return refused("a signature line that is none");
            var buffer = ByteBuffer.wrap(bytes.get());
            int keyId = buffer.getInt();
            var signature = new byte[buffer.remaining()];
            buffer.get(signature);
            return Outcome.done(new Line(name, keyId, signature));
        }
    }

    public SignedNote {
        if (!text.endsWith("\n")) throw new IllegalArgumentException("the text of a note ends with a line end");
        lines = List.copyOf(lines);
    }

    /** Reads a note: valid UTF-8, no control characters, the signatures behind the last empty line. */
    public static Outcome<SignedNote> read(byte[] note) {
        if (note.length > LARGEST) return refused("a note of " + note.length + " bytes");
        String all;
        try {
            all = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString();
        } catch (CharacterCodingException e) {
            return refused("a note that is not UTF-8");
        }
        if (all.chars().anyMatch(c -> c < ' ' && c != '\n')) return refused("a note with control characters");
        int split = all.lastIndexOf("\n\n");
        if (split < 0 || !all.endsWith("\n") || split + 2 == all.length()) return refused("a note without signatures");
        return readLines(all.substring(split + 2)).map(lines -> new SignedNote(all.substring(0, split + 1), lines));
    }

    /** Reads signature lines alone, as a witness answers them; each ends with a line end. */
    public static Outcome<List<Line>> readLines(String text) {
        if (!text.endsWith("\n")) return refused("a signature line without its end");
        var lines = new ArrayList<Line>();
        for (var line : text.substring(0, text.length() - 1).split("\n", -1)) {
            if (lines.size() == MOST_LINES) return refused("more than " + MOST_LINES + " signatures");
            switch (Line.read(line)) {
                case Outcome.Done<Line>(var read) -> lines.add(read);
                case Outcome.Refused<Line>(var by, var detail) -> { return Outcome.refused(by, detail); }
            }
        }
        return Outcome.done(lines);
    }

    /** A key name: not empty, no space of any script, no plus, no control character. */
    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c) || Character.isISOControl(c));
    }

    /** The same note with one more signature. */
    public SignedNote with(Line line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new SignedNote(text, more);
    }

    /** The bytes to publish. */
    public byte[] encode() {
        var all = new StringBuilder(text).append('\n');
        lines.forEach(line -> all.append(line.encode()));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static <T> Outcome<T> refused(String detail) {
        return Outcome.refused(Means.FORMAT, detail);
    }
}
