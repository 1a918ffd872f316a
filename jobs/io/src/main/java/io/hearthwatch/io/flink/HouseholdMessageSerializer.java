package io.hearthwatch.io.flink;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.io.event.Decoded;
import io.hearthwatch.io.event.HouseholdEventCodec;
import java.io.IOException;
import java.io.Serial;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Messages between tasks: a tag, then for an event the very bytes of the newest contract, so that
 * there is one codec for events. Never used for state.
 */
public final class HouseholdMessageSerializer extends TypeSerializer<HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  private static final int EVENT = 1;
  private static final int INQUIRY = 2;
  private static final int REFUSED = 3;
  private static final int MISFILED = 4;
  private static final int ELSEWHERE = 5;

  private transient HouseholdEventCodec codec;

  @Override
  public void serialize(HouseholdMessage message, DataOutputView target) throws IOException {
    if (message instanceof HouseholdMessage.OfEvent event) {
      target.writeByte(EVENT);
      writeBytes(event.newest(), target);
    } else if (message instanceof HouseholdMessage.OfMisfiled misfiled) {
      target.writeByte(MISFILED);
      writeBytes(codec().encode(misfiled.event()), target);
    } else if (message instanceof HouseholdMessage.OfElsewhere elsewhere) {
      target.writeByte(ELSEWHERE);
      target.writeUTF(elsewhere.householdId());
      writeBytes(codec().encode(elsewhere.event()), target);
    } else if (message instanceof HouseholdMessage.OfInquiry question) {
      target.writeByte(INQUIRY);
      target.writeUTF(question.householdId());
      target.writeUTF(question.inquiry().requestId());
      target.writeInt(question.inquiry().asOf());
      target.writeBoolean(question.inquiry().evaluate());
    } else if (message instanceof HouseholdMessage.Refused refused) {
      target.writeByte(REFUSED);
      writeBytes(refused.deadLetter(), target);
    }
  }

  @Override
  public HouseholdMessage deserialize(DataInputView source) throws IOException {
    int tag = source.readByte();
    return switch (tag) {
      case EVENT -> {
        Decoded decoded = readEvent(source);
        yield new HouseholdMessage.OfEvent(decoded.event(), decoded.newest());
      }
      case MISFILED -> new HouseholdMessage.OfMisfiled(readEvent(source).event());
      case ELSEWHERE ->
          new HouseholdMessage.OfElsewhere(source.readUTF(), readEvent(source).event());
      case INQUIRY ->
          new HouseholdMessage.OfInquiry(
              source.readUTF(),
              new Cause.Inquiry(source.readUTF(), source.readInt(), source.readBoolean()));
      case REFUSED -> new HouseholdMessage.Refused(readBytes(source));
      default -> throw new IOException("a message between tasks has the tag " + tag);
    };
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public HouseholdMessage deserialize(HouseholdMessage reuse, DataInputView source)
      throws IOException {
    return deserialize(source);
  }

  /** Messages are values. */
  @Override
  public HouseholdMessage copy(HouseholdMessage from) {
    return from;
  }

  @Override
  public HouseholdMessage copy(HouseholdMessage from, HouseholdMessage reuse) {
    return from;
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  /** The codec is not safe for several threads. */
  @Override
  public TypeSerializer<HouseholdMessage> duplicate() {
    return new HouseholdMessageSerializer();
  }

  @Override
  public HouseholdMessage createInstance() {
    return null;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HouseholdMessageSerializer;
  }

  @Override
  public int hashCode() {
    return HouseholdMessageSerializer.class.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<HouseholdMessage> snapshotConfiguration() {
    return new Snapshot();
  }

  private HouseholdEventCodec codec() {
    if (codec == null) {
      codec = new HouseholdEventCodec();
    }
    return codec;
  }

  private Decoded readEvent(DataInputView source) throws IOException {
    Decoded decoded = codec().decode(readBytes(source));
    if (decoded.event() == null) {
      throw new IOException("an event between tasks is " + decoded.refusal());
    }
    return decoded;
  }

  private static void writeBytes(byte[] bytes, DataOutputView target) throws IOException {
    target.writeInt(bytes.length);
    target.write(bytes);
  }

  private static byte[] readBytes(DataInputView source) throws IOException {
    byte[] bytes = new byte[source.readInt()];
    source.readFully(bytes);
    return bytes;
  }

  /** There is one form only. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<HouseholdMessage> {
    public Snapshot() {
      super(HouseholdMessageSerializer::new);
    }
  }
}
