package lianqiao.desk;

import lianqiao.base.Text;
import lianqiao.offices.Area;
import lianqiao.offices.AreaCode;
import lianqiao.offices.Ground;
import lianqiao.offices.MeasureGround;
import lianqiao.offices.Office;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Officer;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.offices.SendBackReason;
import lianqiao.offices.Service;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;

/** The names behind codes, for templates; a code nobody knows is shown as it is. */
public final class Names {
    private final Offices offices;

    Names(Offices offices) {
        this.offices = offices;
    }

    public Text office(@Nullable OfficeCode code) {
        if (code == null) return same("");
        return offices.office(code).map(Office::name).orElse(same(code.text()));
    }

    /** Of a code in the facts of an entry, which may be empty. */
    public Text office(String code) {
        return OfficeCode.isWellFormed(code) ? office(new OfficeCode(code)) : same(code);
    }

    public Text service(ServiceCode code) {
        return offices.service(code).map(Service::name).orElse(same(code.text()));
    }

    /** Of a code that may be empty or belong to nothing any more. */
    public Text service(String code) {
        return ServiceCode.isWellFormed(code) ? service(new ServiceCode(code)) : same(code);
    }

    /** Of a code that may be empty or belong to nothing any more. */
    public Text area(String code) {
        return AreaCode.isWellFormed(code) ? area(new AreaCode(code)) : same(code);
    }

    public Text area(AreaCode code) {
        return offices.area(code).map(Area::name).orElse(same(code.text()));
    }

    /** An officer's name, for colleagues. */
    public String officer(@Nullable OfficerId id) {
        return id == null ? "" : offices.officer(id).map(Officer::name).orElse(id.text());
    }

    /** The name of a reason for sending back. */
    public Text reason(String code) {
        return offices.sendBackReason(code).map(SendBackReason::name).orElse(same(code));
    }

    /** What a published ground for masking or withholding means, in plain words. */
    public Text basis(String code) {
        return offices.measureGround(code).map(MeasureGround::plain).orElse(same(code));
    }

    /** What a published ground means, in plain words. */
    public Text ground(String code) {
        return offices.ground(code).map(Ground::plain).orElse(same(code));
    }

    private static Text same(String text) {
        return new Text(text, text);
    }
}
