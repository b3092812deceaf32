package lianqiao.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** Every parser that reads what comes from outside. A new one is one line in the list of its room. */
public final class Targets {
    private Targets() {}

    public static List<Target> all() {
        return Stream.of(lianqiao.base.BaseFuzz.TARGETS, lianqiao.identity.IdentityFuzz.TARGETS, lianqiao.identity.PasskeyFuzz.TARGETS,
                lianqiao.authenticity.AuthenticityFuzz.TARGETS, lianqiao.channels.oidc.OidcFuzz.TARGETS, lianqiao.outside.OutsideFuzz.TARGETS, lianqiao.routing.RoutingFuzz.TARGETS, lianqiao.checklist.ChecklistFuzz.TARGETS, lianqiao.insight.InsightFuzz.TARGETS,
                lianqiao.drafting.DraftingFuzz.TARGETS, lianqiao.privacy.PrivacyFuzz.TARGETS, lianqiao.web.WebFuzz.TARGETS,
                lianqiao.calendar.CalendarFuzz.TARGETS, lianqiao.cases.CasesFuzz.TARGETS, lianqiao.cases.PhotoFuzz.TARGETS, lianqiao.offices.OfficesFuzz.TARGETS, lianqiao.channels.ChannelsFuzz.TARGETS,
                lianqiao.channels.mail.MailFuzz.TARGETS, lianqiao.search.SearchFuzz.TARGETS, lianqiao.portal.PortalFuzz.TARGETS, lianqiao.api.ApiFuzz.TARGETS,
                lianqiao.app.AppFuzz.TARGETS, lianqiao.transparency.LogFuzz.TARGETS).flatMap(List::stream).toList();
    }

    static Target named(String name) {
        return Stream.concat(all().stream(), Planted.TARGETS.stream()).filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
