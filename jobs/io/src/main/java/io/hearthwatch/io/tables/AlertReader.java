package io.hearthwatch.io.tables;

import io.hearthwatch.io.tables.UnreadableException.Reason;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.LimitUsed;
import io.hearthwatch.wire.Measured;
import io.hearthwatch.wire.RiskAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Cuts records of the topic risk.alerts into rows. */
public final class AlertReader implements RecordReader<AlertRows> {

  private final SingleObjectReader<RiskAlert> alerts;

  public AlertReader() {
    alerts = new SingleObjectReader<>(RiskAlert.class);
  }

  @Override
  public AlertRows read(ReceivedRecord record) throws UnreadableException {
    return rows(alerts.read(record.value()), Columns.appendedAt(record));
  }

  static AlertRows rows(RiskAlert alert, Instant appendedAt) throws UnreadableException {
    List<HitRow> hits = new ArrayList<>();
    List<EvidenceRow> evidence = new ArrayList<>();
    List<RecordRow> records = new ArrayList<>();
    int number = 0;
    for (Hit hit : alert.getHits()) {
      number++;
      hits.add(hit(number, hit));
      measured(number, hit.getMeasured(), evidence);
      limits(number, hit.getLimits(), evidence);
      for (long id : hit.getRecords()) {
        records.add(new RecordRow(number, HexFormat.of().toHexDigits(id)));
      }
    }
    return new AlertRows(change(alert, appendedAt), hits, evidence, records);
  }

  private static CaseChangeRow change(RiskAlert alert, Instant appendedAt)
      throws UnreadableException {
    if (alert.getSequence() < 1) {
      throw new UnreadableException(Reason.BAD_FIELD, "sequence is below 1");
    }
    return new CaseChangeRow(
        Columns.id("changeId", alert.getChangeId()),
        Columns.id("caseId", alert.getCaseId()),
        alert.getSequence(),
        alert.getTransition().name(),
        alert.getStatus().name(),
        Columns.id("householdId", alert.getHouseholdId()),
        Columns.text("registeredRegion", alert.getRegisteredRegion()),
        alert.getUrgency().name(),
        Columns.date("openedOn", alert.getOpenedOn()),
        Columns.date("endedOn", alert.getEndedOn()),
        Columns.instant("visitBy", alert.getVisitBy()),
        Columns.date("asOf", alert.getAsOf()),
        Columns.texts("openedFor", alert.getOpenedFor()),
        Columns.text("bundleVersion", alert.getBundleVersion()),
        Columns.text("cause", alert.getCause()),
        appendedAt);
  }

  private static HitRow hit(int number, Hit hit) throws UnreadableException {
    return new HitRow(
        number,
        Columns.id("ruleId", hit.getRuleId()),
        Columns.text("ruleName", hit.getRuleName().getZh()),
        Columns.text("ruleName", hit.getRuleName().getEn()),
        Columns.text("category", hit.getCategory()),
        Columns.text("subject", hit.getSubject()),
        hit.getUrgency().name(),
        Columns.text("raisedBy", hit.getRaisedBy()),
        hit.getMeasure(),
        hit.getRecordCount(),
        Columns.text("clears", hit.getClears().getZh()),
        Columns.text("clears", hit.getClears().getEn()),
        Columns.texts("notify", hit.getNotify()));
  }

  private static void measured(int hitNumber, List<Measured> measured, List<EvidenceRow> rows)
      throws UnreadableException {
    int number = 0;
    for (Measured value : measured) {
      number++;
      rows.add(
          new EvidenceRow(
              hitNumber,
              EvidenceRow.MEASURED,
              number,
              Columns.text("indicator", value.getIndicator()),
              "",
              Columns.text("window", value.getWindow()),
              Columns.date("fromDate", value.getFromDate()),
              Columns.date("toDate", value.getToDate()),
              value.getValue(),
              Columns.text("unit", value.getUnit()),
              ""));
    }
  }

  private static void limits(int hitNumber, List<LimitUsed> limits, List<EvidenceRow> rows)
      throws UnreadableException {
    int number = 0;
    for (LimitUsed limit : limits) {
      number++;
      rows.add(
          new EvidenceRow(
              hitNumber,
              EvidenceRow.LIMIT,
              number,
              Columns.text("parameter", limit.getParameter()),
              Columns.text("key", limit.getKey()),
              "",
              Columns.date("fromDate", limit.getFromDate()),
              null,
              limit.getValue(),
              Columns.text("unit", limit.getUnit()),
              Columns.text("regionPrefix", limit.getRegionPrefix())));
    }
  }
}
