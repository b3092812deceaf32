package lianqiao.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactTest {
    @Test
    void theSameMobileNumberTypedInNineWaysIsOneContact() {
        for (var typed : List.of("13812345678", "138 1234 5678", "138-1234-5678", "１３８１２３４５６７８", "+8613812345678", "+86 138 1234 5678",
                "008613812345678", "86 13812345678", " (138)1234–5678 ")) {
            assertEquals(Optional.of(new Contact.Phone("13812345678")), Contact.read(typed), typed);
        }
    }

    @Test
    void landlinesAndForeignNumbersAreUnderstood() {
        assertEquals("057188886666", Contact.read("0571-88886666").orElseThrow().reveal());
        assertEquals("057188886666", Contact.read("+86 571 8888 6666").orElseThrow().reveal());
        assertEquals("01012345678", Contact.read("+86 10 1234 5678").orElseThrow().reveal());
        assertEquals("+442079460000", Contact.read("0044 20 7946 0000").orElseThrow().reveal());
    }

    @Test
    void anAddressKeepsItsNameAndLosesTheCapitalsOfItsDomain() {
        assertEquals("Li.Wei@example.org", Contact.read(" Li.Wei@Example.ORG ").orElseThrow().reveal());
        assertEquals("li@example.org", Contact.read("ｌｉ＠ｅｘａｍｐｌｅ．ｏｒｇ").orElseThrow().reveal());
        assertEquals("li@例子.中国", Contact.read("li@例子.中国").orElseThrow().reveal());
    }

    @Test
    void whatIsNeitherIsRefused() {
        for (var typed : List.of("", "1381234567", "12345678901", "abc", "li@", "@example.org", "li@example", "li wei@example.org",
                "li@example.org\nBcc: all@example.org", "li@exa\u0000mple.org", "1".repeat(500), "a".repeat(70) + "@example.org", "🙂@🙂.🙂")) {
            assertTrue(Contact.read(typed).isEmpty(), typed);
        }
    }

    @Test
    void aContactDoesNotPrintItself() {
        var phone = Contact.read("13812345678").orElseThrow();
        var email = Contact.read("li.wei@example.org").orElseThrow();
        assertFalse(phone.toString().contains("1"));
        assertFalse(email.toString().contains("li"));
        assertEquals("138****5678", phone.masked());
        assertEquals("l***@example.org", email.masked());
    }
}
