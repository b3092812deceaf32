package lianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import lianqiao.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * What an installation says about itself on every page.
 *
 * @param name the name shown in titles and in the government meta tag SiteName
 * @param domain the host without protocol, for SiteDomain, for example {@code ask.example.org}
 * @param idCode the government site identification code of ten characters, for SiteIDCode
 * @param zone the zone whose days and hours are shown
 * @param phone the hotline, as people dial it
 * @param email the address for questions about the site itself
 * @param source where the source code is, an absolute address
 * @param address how the outside world reaches the site, without a slash at the end; null while nobody has said
 * @param demo whether this is the invented town; only then is the style guide served
 */
public record Site(Text name, String domain, String idCode, ZoneId zone, String phone, String email, String source, @Nullable String address, boolean demo) {
    /** Where absolute addresses of this site begin; while nobody has said how it is reached, what this reader typed. */
    public String base(HttpServletRequest request) {
        if (address != null) return address;
        var whole = request.getRequestURL().toString();
        return whole.substring(0, whole.indexOf('/', whole.indexOf("://") + 3));
    }
}
