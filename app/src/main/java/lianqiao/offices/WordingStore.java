package lianqiao.offices;

import static lianqiao.offices.OfficeStore.code;
import static lianqiao.offices.OfficeStore.row;
import static lianqiao.offices.OfficeStore.text;

import java.util.List;
import java.util.Optional;
import lianqiao.store.Database;

/** Rows of answer templates, published grounds and reasons. */
final class WordingStore {
    private final Database database;
    private final String jurisdiction;

    WordingStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    List<AnswerTemplate> templates() {
        return database.sql().sql("select * from answer_template where jurisdiction = ? order by entered").param(jurisdiction)
                .query((row, _) -> new AnswerTemplate(row.getString("code"), OfficeStore.officeCode(row.getString("office")),
                        Optional.ofNullable(row.getString("service")).map(ServiceCode::new).orElse(null),
                        text(row, "title"), text(row, "body"), row.getBoolean("active"))).list();
    }

    List<Ground> grounds() {
        return database.sql().sql("select * from ground where jurisdiction = ? order by entered").param(jurisdiction)
                .query((row, _) -> new Ground(row.getString("code"), text(row, "law"), text(row, "plain"), text(row, "channel"),
                        row.getBoolean("active"))).list();
    }

    List<SendBackReason> reasons() {
        return database.sql().sql("select * from send_back_reason where jurisdiction = ? order by entered").param(jurisdiction)
                .query((row, _) -> new SendBackReason(row.getString("code"), text(row, "name"), text(row, "rule"),
                        row.getBoolean("active"))).list();
    }

    List<MeasureGround> measures() {
        return database.sql().sql("select * from measure_ground where jurisdiction = ? order by entered").param(jurisdiction)
                .query((row, _) -> new MeasureGround(row.getString("code"), text(row, "law"), text(row, "plain"), row.getBoolean("active"))).list();
    }

    void putTemplates(List<AnswerTemplate> templates) {
        database.batch("""
                insert into answer_template (jurisdiction, code, office, service, title_zh, title_en, body_zh, body_en, active)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, code) do update set office = excluded.office, service = excluded.service,
                title_zh = excluded.title_zh, title_en = excluded.title_en, body_zh = excluded.body_zh,
                body_en = excluded.body_en, active = excluded.active""",
                templates.stream().map(t -> row(jurisdiction, t.code(), code(t.office()), code(t.service()), t.title().zh(), t.title().en(),
                        t.body().zh(), t.body().en(), t.active())).toList());
    }

    void putGrounds(List<Ground> grounds) {
        database.batch("""
                insert into ground (jurisdiction, code, law_zh, law_en, plain_zh, plain_en, channel_zh, channel_en, active)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, code) do update set law_zh = excluded.law_zh, law_en = excluded.law_en,
                plain_zh = excluded.plain_zh, plain_en = excluded.plain_en, channel_zh = excluded.channel_zh,
                channel_en = excluded.channel_en, active = excluded.active""",
                grounds.stream().map(g -> row(jurisdiction, g.code(), g.law().zh(), g.law().en(), g.plain().zh(), g.plain().en(),
                        g.rightChannel().zh(), g.rightChannel().en(), g.active())).toList());
    }

    void putMeasures(List<MeasureGround> grounds) {
        database.batch("""
                insert into measure_ground (jurisdiction, code, law_zh, law_en, plain_zh, plain_en, active)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, code) do update set law_zh = excluded.law_zh, law_en = excluded.law_en,
                plain_zh = excluded.plain_zh, plain_en = excluded.plain_en, active = excluded.active""",
                grounds.stream().map(g -> row(jurisdiction, g.code(), g.law().zh(), g.law().en(), g.plain().zh(), g.plain().en(), g.active())).toList());
    }

    void putReasons(List<SendBackReason> reasons) {
        database.batch("""
                insert into send_back_reason (jurisdiction, code, name_zh, name_en, rule_zh, rule_en, active)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
                rule_zh = excluded.rule_zh, rule_en = excluded.rule_en, active = excluded.active""",
                reasons.stream().map(r -> row(jurisdiction, r.code(), r.name().zh(), r.name().en(), r.rule().zh(), r.rule().en(),
                        r.active())).toList());
    }
}
