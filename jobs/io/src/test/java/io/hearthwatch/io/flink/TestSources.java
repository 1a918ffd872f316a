package io.hearthwatch.io.flink;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.datagen.functions.IndexLookupGeneratorFunction;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/** Bounded sources over what a test prepared. */
public final class TestSources {

  private static final Map<String, CompletableFuture<Void>> GATES = new ConcurrentHashMap<>();

  private static final String AT_ONCE = "at once";

  private static final TypeInformation<byte[]> BYTES =
      PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

  static {
    open(AT_ONCE);
  }

  private TestSources() {}

  public static Source<HouseholdMessage, ?, ?> none() {
    return messages(List.of(), 0, "none");
  }

  public static Source<Long, ?, ?> noTicks() {
    return gated(List.of(), 0, AT_ONCE, "none", Types.LONG);
  }

  /** Ticks of a clock, one after the other: NAME/0, NAME/1, ... */
  public static Source<Long, ?, ?> ticksInSteps(List<Long> ticks, String name) {
    return gated(ticks, Types.LONG, inSteps(name));
  }

  public static Source<byte[], ?, ?> noBytes() {
    return gated(List.of(), 0, AT_ONCE, "none", BYTES);
  }

  /** Messages that wait for nothing; the source ends with the last. */
  public static Source<HouseholdMessage, ?, ?> messages(List<? extends HouseholdMessage> messages) {
    return gated(List.copyOf(messages), HouseholdMessage.typeInformation(), sent -> AT_ONCE);
  }

  /**
   * Messages of which each subtask sends so many; the rest waits for a gate, and checkpoints pass
   * meanwhile. So does the end: one that was quick enough to send them all waits there.
   */
  public static Source<HouseholdMessage, ?, ?> messages(
      List<? extends HouseholdMessage> messages, int free, String gate) {
    return messages(messages, free, AT_ONCE, gate);
  }

  /** The same, but the free ones wait for a gate of their own. */
  public static Source<HouseholdMessage, ?, ?> messages(
      List<? extends HouseholdMessage> messages, int first, String gate, String gateOfTheRest) {
    return gated(
        List.copyOf(messages), first, gate, gateOfTheRest, HouseholdMessage.typeInformation());
  }

  /** The same for the control stream. */
  public static Source<byte[], ?, ?> control(List<byte[]> said, int free, String gate) {
    return gated(said, free, AT_ONCE, gate, BYTES);
  }

  /** The control stream, of which each record waits for a gate of its own: NAME/0, NAME/1, ... */
  public static Source<byte[], ?, ?> controlInSteps(List<byte[]> said, String name) {
    return gated(said, BYTES, inSteps(name));
  }

  /** Messages in steps likewise. */
  public static Source<HouseholdMessage, ?, ?> messagesInSteps(
      List<? extends HouseholdMessage> messages, String name) {
    return gated(List.copyOf(messages), HouseholdMessage.typeInformation(), inSteps(name));
  }

  public static void open(String gate) {
    gate(gate).complete(null);
  }

  private static <T> Source<T, ?, ?> gated(
      List<T> elements, int first, String gate, String gateOfTheRest, TypeInformation<T> type) {
    return gated(elements, type, sent -> sent < first ? gate : gateOfTheRest);
  }

  private static <T> Source<T, ?, ?> gated(List<T> elements, TypeInformation<T> type, Gates gates) {
    Counted<T> counted = new Counted<>(type, elements);
    return new DataGeneratorSource<>(
        counted,
        elements.size(),
        parallelism -> more -> gate(gates.after(counted.sent.get())),
        type);
  }

  /**
   * One element after the other, wherever they are read: a restored source goes on counting at 0.
   */
  private static Gates inSteps(String name) {
    return sent -> name + "/" + sent;
  }

  /** Which gate opens the way to the next element. */
  private interface Gates extends Serializable {

    String after(int sent);
  }

  /**
   * Counts what was sent. Permits are more than that: a reader asks for one too when it has come to
   * the end of its share, and sends nothing.
   */
  private static final class Counted<T> extends IndexLookupGeneratorFunction<T> {

    @Serial private static final long serialVersionUID = 1L;

    /** Of this subtask: each has a copy of the source, in which the limiter sees the same one. */
    private final AtomicInteger sent = new AtomicInteger();

    Counted(TypeInformation<T> type, List<T> elements) {
      super(type, elements);
    }

    @Override
    public T map(Long index) throws Exception {
      T element = super.map(index);
      sent.incrementAndGet();
      return element;
    }
  }

  private static CompletableFuture<Void> gate(String name) {
    return GATES.computeIfAbsent(name, key -> new CompletableFuture<>());
  }
}
