package lianqiao.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToIntFunction;
import lianqiao.base.CaseNumber;
import lianqiao.calendar.TimeLimit;
import lianqiao.identity.ResidentId;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;

/** Draws acts: mostly such as the state offers, now and then any at all, with right and wrong proofs. */
final class RandomActs {
    private static final List<Class<?>> ALL = List.of(Act.class.getPermittedSubclasses());

    private final List<OfficeCode> offices;
    private final String reason;
    private final String ground;
    private final String basis;
    private final ServiceCode service;

    RandomActs(List<OfficeCode> offices, String reason, String ground, String basis, ServiceCode service) {
        this.basis = basis;
        this.service = service;
        this.offices = offices;
        this.reason = reason;
        this.ground = ground;
    }

    Act draw(Random random, Progress p, CaseNumber number, Instant now) {
        var offered = Workflow.all().stream().filter(s -> s.from() == p.state).map(Workflow.Step::act).toList();
        var kind = offered.isEmpty() || random.nextInt(5) == 0 ? ALL.get(random.nextInt(ALL.size())) : offered.get(random.nextInt(offered.size()));
        return make(kind.getSimpleName(), random, p, number, now);
    }

    private OfficeCode office(Random random) {
        return offices.get(random.nextInt(offices.size()));
    }

    private static int proposal(Random random, Progress p) {
        return any(random, p, Measure::proposal);
    }

    private static int measure(Random random, Progress p) {
        return any(random, p, Measure::number);
    }

    private static int notice(Random random, Progress p) {
        var all = p.measures.notices().all();
        return all.isEmpty() || random.nextInt(5) == 0 ? random.nextInt(9) : all.get(random.nextInt(all.size())).number();
    }

    private static int any(Random random, Progress p, ToIntFunction<Measure> number) {
        var all = p.measures.all();
        return all.isEmpty() || random.nextInt(5) == 0 ? random.nextInt(9) : number.applyAsInt(all.get(random.nextInt(all.size())));
    }

    private Act make(String kind, Random random, Progress p, CaseNumber number, Instant now) {
        var words = "…";
        return switch (kind) {
            case "AskBack" -> new Act.AskBack(words);
            case "Supplement" -> new Act.Supplement(words, List.of());
            case "StopWaiting" -> new Act.StopWaiting();
            case "Assign" -> new Act.Assign(office(random), List.of(), random.nextBoolean() ? "" : words);
            case "AssignFinally" -> new Act.AssignFinally(office(random), List.of(), words);
            case "Reclassify" -> new Act.Reclassify(random.nextInt(5) == 0 ? new ServiceCode("made-up") : service);
            case "Accept" -> new Act.Accept();
            case "SendBack" -> new Act.SendBack(random.nextInt(9) == 0 ? "made-up" : reason, words);
            case "Extend" -> new Act.Extend(random.nextInt(5) == 0 ? TimeLimit.parse("3wd") : TimeLimit.parse(p.clock.limit().format()), words);
            case "Report" -> new Act.Report(words, List.of());
            case "GiveTask" -> new Act.GiveTask(office(random), words);
            case "FinishTask" -> new Act.FinishTask(random.nextInt(9), words, List.of());
            case "Answer" -> new Act.Answer(words, List.of());
            case "ClaimDone" -> new Act.ClaimDone(words, List.of());
            case "CallBack" -> new Act.CallBack(Act.CallBack.How.PHONE, "");
            case "Verdict" -> new Act.Verdict(Act.Solved.values()[random.nextInt(3)], random.nextInt(6), random.nextInt(6), "");
            case "Reopen" -> new Act.Reopen(random.nextInt(4) == 0 ? "" : words);
            case "Escalate" -> new Act.Escalate(Act.Level.values()[random.nextInt(3)], words);
            case "Climb" -> new Act.Climb(Act.Rung.values()[random.nextInt(4)], random.nextBoolean() ? now : p.due);
            case "PutOnBook" -> new Act.PutOnBook(now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(random.nextInt(500) - 20), words);
            case "Revisit" -> new Act.Revisit();
            case "Refuse" -> new Act.Refuse(random.nextInt(9) == 0 ? "made-up" : ground, words);
            case "Join" -> new Act.Join(number);
            case "CloseConfirmed" -> new Act.CloseConfirmed(random.nextBoolean() ? p.verdictEntry : random.nextInt(20));
            case "CloseAfterSilence" -> new Act.CloseAfterSilence(random.nextBoolean() ? p.callBackEntry : random.nextInt(20));
            case "CloseImported" -> new Act.CloseImported();
            case "Recompute" -> new Act.Recompute("2026-changed");
            case "ProposeMeasure" -> new Act.ProposeMeasure(random.nextBoolean() ? Measure.Form.MASK : Measure.Form.WITHHOLD, 1 + random.nextInt(4), null, null,
                    List.of(new Measure.Span("text", 0, 2)), random.nextInt(9) == 0 ? "made-up" : basis, Measure.Content.PERSONAL, random.nextBoolean() ? 0 : notice(random, p), words);
            case "WithdrawWords" -> new Act.WithdrawWords(random.nextInt(5) == 0 ? List.of() : List.of(1), List.of("1.text"));
            case "Conceal" -> new Act.Conceal();
            case "CorrectContact" -> new Act.CorrectContact(new ResidentId(new UUID(0, random.nextInt())));
            case "ForgetContact" -> new Act.ForgetContact();
            case "MaskAnew" -> new Act.MaskAnew(2);
            case "DropProposal" -> new Act.DropProposal(proposal(random, p), words);
            case "Mask" -> new Act.Mask(proposal(random, p));
            case "Withhold" -> new Act.Withhold(proposal(random, p));
            case "Appeal" -> new Act.Appeal(measure(random, p), words);
            case "Uphold" -> new Act.Uphold(measure(random, p), words);
            case "ForwardNotice" -> new Act.ForwardNotice(random.nextInt(9), Right.OTHER);
            case "DeclineNotice" -> new Act.DeclineNotice(notice(random, p), words);
            case "StateCounter" -> new Act.StateCounter(notice(random, p), words);
            case "ReportRecourse" -> new Act.ReportRecourse(notice(random, p), RightsNotice.Recourse.COURT);
            case "RestoreByRule" -> new Act.RestoreByRule(measure(random, p));
            case "LapseNotice" -> new Act.LapseNotice(notice(random, p));
            case "GiveNotice" -> new Act.GiveNotice(number, 1, Right.OTHER, words);
            case "AnswerNotice" -> new Act.AnswerNotice(RightsNotice.Standing.MEASURED);
            case "PassOnCounter" -> new Act.PassOnCounter(now.plusSeconds(random.nextInt(1_000_000)));
            case "TakeRecourse" -> new Act.TakeRecourse(RightsNotice.Recourse.AUTHORITY, words);
            case "SettleNotice" -> new Act.SettleNotice(Act.End.LIFTED);
            case "Restore" -> new Act.Restore(measure(random, p), words);
            default -> new Act.Note(words);
        };
    }
}
