package lianqiao.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import lianqiao.base.Public;

/** The house rules on classes (docs/rooms.md). Every one has a twin in {@code broken} that it is seen to report. */
final class Rules {
    private Rules() {}

    private static final String[] COUNTING = {"..insight..", "..routing..", "..checklist..", "..brief..", "..accountability..", "..transparency..", "..authenticity.."};
    private static final String[] SUBJECTS = {"..cases..", "..ideas..", "..deliberation.."};
    private static final String[] FACES = {"..web..", "..portal..", "..desk..", "..api..", "lianqiao.app..", "lianqiao"};

    static final ArchRule TIME_IS_HANDED_IN = noClasses().that().resideOutsideOfPackage("lianqiao.app..")
            .should(Conditions.reach("ask the clock", Rules::asksTheClock))
            .as("Time is handed in: only room `app` asks the clock, by whatever call.");

    static final ArchRule ONLY_FACES_AND_JOBS_HOLD_A_CLOCK = noClasses().that().resideOutsideOfPackages(FACES)
            .and().resideOutsideOfPackage("..jobs..")
            .should().dependOnClassesThat().belongToAnyOf(java.time.InstantSource.class, java.time.Clock.class)
            .as("Only the faces and the jobs are given a clock; rooms of rules are told the time.");

    static final ArchRule WHAT_IS_PUBLIC_NAMES_NOBODY = noClasses().that().areAssignableTo(Public.class)
            .should().dependOnClassesThat().resideInAPackage("..identity..")
            .as("What is marked public names nobody: it has no type from `identity`, also inside generics.");

    static final ArchRule WHAT_IS_PUBLIC_HOLDS_ONLY_WHAT_IS_PUBLIC = classes().that().areAssignableTo(Public.class)
            .should(Conditions.HOLD_ONLY_WHAT_IS_PUBLIC).allowEmptyShould(true)
            .as("What is marked public holds only what is public, however deep.");

    static final ArchRule COUNTING_ROOMS_SEE_NO_PERSON = noClasses().that().resideInAnyPackage(COUNTING)
            .should().dependOnClassesThat().resideInAPackage("..identity..")
            .as("Rooms that count or publish (insight, routing, checklist, brief, accountability, transparency, authenticity) see no person.");

    static final ArchRule COUNTING_ROOMS_ASK_FOR_NO_PERSON = noClasses().that().resideInAnyPackage(COUNTING)
            .should(Conditions.reach("ask for a person", access -> access instanceof JavaMethodCall call
                    && call.getTarget().getRawReturnType().getPackageName().contains(".identity")))
            .as("Rooms that count or publish make no call that answers with a person.");

    static final ArchRule COUNTING_ROOMS_SEE_ONLY_WHAT_IS_PUBLIC = noClasses().that().resideInAnyPackage(COUNTING)
            .should().dependOnClassesThat(resideInAnyPackage(SUBJECTS).and(not(assignableTo(Public.class))))
            .as("Rooms that count or publish use of cases, ideas and deliberations only what is public.");

    static final ArchRule SQL_LIVES_IN_STORES = noClasses().that(areNo("Store")).and().resideOutsideOfPackage("lianqiao.store..")
            .and().resideOutsideOfPackage("lianqiao.app..")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..",
                    "org.springframework.dao..", "org.springframework.data..", "jakarta.persistence..", "org.hibernate..",
                    "org.postgresql..", "com.zaxxer.hikari..", "org.flywaydb..")
            .as("SQL lives in `*Store` classes and in room `store`, through whatever library it comes.");

    /** The store of the benches writes a million invented cases by COPY, only ever into a bench's own folder. */
    static final ArchRule WIRING_WRITES_NO_SQL = noClasses().that().resideInAPackage("..app..")
            .and(not(resideInAnyPackage("lianqiao.app.bench..").and(not(areNo("Store")))))
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.postgresql..")
            .as("Room `app` may hand on a pool of connections and writes no SQL; only a bench's store writes, into the bench's own folder.");

    static final ArchRule STORES_STAY_AT_HOME = noClasses().that().haveSimpleNameEndingWith("Store")
            .and().resideOutsideOfPackage("lianqiao.store..").should().bePublic()
            .as("A `*Store` cannot be named outside its room.");

    static final ArchRule CASES_ARE_NOT_ERASED = noMethods().that().areDeclaredInClassesThat().resideInAPackage("..cases..")
            .should().haveNameMatching("(delete|remove|purge|erase|hide|overwrite).*")
            .as("Nothing about a case can be erased: no method of room `cases` is named delete, remove, purge, erase, hide or overwrite.");

    /**
     * A bench asks a server of its own over HTTP on loopback: figures of anything else would not be those of a reader. The server's connector opens
     * none, it shuts lines on which others came.
     */
    static final ArchRule ONLY_THE_WAY_OUT_OPENS_A_LINE = noClasses().that().resideOutsideOfPackages("..outside..", "lianqiao.app.bench..")
            .and().haveNameNotMatching("lianqiao\\.app\\.ImpatientProtocol(\\$.*)?")
            .should().dependOnClassesThat(opensALine())
            .as("Only `outside`, behind its guard, opens a line to elsewhere, through whatever library; a bench opens one to its own server.");

    static final ArchRule MAIL_IS_WRITTEN_IN_ONE_PLACE = noClasses().that().resideOutsideOfPackage("..channels.mail..")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "org.springframework.mail..")
            .as("Only `channels.mail` uses the mail library, over lines that `outside` gives it.");

    /** Feeds are written and never read. Whoever must read XML makes one reader without entities and names it here. */
    static final ArchRule NOBODY_READS_XML = noClasses().should().dependOnClassesThat(readsXml())
            .as("No room reads XML, so no entity can be expanded and no address in it be called.");

    static final ArchRule ONLY_TRANSPARENCY_USES_THE_LOG = noClasses().that().resideOutsideOfPackages("..transparency..", "..tlog..")
            .should().dependOnClassesThat().resideInAPackage("..tlog..")
            .as("Only `transparency` uses the transparency log.");

    static final ArchRule SPRING_STAYS_AT_THE_FACES = noClasses().that(areNo("Store")).and().resideOutsideOfPackages(FACES)
            .and().resideOutsideOfPackage("lianqiao.store..")
            .should().dependOnClassesThat(resideInAnyPackage("org.springframework..")
                    .and(not(resideInAnyPackage("org.springframework.modulith..", "org.springframework.security.crypto.."))))
            .as("The framework stays at the faces and in the stores; rooms of rules are plain Java.");

    static final List<ArchRule> ALL = java.util.stream.Stream.of(TIME_IS_HANDED_IN, ONLY_FACES_AND_JOBS_HOLD_A_CLOCK,
            WHAT_IS_PUBLIC_NAMES_NOBODY, WHAT_IS_PUBLIC_HOLDS_ONLY_WHAT_IS_PUBLIC, COUNTING_ROOMS_SEE_NO_PERSON,
            COUNTING_ROOMS_ASK_FOR_NO_PERSON, COUNTING_ROOMS_SEE_ONLY_WHAT_IS_PUBLIC, SQL_LIVES_IN_STORES,
            WIRING_WRITES_NO_SQL, STORES_STAY_AT_HOME, CASES_ARE_NOT_ERASED, ONLY_THE_WAY_OUT_OPENS_A_LINE,
            MAIL_IS_WRITTEN_IN_ONE_PLACE, NOBODY_READS_XML,
            ONLY_TRANSPARENCY_USES_THE_LOG, SPRING_STAYS_AT_THE_FACES)
            .map(rule -> rule.allowEmptyShould(true)).toList();   // some rooms are not born yet; the twins show that the rules bark

    static ArchRule noRings(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static boolean asksTheClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.time.InstantSource" -> name.equals("system");
            case "java.util.Calendar" -> name.equals("getInstance");
            case "java.util.Date", "java.util.GregorianCalendar" -> Conditions.isEmptyConstructor(access);
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    private static DescribedPredicate<JavaClass> areNo(String ending) {
        return DescribedPredicate.describe("are no " + ending, c -> !Conditions.outermost(c).getSimpleName().endsWith(ending));
    }

    private static DescribedPredicate<JavaClass> opensALine() {
        var names = List.of("java.net.Socket", "java.net.DatagramSocket", "java.net.URLConnection", "java.net.HttpURLConnection",
                "javax.net.ssl.HttpsURLConnection", "java.nio.channels.SocketChannel", "java.nio.channels.AsynchronousSocketChannel",
                "java.net.URL", "org.springframework.web.client.RestClient", "org.springframework.web.client.RestTemplate");
        return resideInAnyPackage("java.net.http..", "org.springframework.web.client..", "org.springframework.http.client..",
                "org.springframework.web.reactive..", "okhttp3..", "org.apache.http..", "org.apache.hc..").or(DescribedPredicate.describe("open a line", c -> names.contains(c.getName())))
                .as("open a line to elsewhere");
    }

    private static DescribedPredicate<JavaClass> readsXml() {
        return resideInAnyPackage("javax.xml.parsers..", "javax.xml.stream..", "javax.xml.transform..", "javax.xml.xpath..", "javax.xml.bind..",
                "jakarta.xml.bind..", "org.xml.sax..", "org.jdom2.input..", "org.dom4j.io..", "com.thoughtworks.xstream..", "tools.jackson.dataformat.xml..")
                .or(DescribedPredicate.describe("read XML", c -> c.getName().matches("com\\.rometools\\.rome\\.io\\.(\\w*Input|XmlReader)|java\\.beans\\.XMLDecoder")))
                .as("read XML");
    }

}
