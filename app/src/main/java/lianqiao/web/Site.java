package lianqiao.web;

import java.time.ZoneId;
import lianqiao.base.Text;

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
 * @param demo whether this is the invented town; only then is the style guide served
 */
public record Site(Text name, String domain, String idCode, ZoneId zone, String phone, String email, String source, boolean demo) {}
