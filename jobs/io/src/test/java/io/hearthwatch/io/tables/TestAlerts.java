package io.hearthwatch.io.tables;

import io.hearthwatch.wire.CaseStatus;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.LimitUsed;
import io.hearthwatch.wire.Measured;
import io.hearthwatch.wire.RiskAlert;
import io.hearthwatch.wire.Text;
import io.hearthwatch.wire.Urgency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Alerts of a small made-up county. One household: a big medical bill opens a case, a death raises
 * it, and so on; tests change what they are about.
 */
public final class TestAlerts {

  public static final LocalDate DAY = LocalDate.of(2024, 3, 15);
  public static final String REGION = "360821";

  private TestAlerts() {}

  /** Self-paid medical above half of the income: ORANGE. */
  public static Hit medicalShare() {
    return Hit.newBuilder()
        .setRuleId("M02")
        .setRuleName(new Text("医疗支出占收入比", "Medical share of income"))
        .setCategory("medical")
        .setSubject("")
        .setUrgency(Urgency.ORANGE)
        .setRaisedBy("")
        .setMeasure(3_150_050L)
        .setMeasured(List.of(measured("medical", 3_150_050L), measured("income", 4_800_000L)))
        .setLimits(
            List.of(
                limit("medical-share-percent", "", 50, "percent", ""),
                limit("dibao-line-rural", "", 66_000, "fen a month", "3608")))
        .setRecords(List.of(0x6f1c2a3b4c5d6e7fL, 0xf000000000000001L))
        .setRecordCount(2)
        .setClears(
            new Text(
                "近12个月自付医疗费用低于同期收入的50%",
                "self-paid medical of 12 months falls below 50 % of the income"))
        .setNotify(List.of("medical-insurance"))
        .build();
  }

  /** The main earner died: RED. */
  public static Hit mainEarnerDied() {
    return Hit.newBuilder()
        .setRuleId("I01")
        .setRuleName(new Text("主要劳动力死亡", "Main earner died"))
        .setCategory("shock")
        .setSubject("person-7")
        .setUrgency(Urgency.RED)
        .setRaisedBy("")
        .setMeasure(3_600_000L)
        .setMeasured(List.of(measured("member.incomeAtDeath", 3_600_000L)))
        .setLimits(List.of(limit("main-earner-percent", "", 50, "percent", "")))
        .setRecords(List.of(0x00000000000000aaL))
        .setRecordCount(1)
        .setClears(new Text("死亡超过6个月", "the death lies more than 6 months back"))
        .setNotify(List.of("civil-affairs"))
        .build();
  }

  private static Measured measured(String indicator, long value) {
    return new Measured(
        indicator, "months(12)", DAY.minusMonths(12).plusDays(1), DAY, value, "fen");
  }

  private static LimitUsed limit(
      String parameter, String key, long value, String unit, String region) {
    return new LimitUsed(parameter, key, value, unit, region, LocalDate.of(2023, 1, 1));
  }

  /** First change of the case of a household: opened for its medical bills. */
  public static RiskAlert opened(String household) {
    return RiskAlert.newBuilder()
        .setChangeId("change-" + household + "-1")
        .setCaseId("case-" + household)
        .setSequence(1)
        .setTransition(CaseTransition.OPENED)
        .setStatus(CaseStatus.OPEN)
        .setHouseholdId(household)
        .setRegisteredRegion(REGION)
        .setUrgency(Urgency.ORANGE)
        .setOpenedOn(DAY)
        .setVisitBy(Instant.parse("2024-03-20T16:00:00Z"))
        .setAsOf(DAY)
        .setHits(List.of(medicalShare()))
        .setOpenedFor(List.of("M02"))
        .setBundleVersion("b-20240301")
        .setCause("event 6f1c2a3b-4c5d-4e7f-8a9b-0c1d2e3f4a5b")
        .build();
  }

  /** Second change: the main earner died. */
  public static RiskAlert raised(String household) {
    RiskAlert alert = next(opened(household), CaseTransition.RAISED, DAY.plusDays(3));
    alert.setUrgency(Urgency.RED);
    alert.setVisitBy(Instant.parse("2024-03-19T01:30:00Z"));
    alert.setHits(List.of(mainEarnerDied(), medicalShare()));
    return alert;
  }

  /** A change after another one, with the same hits. */
  public static RiskAlert next(RiskAlert before, CaseTransition transition, LocalDate asOf) {
    int sequence = before.getSequence() + 1;
    return RiskAlert.newBuilder(before)
        .setChangeId("change-" + before.getHouseholdId() + "-" + sequence)
        .setSequence(sequence)
        .setTransition(transition)
        .setAsOf(asOf)
        .setCause("deadline " + asOf)
        .build();
  }

  /** The end after another change, with no hits. */
  public static RiskAlert ended(RiskAlert before, CaseTransition how, LocalDate on) {
    RiskAlert alert = next(before, how, on);
    alert.setStatus(CaseStatus.valueOf(how.name()));
    alert.setEndedOn(on);
    alert.setHits(List.of());
    return alert;
  }

  public static byte[] bytes(RiskAlert alert) {
    try {
      ByteBuffer encoded = RiskAlert.getEncoder().encode(alert);
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the broker would give it. */
  public static ReceivedRecord record(long offset, byte[] value) {
    return new ReceivedRecord(
        "risk.alerts",
        0,
        offset,
        Instant.parse("2024-03-15T08:00:00Z").toEpochMilli(),
        null,
        value);
  }
}
