package io.hearthwatch.io.flink;

import io.hearthwatch.domain.relief.Cell;
import io.hearthwatch.domain.relief.CellTally;
import io.hearthwatch.domain.relief.Changes.Reach;
import java.io.IOException;
import java.io.Serial;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Changes of cells between tasks: the cell, then the bytes of the tally. Never used for state. */
public final class CellChangeSerializer extends TypeSerializerSingleton<CellChange> {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  public void serialize(CellChange change, DataOutputView target) throws IOException {
    Cell cell = change.cell();
    target.writeUTF(cell.region());
    target.writeUTF(cell.programme());
    target.writeUTF(cell.cause());
    target.writeUTF(cell.disasterId());
    target.writeShort(cell.year());
    target.writeByte(change.reach().ordinal());
    target.writeByte(change.firstMonth());
    byte[] tally = change.tally().toBytes();
    target.writeInt(tally.length);
    target.write(tally);
  }

  @Override
  public CellChange deserialize(DataInputView source) throws IOException {
    Cell cell =
        new Cell(
            source.readUTF(),
            source.readUTF(),
            source.readUTF(),
            source.readUTF(),
            source.readShort());
    Reach reach = Reach.values()[source.readByte()];
    int firstMonth = source.readByte();
    byte[] tally = new byte[source.readInt()];
    source.readFully(tally);
    return new CellChange(cell, reach, CellTally.ofBytes(tally), firstMonth);
  }

  @Override
  public CellChange deserialize(CellChange reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  /** Whoever gets a change owns it, so that changes can be added up in place. */
  @Override
  public CellChange copy(CellChange from) {
    return from;
  }

  @Override
  public CellChange copy(CellChange from, CellChange reuse) {
    return from;
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public CellChange createInstance() {
    return null;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializerSnapshot<CellChange> snapshotConfiguration() {
    return new Snapshot();
  }

  /** There is one form only. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<CellChange> {
    public Snapshot() {
      super(CellChangeSerializer::new);
    }
  }
}
