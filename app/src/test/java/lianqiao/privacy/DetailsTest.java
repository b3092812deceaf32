package lianqiao.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import lianqiao.privacy.Detail.Kind;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What in a text points at a person, and what only looks like it. */
class DetailsTest {
    private static final String M = Details.MASK;

    private static String shown(String text) {
        return Details.masked(text, Speaker.RESIDENT);
    }

    private static String byOffice(String text) {
        return Details.masked(text, Speaker.OFFICE);
    }

    private static List<Kind> kinds(String text) {
        return Details.in(text, Speaker.RESIDENT).stream().map(Detail::kind).toList();
    }

    @ParameterizedTest @ValueSource(strings = {
        "13800138000", "138 0013 8000", "138-0013-8000", "138-00138000", "+86 13800138000", "+86-138-0013-8000", "0086 138 0013 8000", "8613800138000",
        "(+86)13800138000", "１３８００１３８０００", "１３８－００１３－８０００", "138.0013.8000", "1 3 8 0 0 1 3 8 0 0 0", "138 00 13 80 00", "013800138000",
        "一三八零零一三八零零零", "幺三八〇〇幺三八〇〇〇", "壹叁捌零零壹叁捌零零零", "138零零一三8000", "1\u200b3\u200b800138000", "1380013 8000", "19912345678"})
    void aMobileNumberIsFoundHoweverItIsWritten(String number) {
        assertEquals(List.of(Kind.MOBILE), kinds("请打" + number + "，谢谢"), number);
        var shown = shown("请打" + number + "，谢谢");
        assertTrue(shown.endsWith(M + "，谢谢") && !shown.contains("8000") && !shown.contains("5678") && !shown.contains("零"), shown);
        assertEquals(List.of(Kind.MOBILE), kinds(number));
        assertTrue(byOffice(number).contains(M));
    }

    @Test void everyOccurrenceIsMaskedNotOnlyTheFirst() {
        assertEquals("我" + M + "，我爱人" + M + "/" + M + " 或 " + M + "。再说一遍：" + M,
                shown("我13800138000，我爱人13900139000/13700137000 或 13600136000。再说一遍：138-0013-8000"));
        assertEquals(M + M, shown("13800138000").concat(shown("13800138000")));
    }

    @ParameterizedTest @ValueSource(strings = {
        "23800138000", "12345", "12800138000", "总价13800138000元", "20261122-000017-4", "2018-07-20 2019-05-10", "每天15-20 2019 12 3", "4952609.59",
        "138001380001", "gb50096-2011", "GB/T23451-2009", "0000-00000000", "241-260号", "2009）022号 ISBN 978-7-80552-263-0", "A00045581", "UU0082204",
        "24小时热线95598", "(2017)11号", "2014/5/25 18:30", "113.12345678901", "微信公众号查询", "use WeChat payment today", "一二三四五六七八九十"})
    void whatOnlyLooksLikeIt(String text) {
        assertEquals(text, shown(text));
    }

    @ParameterizedTest @ValueSource(strings = {"0731-84012345", "0731 84012345", "(0731)84012345", "（0731）84012345", "073184012345", "010-62345678",
        "0734-7399892", "0736－7258509", "0731—84012345", "+86 731 84012345", "0731-8401-2345", "0731-84012345-105"})
    void aLandlineIsAPersonsInAMessageAndAnOfficesInAReply(String number) {
        assertEquals(List.of(Kind.LANDLINE), kinds("家里" + number + "，"), number);
        assertTrue(shown("家里" + number + "，").endsWith(M + "，"));
        assertEquals("请致电" + number + "咨询", byOffice("请致电" + number + "咨询"));
    }

    @Test void aLocalNumberCountsWhenItIsCalledATelephone() {
        assertEquals("我家电话" + M + "，常年有人", shown("我家电话84012345，常年有人"));
        assertEquals("电话：" + M, shown("电话：8401-2345"));
        assertEquals("电话费8401234元", shown("电话费8401234元"));
        assertEquals("编号84012345", shown("编号84012345"));
        assertEquals("服务电话400-1234567，96111", shown("服务电话400-1234567，96111"));
    }

    @Test void identityNumbersNeedTheirCheckDigit() {
        assertEquals("身份：" + M + "。", shown("身份：110101199003078670。"));
        assertEquals(M + M, shown("44040119580101000X").concat(shown("44040119580101000x")));
        assertEquals(M, shown("440401 19580101 000X"));
        assertEquals(M, shown("４４０４０１１９５８０１０１０００Ｘ"));
        assertEquals(M, shown("610104620927690"));
        assertEquals("流水号110101199003078671", shown("流水号110101199003078671"));
        assertEquals("身份证号码：" + M + "（写错一位也是证件号）", shown("身份证号码：110101199003078671（写错一位也是证件号）"));
    }

    @Test void bankCardsNeedALengthAnIssuerAndACheckDigit() {
        var card = card("622202123456789012");
        var slip = card.substring(0, 18) + (card.charAt(18) == '9' ? '0' : (char) (card.charAt(18) + 1));
        assertEquals("卡" + M + "被盗刷", shown("卡" + card + "被盗刷"));
        assertEquals(M, shown(card("400000000000000").replaceAll("(.{4})(?!$)", "$1 ")));
        assertEquals("单号" + slip, shown("单号" + slip));
        assertEquals("银行卡号 " + M, shown("银行卡号 " + slip));
        assertEquals("总价1234567890123456", shown("总价1234567890123456"));
    }

    /** The number with its check digit by Luhn. */
    static String card(String front) {
        for (char check = '0'; check <= '9'; check++) if (BankCard.isValid(front + check)) return front + check;
        throw new IllegalArgumentException(front);
    }

    @ParameterizedTest @ValueSource(strings = {"湘A12345", "湘A·12345", "湘A 12345", "湘AD12345", "湘AF12345", "湘A12345D", "粤B1234警", "京a8k888", "湘Ａ１２３４５", "粤S7Z0U5", "苏E05EV8", "鲁B-12345"})
    void platesAreFoundOldAndNew(String plate) {
        assertEquals(List.of(Kind.PLATE), kinds("车牌" + plate + "乱停"), plate);
        assertEquals("车牌" + M + "乱停", shown("车牌" + plate + "乱停"));
        assertEquals("车牌" + M, byOffice("车牌" + plate));
    }

    @ParameterizedTest @ValueSource(strings = {"湘A市民", "苏A区ABCDE", "新APARTMENT", "鲁B2019012345678", "京A1234", "浙G20", "豫北12345"})
    void whatIsNoPlateStays(String text) {
        assertEquals(text, shown(text));
    }

    @Test void mailboxesAndAccounts() {
        assertEquals("写信到" + M + "。", shown("写信到li.hua+1@example.com。"));
        assertEquals("写信到" + M + "。", shown("写信到lihua＠qq.com。"));
        assertEquals("邮箱 lamp@city.gov.cn", byOffice("邮箱 lamp@city.gov.cn"));
        assertEquals("邮箱 " + M, byOffice("邮箱 lamp@163.com"));
        assertEquals("@大家 看 a@b", shown("@大家 看 a@b"));
        assertEquals("加我微信：" + M + "，", shown("加我微信：lihua_2019，"));
        assertEquals("微信号是" + M, shown("微信号是lihuahua"));
        assertEquals("vx " + M + " QQ：" + M, shown("vx li-hua88 QQ：123456789"));
        assertEquals("WeChat ID: " + M, shown("WeChat ID: LiHua-88"));
        assertEquals("微信同号 " + M, shown("微信同号 13800138000"));
        assertEquals("请关注微信公众号“城管发布”，微信支付", shown("请关注微信公众号“城管发布”，微信支付"));
    }

    @Test void placesAreCountedInTheTextAsItWasWritten() {
        var text = "😀电话１３８００１３８０００和京A12345";
        var found = Details.in(text, Speaker.RESIDENT);
        assertEquals(List.of(new Detail(Kind.MOBILE, 4, 15), new Detail(Kind.PLATE, 16, 23)), found);
        assertEquals("😀电话" + M + "和" + M, Details.masked(text, found));
    }

    @Test void whatIsMaskedOnceHasNothingLeftToMask() {
        var once = shown("我13800138000，湘A12345，110101199003078670，a@b.cn，微信：lihua_2019，0731-84012345");
        assertEquals(once, shown(once));
        assertEquals(6, once.split(M, -1).length - 1);
    }

    @Test void marksByHandJoinThoseThatWereFound() {
        var text = "住在柳巷14号的李华13800138000";
        var found = new java.util.ArrayList<>(Details.in(text, Speaker.RESIDENT));
        found.add(new Detail(Kind.BY_HAND, 8, 12));
        assertEquals("住在柳巷14号的" + M, Details.masked(text, found));
    }

    @Test void hostileTextTakesNoLongerThanOtherText() {
        var hostile = List.of("1".repeat(20_000), "1 ".repeat(10_000), "138-".repeat(5_000), "京A".repeat(10_000), "@".repeat(20_000), "a@a.".repeat(5_000),
                "微信".repeat(10_000), "a.".repeat(9_000) + "@" + "b.".repeat(9_000), "一".repeat(20_000), "12345678901234567".repeat(1_000), "6222 ".repeat(4_000),
                "0731-".repeat(4_000), "身份证1".repeat(5_000), "\u200b1".repeat(10_000));
        for (var text : hostile)
            Assertions.assertTimeout(Duration.ofMillis(500), () -> Details.masked(text, Speaker.RESIDENT), text.substring(0, 12));
    }
}
