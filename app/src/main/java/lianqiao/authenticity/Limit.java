package lianqiao.authenticity;

import static lianqiao.authenticity.Limit.Beyond.CHECK;
import static lianqiao.authenticity.Limit.Beyond.CHECK_FOR_ALL;
import static lianqiao.authenticity.Limit.Beyond.REFUSE;
import static lianqiao.authenticity.Limit.Beyond.SLOW;
import static lianqiao.authenticity.Limit.Per.CASE;
import static lianqiao.authenticity.Limit.Per.CONTACT;
import static lianqiao.authenticity.Limit.Per.INSTALLATION;
import static lianqiao.authenticity.Limit.Per.LOGIN;
import static lianqiao.authenticity.Limit.Per.PREFIX;

import java.time.Duration;

/**
 * Every limit of the program on how often something may happen. None of them looks at what is said. {@code docs/limits.md}
 * is written from this table, and a test goes through every row.
 */
public enum Limit {
    NEW_CASE_PER_PREFIX(10, 100, Duration.ofHours(1), PREFIX, CHECK,
            "One street, school or mobile network shares a prefix, so many may file at once; a program that files alone has to work for it, and then to stop."),
    NEW_CASE_EVERYWHERE(120, 120, Duration.ofMinutes(1), INSTALLATION, CHECK_FOR_ALL,
            "A flood from thousands of addresses, each of which sends almost nothing, shows only in the sum."),
    PHOTO_PER_PREFIX(120, 120, Duration.ofHours(1), PREFIX, REFUSE,
            "Every photo is unpacked and written anew, the dearest thing a stranger can ask of us; the form goes through without it."),
    WAIT_PER_PREFIX(30, 30, Duration.ofHours(1), PREFIX, REFUSE,
            "Waiting in place of work is for people without scripts; a program could wait a thousand times at once."),
    WRONG_CODE_PER_PREFIX(20, 20, Duration.ofMinutes(15), PREFIX, REFUSE,
            "A follow-up code has 50 bits, so this is about peace, not secrecy; right codes are never counted, and nobody can be locked out of a case."),
    ACT_PER_CASE(30, 30, Duration.ofHours(1), CASE, REFUSE,
            "What a resident adds to their case stays in its trail for ever; nobody writes thirty times an hour."),
    SUBSCRIPTION_PER_PREFIX(10, 20, Duration.ofMinutes(15), PREFIX, CHECK,
            "The first letter goes to whomever the sender of the form names."),
    FOLD_REVIEW_PER_PREFIX(5, 20, Duration.ofHours(1), PREFIX, CHECK,
            "Somebody reads every request for a review; a program that asks about everything would bury those of people."),
    SUBSCRIPTION_PER_CONTACT(10, 10, Duration.ofDays(1), CONTACT, SLOW,
            "A mailbox is not flooded by others; who asks again gets the same answer and no letter."),
    SIGN_IN_CODE_PER_CONTACT(5, 5, Duration.ofDays(1), CONTACT, REFUSE,
            "A mailbox or a phone is not flooded with codes by somebody else."),
    SIGN_IN_CODE_AGAIN(1, 1, Duration.ofMinutes(1), CONTACT, REFUSE,
            "A second code at once would only confuse which of them is good."),
    SIGN_IN_CODE_PER_PREFIX(5, 20, Duration.ofHours(1), PREFIX, CHECK,
            "Each code costs a letter or a text message that goes to whomever the sender names."),
    SIGN_IN_CODE_EVERYWHERE(600, 600, Duration.ofHours(1), INSTALLATION, REFUSE,
            "Text messages cost money; whoever pumps them through thousands of addresses shows only in the sum."),
    SIGN_IN_TRY_PER_PREFIX(120, 120, Duration.ofMinutes(15), PREFIX, REFUSE,
            "Beginning with a passkey or an identity service writes a row each time, before anybody has shown anything."),
    EXPORT_PER_PREFIX(20, 20, Duration.ofHours(1), PREFIX, REFUSE,
            "The open data file is all public cases at once; whoever wants what is new asks the lists and feeds."),
    WRONG_SIGN_IN_CODE_PER_CONTACT(5, 5, Duration.ofMinutes(5), CONTACT, REFUSE,
            "Six digits can be guessed in a million tries, so there are only five for each code."),
    WRONG_PASSWORD_PER_PREFIX(60, 60, Duration.ofMinutes(15), PREFIX, REFUSE,
            "Whoever tries one password on every login is not slowed by the delay of each; an office shares a prefix, so only wrong ones count."),
    WRONG_PASSWORD_PER_LOGIN(4, 4, Duration.ofDays(1), LOGIN, SLOW,
            "Guessing gets slower and slower, up to five minutes a try, and nobody is ever locked out.");

    private final int near;
    private final int most;
    private final Duration window;
    private final Per per;
    private final Beyond beyond;
    private final String why;

    /** What is counted together. */
    public enum Per {
        /** The network a request comes from: /24 of IPv4, /56 of IPv6, known only by a keyed hash that nobody can take back after a day. */
        PREFIX,
        /** An e-mail address or a phone number, in memory by the same keyed hash. */
        CONTACT,
        CASE,
        /** An officer's login. */
        LOGIN,
        /** All together, on each node. */
        INSTALLATION
    }

    /** What happens beyond. */
    public enum Beyond {
        /** From {@code near} on a check is asked for (work of the browser, or a short wait), from {@code most} on 429. */
        CHECK,
        /** From {@code near} on everybody is asked for the check, until it has been quiet for a while. Nobody is refused. */
        CHECK_FOR_ALL,
        /** 429 with Retry-After; what was typed stands in the form. */
        REFUSE,
        /** Nothing is refused: it takes longer, or is not repeated. Counted in the database by the room that does it. */
        SLOW
    }

    Limit(int near, int most, Duration window, Per per, Beyond beyond, String why) {
        this.near = near;
        this.most = most;
        this.window = window;
        this.per = per;
        this.beyond = beyond;
        this.why = why;
    }

    /** How many in the window go through without anything being asked. */
    public int near() {
        return near;
    }

    /** How many in the window go through at all; for {@link Beyond#CHECK_FOR_ALL} and {@link Beyond#SLOW} the same as {@link #near}. */
    public int most() {
        return most;
    }

    public Duration window() {
        return window;
    }

    public Per per() {
        return per;
    }

    public Beyond beyond() {
        return beyond;
    }

    /** The reason, one sentence for the page of the limits. */
    public String why() {
        return why;
    }

    /** Whether the operator's switch raises and lowers it: crowds differ from town to town, guessing and flooded mailboxes do not. */
    public boolean isScaled() {
        return (per == Per.PREFIX || per == Per.INSTALLATION) && !name().startsWith("WRONG");
    }
}
