package io.hearthwatch.risk;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.RuleBook;
import io.hearthwatch.domain.whatif.HouseholdComparison;
import io.hearthwatch.domain.whatif.WhatIf;
import io.hearthwatch.io.alert.WhatIfResults;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.policy.BundleArgument;
import io.hearthwatch.wire.ControlRecord;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Fills each household's profile with its events by the pure step, and when they have all come asks
 * two bundles about it.
 *
 * <p>The end is a timer at the end of time: where a job that warns does nothing, for time has not
 * passed, this one begins, for it knows all that there is. In a batch runtime that is the end of
 * each household, in a streaming one the end of all.
 */
public final class WhatIfFunction
    extends KeyedBroadcastProcessFunction<String, HouseholdMessage, byte[], KafkaRecord> {

  @Serial private static final long serialVersionUID = 1L;

  /** What both bundles say of all households, rule by rule, to be added up. */
  static final OutputTag<WhatIfCount> COUNTS =
      new OutputTag<>("counts", WhatIfCount.typeInformation());

  private static final long END_OF_TIME = Long.MAX_VALUE;

  private static final ValueStateDescriptor<byte[]> PROFILE =
      new ValueStateDescriptor<>("profile", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private final WhatIfQuestion question;
  private final String zone;
  private final int retentionMonths;

  private transient ValueState<byte[]> profileState;
  private transient PolicyInForce none;
  private transient SingleObject<ControlRecord> control;
  // On the heap, since nothing is ever restored: a question that fails is asked again.
  private transient Completeness completeness;
  private transient PolicyBundle before;
  private transient PolicyBundle after;
  private transient WhatIf whatIf;
  private transient WhatIfResults results;

  public WhatIfFunction(WhatIfQuestion question, Retention retention) {
    this.question = question;
    zone = retention.zone().getId();
    retentionMonths = retention.months();
  }

  @Override
  public void open(OpenContext context) {
    Retention retention = new Retention(ZoneId.of(zone), retentionMonths);
    profileState = getRuntimeContext().getState(PROFILE);
    none = new PolicyInForce(null, Completeness.NONE, retention);
    control = new SingleObject<>(ControlRecord.class);
    completeness = Completeness.NONE;
    before = BundleArgument.read(question.before());
    after = BundleArgument.read(question.after());
    whatIf = new WhatIf(new RuleBook(before), new RuleBook(after));
    results = new WhatIfResults(question.requestId());
  }

  @Override
  public void processElement(
      HouseholdMessage message, ReadOnlyContext context, Collector<KafkaRecord> differences)
      throws Exception {
    Cause cause;
    if (message instanceof HouseholdMessage.OfEvent event) {
      cause = new Cause.Events(List.of(event.event()));
    } else if (message instanceof HouseholdMessage.OfMisfiled misfiled) {
      cause = new Cause.Misfiled(misfiled.event());
    } else {
      cause = new Cause.Elsewhere(((HouseholdMessage.OfElsewhere) message).event());
    }
    byte[] bytes = profileState.value();
    HouseholdProfile profile = bytes == null ? null : HouseholdProfile.ofBytes(bytes);
    // What it refuses the live job has said already: the step's emissions are not said again.
    profile = HouseholdRisk.step(context.getCurrentKey(), profile, cause, none).profile();
    profileState.update(profile.toBytes());
    context.timerService().registerEventTimeTimer(END_OF_TIME);
  }

  @Override
  public void processBroadcastElement(
      byte[] said, Context context, Collector<KafkaRecord> differences) {
    try {
      if (control.decode(said).getBody() instanceof io.hearthwatch.wire.Completeness complete) {
        completeness =
            completeness.with(
                complete.getSource(),
                complete.getRegionPrefix(),
                Math.toIntExact(complete.getCompleteThrough().toEpochDay()));
      }
    } catch (IOException | AvroRuntimeException e) {
      // What cannot be read makes no source complete; the live job says so of it.
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<KafkaRecord> differences)
      throws Exception {
    HouseholdProfile profile = HouseholdProfile.ofBytes(profileState.value());
    for (int day : question.asOf()) {
      Optional<HouseholdComparison> compared =
          whatIf.compare(profile, day, none.retention(), completeness);
      if (compared.isPresent()) {
        WhatIfCount.of(compared.get()).forEach(count -> context.output(COUNTS, count));
        if (compared.get().differs()) {
          differences.collect(record(context.getCurrentKey(), compared.get()));
        }
      }
    }
    profileState.clear();
  }

  private KafkaRecord record(String householdId, HouseholdComparison compared) {
    return new KafkaRecord(
        question.requestId().getBytes(StandardCharsets.UTF_8),
        results.encode(householdId, compared, before, after));
  }
}
