package lianqiao.checklist;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The patterns that show whether an answer says who, what, until when, on what rule and how to object, and the words that hurt. */
final class Marks {
    private static final Pattern WHO = Pattern.compile("联系人|联系电话|咨询电话|电话|热线|经办|负责人|\\d{3,4}[-— ]?\\d{7,8}|(?<!\\d)1\\d{4}(?!\\d)|[\\u4e00-\\u9fff]{2,12}(局|委|办|街道|社区|居委会|中心|大队|支队|公司|学校|医院|物业)"
            + "|(?i:\\btelephone\\b|\\bphone\\b|\\bcontact\\b|\\b(bureau|office|department|committee|council|agency|team|company)\\b)");
    private static final Pattern WHAT = Pattern.compile("(已|已经|将|正在|拟|计划|会同|责令|安排|督促).{0,16}(处理|整改|维修|修复|修好|核实|调查|更换|清理|清运|联系|安排|拆除|改造|完成|办理|检查|巡查|核查|施工|协调|答复|发放|支付|开通|增设|调整)"
            + "|(处理|整改|维修|修复|清理|更换|拆除|改造)(完毕|完成|到位)|(?i:\\b(has|have) been\\b|\\bwill (be )?\\w+|\\bwe (have|are|checked|repaired|replaced|removed)\\b)");
    private static final Pattern WHEN = Pattern.compile("\\d{1,4}年|\\d{1,2}月(\\d{1,2}[日号]|底|初|中旬|上旬|下旬|前)|\\d{1,2}[日号]前|\\d+ ?(个)?(工作日|天|小时|周|个月)(内|之内|以内)|(今天|明天|本周|下周|本月|下月|年底|月底|近期内)"
            + "|(?i:\\bby (monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\d|the end of|january|february|march|april|may|june|july|august|september|october|november|december)|\\bwithin \\d+|\\bon \\d{1,2} \\w+|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b(today|tomorrow|next week|this week)\\b)");
    private static final Pattern RULE = Pattern.compile("《[^》]{2,60}》|第[一二三四五六七八九十百零〇\\d]+条|[〔\\[（(]20\\d\\d[〕\\]）)]\\s*\\d+\\s*号|(?i:\\b(article|section|regulation|ordinance|act|law|rule|code) \\d+|\\bunder the [A-Z]\\w+)");
    private static final Pattern OBJECTION = Pattern.compile("异议|复议|复核|复查|申诉|行政诉讼|不服|不满意|有疑问|如有(任何)?(问题|疑问|不明|其他)|重新(反映|办理|申请)|再次(反映|来电|留言)|投诉渠道|拨打.{0,12}(12345|热线)|(?i:\\b(appeal|object|objection|disagree|complain|review|not satisfied|reopen|have it taken up again)\\b)");
    private static final Pattern TONE = Pattern.compile("不归(我们|我局|本局|本单位)管|与(我们|我局|本局|本单位)无关|无理(取闹|要求)|胡说|胡闹|纯属|捏造|造谣|刁民|不可能办|自己(想办法|解决|去查)|请自行(解决|查阅|百度)|说过(多次|很多遍|无数次)|你们?(应该|必须)(知道|明白|清楚)|不要再(来|问|反映|投诉)|没完没了|多此一举|常识"
            + "|(?i:\\bnot our (problem|job|business)\\b|\\bas (already|repeatedly) (told|explained)\\b|\\bobviously\\b|\\byou should (know|have known)\\b|\\bunreasonable\\b|\\bstop (asking|writing|complaining)\\b|\\bnonsense\\b)");

    private Marks() {}

    static boolean has(Item item, String answer) {
        return switch (item) {
            case WHO -> WHO.matcher(answer).find();
            case WHAT -> WHAT.matcher(answer).find();
            case WHEN -> WHEN.matcher(answer).find();
            case RULE -> RULE.matcher(answer).find();
            case OBJECTION -> OBJECTION.matcher(answer).find();
            default -> true;
        };
    }

    static List<String> hurting(String answer) {
        return TONE.matcher(answer).results().map(MatchResult::group).distinct().limit(5).toList();
    }
}
