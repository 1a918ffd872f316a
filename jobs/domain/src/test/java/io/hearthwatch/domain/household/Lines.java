package io.hearthwatch.domain.household;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Events and lines for tests, as briefly as a person would tell them. */
public final class Lines {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  public static final String HOUSEHOLD = "H";
  public static final String REGION = "110101";

  private Lines() {}

  /** A day as an epoch day. */
  public static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  /** A first version, reported at the end of the day on which it occurred. */
  public static HouseholdEvent event(long id, String date, String person, EventBody body) {
    return version(id, EventKind.NOTIFY, 0, date, person, body);
  }

  /** Any version. */
  public static HouseholdEvent version(
      long id, EventKind kind, int revision, String date, String person, EventBody body) {
    LocalDate on = LocalDate.parse(date);
    return new HouseholdEvent(
        new EventId(id, 7),
        kind,
        revision,
        Sources.all().stream()
            .filter(source -> Sources.fits(source, body.type()))
            .findFirst()
            .orElseThrow(),
        HOUSEHOLD,
        person,
        REGION,
        null,
        (int) on.toEpochDay(),
        on.plusDays(1).atStartOfDay(ZONE).toInstant().toEpochMilli() - 1,
        body);
  }

  /** The ledger after all of these, none of which may be refused. */
  public static Ledger ledger(HouseholdEvent... events) {
    Ledger ledger = Ledger.empty();
    for (HouseholdEvent event : events) {
      Ledger.Applied applied = ledger.apply(event);
      if (applied.outcome() != Ledger.Outcome.STORED
          && applied.outcome() != Ledger.Outcome.ALREADY_KNOWN) {
        throw new AssertionError(applied.outcome() + " " + event);
      }
      ledger = applied.ledger();
    }
    return ledger;
  }

  /** The lines of that ledger. */
  public static List<LedgerLine> lines(HouseholdEvent... events) {
    return ledger(events).lines();
  }
}
