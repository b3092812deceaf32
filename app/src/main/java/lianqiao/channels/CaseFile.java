package lianqiao.channels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV file of cases in whatever encoding it came: UTF-8 with or without a mark, or else GB18030, which covers GBK and
 * GB2312. When it is cleanly neither, it is read as UTF-8 and every broken place becomes U+FFFD, so that the rows that
 * hold one can be reported and the others taken.
 */
record CaseFile(Path path, Charset charset, boolean clean, long bytes) {
    static CaseFile at(Path path) throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            if (isCleanly(path, charset)) return new CaseFile(path, charset, true, Files.size(path));
        }
        return new CaseFile(path, StandardCharsets.UTF_8, false, Files.size(path));
    }

    private static boolean isCleanly(Path path, Charset charset) throws IOException {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), decoder))) {
            var buffer = new char[1 << 16];
            while (reader.read(buffer) >= 0) { }
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    /** The text from its first letter on, without a byte order mark. */
    Reader open() throws IOException {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), decoder), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') reader.reset();
        return reader;
    }
}
