package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.ByteReader;
import io.hearthwatch.domain.household.ByteWriter;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.DisasterReported;
import java.util.Arrays;
import java.util.List;

/**
 * What is officially reported of one disaster in one region. Reports are cumulative: the newest
 * replaces the one before. A region that reports says all for the regions within it; for one that
 * does not, the figures of those next below are added up.
 */
public final class DisasterReports {

  /** Affected, relocated, taken in, collapsed, damaged, funds, loss. */
  static final int FIGURES = Figure.COUNT - Figure.FIRST_REPORTED;

  private static final int LAYOUT = 1;

  private final ReliefLedger ledger;
  private final long[] below;

  private DisasterReports(ReliefLedger ledger, long[] below) {
    this.ledger = ledger;
    this.below = below;
  }

  public static DisasterReports empty() {
    return new DisasterReports(ReliefLedger.empty(), new long[FIGURES]);
  }

  /** Where a report counts. */
  public static String regionOf(HouseholdEvent report) {
    return report.helpingRegion() == null ? report.registeredRegion() : report.helpingRegion();
  }

  /** With one more version of a report that names, or once named, this disaster and region. */
  public DisasterReports with(HouseholdEvent report) {
    return new DisasterReports(ledger.apply(report).ledger(), below);
  }

  /** With figures of the regions next below changed. */
  public DisasterReports withBelow(long[] change) {
    long[] sum = new long[FIGURES];
    Arrays.setAll(sum, i -> below[i] + change[i]);
    return new DisasterReports(ledger, sum);
  }

  /** The figures of the region. */
  public long[] figures(String disasterId, String region) {
    HouseholdEvent newest = newest(disasterId, region);
    return newest == null ? below.clone() : figures((DisasterReported) newest.body());
  }

  /** What must be added to one set of figures to get another. */
  public static long[] difference(long[] before, long[] after) {
    long[] difference = new long[FIGURES];
    Arrays.setAll(difference, i -> after[i] - before[i]);
    return difference;
  }

  /** Puts a change of figures to the cell of a disaster and region. */
  public static void tally(String disasterId, String region, long[] change, Tallies to) {
    CellTally tally = to.of(Cell.ofDisaster(disasterId, region));
    for (int i = 0; i < FIGURES; i++) {
      Figure figure = Figure.values()[Figure.FIRST_REPORTED + i];
      tally.addToBoth(Cell.NO_MONTH, Book.NOW, figure, change[i]);
    }
  }

  /** The region next above in a list of levels, or null. */
  public static String above(List<String> levels, String region) {
    int at = levels.indexOf(region);
    return at <= 0 ? null : levels.get(at - 1);
  }

  public byte[] toBytes() {
    ByteWriter out = new ByteWriter(64);
    out.octet(LAYOUT);
    for (long figure : below) {
      out.signed(figure);
    }
    byte[] versions = ledger.toBytes();
    out.copy(versions, 0, versions.length);
    return out.toBytes();
  }

  /** Reads what {@link #toBytes} wrote. */
  public static DisasterReports ofBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, 0);
    int layout = in.octet();
    if (layout != LAYOUT) {
      throw new IllegalStateException("report layout " + layout + " is newer than this program");
    }
    long[] below = new long[FIGURES];
    for (int i = 0; i < FIGURES; i++) {
      below[i] = in.signed();
    }
    byte[] versions = Arrays.copyOfRange(bytes, in.position(), bytes.length);
    return new DisasterReports(ReliefLedger.ofBytes(versions), below);
  }

  private HouseholdEvent newest(String disasterId, String region) {
    HouseholdEvent newest = null;
    for (HouseholdEvent report : ledger.known(ReliefLedger.EVERYTHING)) {
      boolean here =
          report.body() instanceof DisasterReported body
              && body.disasterId().equals(disasterId)
              && regionOf(report).equals(region);
      if (here && (newest == null || isNewer(report, newest))) {
        newest = report;
      }
    }
    return newest;
  }

  /** By day; of one day by when it was reported; then by id, so that one of two is the newest. */
  private static boolean isNewer(HouseholdEvent report, HouseholdEvent other) {
    if (report.occurredOn() != other.occurredOn()) {
      return report.occurredOn() > other.occurredOn();
    }
    if (report.reportedAt() != other.reportedAt()) {
      return report.reportedAt() > other.reportedAt();
    }
    return report.eventId().toString().compareTo(other.eventId().toString()) > 0;
  }

  private static long[] figures(DisasterReported body) {
    return new long[] {
      body.peopleAffected(),
      body.peopleRelocated(),
      body.peopleTakenIn(),
      body.homesCollapsed(),
      body.homesDamaged(),
      body.fundsFen(),
      body.lossFen()
    };
  }
}
