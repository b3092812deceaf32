package lianqiao.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented messages on three subjects in Chinese and three in English, for the tests of the router. */
final class Letterbox {
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private static final List<String> PLACES = List.of("榴花街", "石桥路", "松林巷", "云溪苑", "和平里", "南门", "学府路", "江边");
    private static final List<List<String>> CHINESE = List.of(
            List.of("路灯不亮", "路灯坏了没人修", "晚上没有路灯一片漆黑", "路面有坑洼", "人行道地砖松动", "井盖破损"),
            List.of("公司拖欠工资", "单位不缴社保", "老板不签劳动合同", "加班没有加班费", "离职后工资不发", "工伤不认定"),
            List.of("学校乱收费", "孩子入学学位不够", "老师有偿补课", "幼儿园收费太高", "小学周边没有校车", "中学食堂不卫生"));
    private static final List<List<String>> ENGLISH = List.of(
            List.of("the street light is broken", "street lights have been dark for weeks", "a pothole in the road", "the pavement is damaged", "a manhole cover is missing"),
            List.of("my employer did not pay wages", "unpaid overtime wages", "no employment contract was given", "my employer refuses sick pay", "wages are months late"),
            List.of("the school bus does not come", "school fees are too high", "no place at the primary school", "the school canteen is dirty", "teachers are missing at school"));
    private static final List<String> LABELS = List.of("道路", "劳动", "教育");

    private Letterbox() {}

    static List<Example> chinese(int many) {
        return examples(CHINESE, "，位于", "，请尽快处理", many);
    }

    static List<Example> english(int many) {
        return examples(ENGLISH, ", near ", ", please look into it soon", many);
    }

    private static List<Example> examples(List<List<String>> subjects, String near, String end, int many) {
        var random = new Random(7);
        var examples = new ArrayList<Example>();
        for (int i = 0; i < many; i++) {
            var sayings = subjects.get(i % subjects.size());
            var text = sayings.get(random.nextInt(sayings.size())) + near + PLACES.get(random.nextInt(PLACES.size())) + "，" + sayings.get(random.nextInt(sayings.size())) + end;
            examples.add(new Example(text, LABELS.get(i % subjects.size()), i));
        }
        return examples;
    }

    static Router router() {
        return Training.of(chinese(300), "invented", NOW).orThrow();
    }
}
