package lianqiao.identity;

import static lianqiao.fuzz.Target.promise;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianqiao.fuzz.Target;

/** What browsers and devices answer when a passkey is made or used: the JSON around it, and the bytes inside it one part at a time. */
public final class PasskeyFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("passkey-made", PasskeyFuzz::made).slow(), new Target("passkey-attestation", PasskeyFuzz::attestation).slow(),
            Target.ofText("passkey-used", PasskeyFuzz::used).slow(), new Target("passkey-parts", PasskeyFuzz::parts).slow(), Target.ofText("device", PasskeyFuzz::device));
    private static final byte[] CHALLENGE = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Ceremony CEREMONY = new Ceremony(PasskeySite.at(URI.create("https://ask.test"), "Lianqiao"));
    private static final SoftPasskey DEVICE = new SoftPasskey("ask.test", "https://ask.test", CHALLENGE);
    private static final byte[] MAKING = DEVICE.client("webauthn.create");
    private static final byte[] USING = DEVICE.client("webauthn.get");
    private static final byte[] SIGNED = DEVICE.used();
    private static final byte[] SIGNATURE = DEVICE.signature(SIGNED, USING);

    static {
        promise(CEREMONY.made(SoftPasskey.madeJson(MAKING, DEVICE.attestation()), CHALLENGE).isPresent(), "a genuine passkey is taken");
        promise(signed(SoftPasskey.usedJson(USING, SIGNED, SIGNATURE, SoftPasskey.HANDLE), SoftPasskey.attested()).equals(Optional.of(2L)), "a genuine answer is taken");
    }

    private PasskeyFuzz() {}

    /** CLIENT and ATTESTATION stand for what is genuine. */
    private static void made(String json) {
        check(CEREMONY.made(json.replace("CLIENT", SoftPasskey.coded(MAKING)).replace("ATTESTATION", SoftPasskey.coded(DEVICE.attestation())), CHALLENGE));
    }

    private static void attestation(byte[] bytes) {
        check(CEREMONY.made(SoftPasskey.madeJson(MAKING, bytes), CHALLENGE));
    }

    private static void check(Optional<Ceremony.Made> made) {
        made.ifPresent(one -> {
            promise(!one.credential().isEmpty() && one.uses() >= 0 && one.publicPart().length > 18, "a passkey that is kept has a name, a counter and a key");
            promise(signed(SoftPasskey.usedJson(USING, SIGNED, new byte[70], SoftPasskey.HANDLE), one.publicPart()).isEmpty(), "no passkey takes a signature of nothing");
        });
    }

    /** CLIENT, DATA, SIGNATURE and HANDLE stand for what is genuine. */
    private static void used(String json) {
        var answer = json.replace("CLIENT", SoftPasskey.coded(USING)).replace("DATA", SoftPasskey.coded(SIGNED)).replace("SIGNATURE", SoftPasskey.coded(SIGNATURE))
                .replace("HANDLE", SoftPasskey.coded(SoftPasskey.HANDLE));
        signed(answer, SoftPasskey.attested()).ifPresent(uses -> promise(uses == 2 && json.contains("SIGNATURE"), "nobody signs without the device"));
    }

    /** The first byte says which part the others take the place of: 0 the client's words, 1 the data, 2 the signature, 3 the owner, 4 the public part. */
    private static void parts(byte[] bytes) {
        if (bytes.length == 0) return;
        int part = Math.floorMod(bytes[0], 5);
        var instead = Arrays.copyOfRange(bytes, 1, bytes.length);
        var client = part == 0 ? instead : USING;
        var data = part == 1 ? instead : SIGNED;
        var passed = signed(SoftPasskey.usedJson(client, data, part == 2 ? instead : SIGNATURE, part == 3 ? instead : SoftPasskey.HANDLE), part == 4 ? instead : SoftPasskey.attested());
        promise(passed.isEmpty() || Arrays.equals(client, USING) && Arrays.equals(data, SIGNED), "what is signed cannot be changed");
        promise(passed.isEmpty() || part != 3 || Arrays.equals(instead, SoftPasskey.HANDLE), "a passkey belongs to its owner");
    }

    private static Optional<Long> signed(String json, byte[] publicPart) {
        var row = new PasskeyStore.Row(SoftPasskey.coded(SoftPasskey.CREDENTIAL), Session.Kind.RESIDENT, "somebody", SoftPasskey.HANDLE, publicPart, 1,
                new Passkeys.Passkey(new UUID(1, 2), "", Instant.EPOCH, null));
        return CEREMONY.read(json).flatMap(answer -> {
            promise(!Ceremony.credential(answer).isEmpty(), "an answer says by which passkey");
            return CEREMONY.signed(answer, row, CHALLENGE);
        });
    }

    private static void device(String text) {
        promise(Device.of(text).length() <= 20 && Device.of(text).chars().allMatch(c -> c > ' ' - 1 && c != '<'), "a device is one of a few words");
    }
}
