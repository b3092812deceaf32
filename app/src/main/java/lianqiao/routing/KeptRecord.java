package lianqiao.routing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** The record of a model as it stands in its file. */
final class KeptRecord {
    private KeptRecord() {}

    static void write(ModelRecord record, DataOutputStream out) throws IOException {
        out.writeUTF(record.version());
        out.writeLong(record.trained().toEpochMilli());
        out.writeUTF(record.source());
        out.writeInt(record.texts());
        out.writeInt(record.pieces());
        out.writeUTF(record.fingerprint());
        out.writeBoolean(record.held().isPresent());
        if (record.held().isPresent()) write(record.held().get(), out);
    }

    static ModelRecord read(DataInputStream in) throws IOException {
        return new ModelRecord(in.readUTF(), Instant.ofEpochMilli(in.readLong()), in.readUTF(), in.readInt(), in.readInt(), in.readUTF(),
                in.readBoolean() ? Optional.of(scores(in)) : Optional.empty());
    }

    private static void write(Scores scores, DataOutputStream out) throws IOException {
        out.writeInt(scores.texts());
        for (double value : new double[] {scores.macroF1(), scores.accuracy(), scores.topThree(), scores.surest(), scores.preselected(), scores.preselectedRight()})
            out.writeDouble(value);
        out.writeInt(scores.labels().size());
        for (var label : scores.labels()) {
            out.writeUTF(label.label());
            out.writeInt(label.texts());
            out.writeDouble(label.precision());
            out.writeDouble(label.recall());
        }
    }

    private static Scores scores(DataInputStream in) throws IOException {
        int texts = in.readInt();
        var values = new double[6];
        for (int i = 0; i < values.length; i++) values[i] = in.readDouble();
        var labels = new ArrayList<Scores.OfLabel>();
        for (int left = in.readInt(); left > 0; left--) labels.add(new Scores.OfLabel(in.readUTF(), in.readInt(), in.readDouble(), in.readDouble()));
        return new Scores(texts, values[0], values[1], values[2], values[3], values[4], values[5], labels);
    }
}
