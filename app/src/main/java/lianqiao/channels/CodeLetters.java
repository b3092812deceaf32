package lianqiao.channels;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianqiao.channels.mail.Letter;
import lianqiao.channels.mail.Letter.Kind;
import lianqiao.channels.mail.Letter.Part;
import lianqiao.identity.SignInCodes;
import lianqiao.identity.SignInCodes.Sending;

/** Writes letters with a code to sign in. The subject names no code, for subjects stand on locked screens. Thread-safe. */
final class CodeLetters {
    private final Wording wording;
    private final SignInCodes codes;
    private final Seal seal;
    private final Letters letters;

    CodeLetters(Wording wording, SignInCodes codes, Seal seal, Letters letters) {
        this.wording = wording;
        this.codes = codes;
        this.seal = seal;
        this.letters = letters;
    }

    Map<UUID, Sending> toSend(Collection<UUID> tries, Instant now) {
        return codes.toSend(tries, now);
    }

    Letter code(Notice notice, Sending sending, Instant now) {
        var language = sending.language();
        var parts = List.of(new Part(Kind.TEXT, wording.say(language, "channels.mail.greeting")),
                new Part(Kind.TEXT, wording.say(language, "channels.mail.sign-in.text", sending.code())),
                new Part(Kind.TEXT, wording.say(language, "channels.mail.sign-in.link")),
                new Part(Kind.LINK, wording.link(language, "/me/sign-in/code?code=" + sending.code())),
                new Part(Kind.TEXT, wording.say(language, "channels.mail.sign-in.next", "" + SignInCodes.LIFE.toMinutes())),
                letters.sign(language));
        return new Letter(seal.messageId(notice), sending.to().reveal(), language, wording.say(language, "channels.mail.sign-in.subject"), parts, null, now);
    }
}
