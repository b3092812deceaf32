package lianqiao.channels;

import java.util.Map;
import java.util.UUID;

/**
 * One line of the outbox: something to tell somebody once.
 *
 * @param caseNumber empty for letters about a subscription or a sign-in
 * @param number the entry of the case; for subscriptions the how-manieth letter of that purpose it is
 * @param recipient a resident, a subscription, or a try to sign in
 * @param facts codes and dates of the event, never words that people wrote
 * @param attempts how often it has been taken in hand, this time included
 */
record Notice(String caseNumber, int number, UUID recipient, Purpose purpose, Map<String, String> facts, int attempts) {
    Notice {
        facts = Map.copyOf(facts);
    }

    /** Not tried yet. */
    static Notice fresh(String caseNumber, int number, UUID recipient, Purpose purpose, Map<String, String> facts) {
        return new Notice(caseNumber, number, recipient, purpose, facts, 0);
    }

    String fact(String key) {
        return facts.getOrDefault(key, "");
    }

    /** Where a notice stands. */
    enum State {
        /** To be sent, now or later. */
        WAITING,
        /** The mail server has taken it. */
        SENT,
        /** Only a phone number is known and there is no gateway for text messages: the hotline calls. */
        NEEDS_CALL,
        /** Only a phone number is known, and it is not worth a call: it stands on the page of the case. */
        ON_PAGE,
        /** The hotline has called. */
        CALLED,
        /** The contact is no longer kept. */
        NO_CONTACT,
        /** Refused for good, or tried too often; an officer sees it. */
        GAVE_UP,
        /** Of no use any more, as news for somebody who no longer subscribes. */
        DROPPED
    }
}
