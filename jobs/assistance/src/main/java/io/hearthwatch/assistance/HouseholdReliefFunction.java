package io.hearthwatch.assistance;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Refusal;
import io.hearthwatch.domain.relief.Addressees;
import io.hearthwatch.domain.relief.Books;
import io.hearthwatch.domain.relief.HouseholdRelief;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.domain.relief.ReliefLedger;
import io.hearthwatch.domain.relief.Statements;
import io.hearthwatch.io.deadletter.DeadLetters;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.flink.CellChange;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.Metrics;
import io.hearthwatch.io.relief.ReliefStatements;
import java.io.Serial;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps what each household was given and says by which figures it changes. Versions that it took
 * go on to whoever else counts by them.
 */
final class HouseholdReliefFunction
    extends KeyedProcessFunction<String, HouseholdMessage, CellChange> {

  @Serial private static final long serialVersionUID = 1L;

  /** Versions of grants to people. */
  static final OutputTag<HouseholdMessage> PERSONS =
      new OutputTag<>("persons", HouseholdMessage.typeInformation());

  /** Disaster, region, and a version of a report as bytes. */
  static final OutputTag<Tuple3<String, String, byte[]>> REPORTS =
      new OutputTag<>(
          "reports",
          Types.TUPLE(
              Types.STRING, Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));

  static final OutputTag<KafkaRecord> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(KafkaRecord.class));

  static final OutputTag<KafkaRecord> STATEMENTS =
      new OutputTag<>("statements", TypeInformation.of(KafkaRecord.class));

  /** Name and type are for ever; the layout is within the bytes. */
  static final ValueStateDescriptor<byte[]> LEDGER =
      new ValueStateDescriptor<>("relief", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private final List<Integer> regionLevels;
  private final Books books;

  private transient ValueState<byte[]> ledgerState;
  private transient HouseholdRelief relief;
  private transient HouseholdEventCodec codec;
  private transient DeadLetters deadLetters;
  private transient Statements statements;
  private transient ReliefStatements statementCodec;
  private transient Counter said;
  private transient Counter repeated;
  private transient Counter refused;

  HouseholdReliefFunction(List<Integer> regionLevels, Books books) {
    this.regionLevels = List.copyOf(regionLevels);
    this.books = books;
  }

  @Override
  public void open(OpenContext context) {
    ledgerState = getRuntimeContext().getState(LEDGER);
    relief = HouseholdRelief.ofHouseholds(new RegionScheme(regionLevels), books);
    codec = new HouseholdEventCodec();
    deadLetters = new DeadLetters();
    statements = new Statements(books.zone());
    statementCodec = new ReliefStatements();
    said = getRuntimeContext().getMetricGroup().counter(Metrics.STATEMENTS);
    repeated = getRuntimeContext().getMetricGroup().counter(Metrics.REPEATED_EVENTS);
    refused = getRuntimeContext().getMetricGroup().counter(Metrics.REFUSED_EVENTS);
  }

  @Override
  public void processElement(
      HouseholdMessage message, Context context, Collector<CellChange> changes) throws Exception {
    HouseholdEvent event =
        message instanceof HouseholdMessage.OfMisfiled misfiled
            ? misfiled.event().barring()
            : ((HouseholdMessage.OfEvent) message).event();
    byte[] known = ledgerState.value();
    ReliefLedger before = known == null ? ReliefLedger.empty() : ReliefLedger.ofBytes(known);
    ReliefLedger.Applied applied =
        relief.step(
            before,
            event,
            (cell, reach, tally) -> changes.collect(CellChange.by(cell, reach, tally)));
    switch (applied.outcome()) {
      case STORED -> {
        ledgerState.update(applied.ledger().toBytes());
        for (Statements.Change change : statements.changes(before, applied.ledger(), event)) {
          context.output(
              STATEMENTS,
              new KafkaRecord(
                  ReliefStatements.key(event.householdId(), change),
                  statementCodec.encode(event.householdId(), change)));
          said.inc();
        }
        passOn(applied.ledger().versionsOf(event.eventId()), context);
      }
      case ALREADY_KNOWN -> repeated.inc();
      case IDENTITY_CHANGED -> {
        if (message instanceof HouseholdMessage.OfEvent) { // what bars it is no event
          refused.inc(); // the risk job writes the dead letter
        }
      }
      case FULL -> {
        if (message instanceof HouseholdMessage.OfEvent) {
          refused.inc();
          context.output(
              DEAD_LETTERS,
              new KafkaRecord(null, deadLetters.ofEvent(event, Refusal.HOUSEHOLD_FULL)));
        }
      }
    }
  }

  private void passOn(List<HouseholdEvent> versions, Context context) {
    Addressees addressees = Addressees.of(versions);
    if (addressees.nobody()) {
      return;
    }
    for (HouseholdEvent version : versions) {
      byte[] bytes = codec.encode(version);
      if (addressees.person()) {
        context.output(PERSONS, new HouseholdMessage.OfEvent(version, bytes));
      }
      for (Addressees.DisasterRegion to : addressees.disasters()) {
        context.output(REPORTS, Tuple3.of(to.disasterId(), to.region(), bytes));
      }
    }
  }
}
