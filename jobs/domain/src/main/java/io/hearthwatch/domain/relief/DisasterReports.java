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

  /** Where a report counts. */
  public static String regionOf(HouseholdEvent report) {
    return report.helpingRegion() == null ? report.registeredRegion() : report.helpingRegion();
  }

  /**
   * One more version of a report that names, or once named, a disaster and region: its figures, and
   * those of every region above that does not report itself, change.
   *
   * @param known gives the bytes of a region, or null
   * @param keep takes them
   * @param to takes the changes of figures
   */
  public static <E extends Exception> void report(
      String disasterId,
      String region,
      HouseholdEvent version,
      RegionScheme scheme,
      Known<E> known,
      Keep<E> keep,
      Changes to)
      throws E {
    DisasterReports before = of(known.bytes(region));
    DisasterReports after =
        new DisasterReports(before.ledger.apply(version).ledger(), before.below);
    List<String> levels = scheme.levels(region);
    for (int level = levels.size() - 1; level >= 0; level--) {
      String here = levels.get(level);
      keep.bytes(here, after.toBytes());
      long[] was = before.figures(disasterId, here);
      long[] now = after.figures(disasterId, here);
      long[] change = new long[FIGURES];
      Arrays.setAll(change, i -> now[i] - was[i]);
      if (Arrays.equals(was, now)) {
        return;
      }
      tally(disasterId, here, change, to);
      if (level > 0) {
        before = of(known.bytes(levels.get(level - 1)));
        after = before.withBelow(change);
      }
    }
  }

  /**
   * Where the bytes of a region are kept.
   *
   * @param <E> how that fails
   */
  @FunctionalInterface
  public interface Known<E extends Exception> {
    byte[] bytes(String region) throws E;
  }

  /**
   * Where the bytes of a region go.
   *
   * @param <E> how that fails
   */
  @FunctionalInterface
  public interface Keep<E extends Exception> {
    void bytes(String region, byte[] bytes) throws E;
  }

  private static DisasterReports of(byte[] bytes) {
    return bytes == null
        ? new DisasterReports(ReliefLedger.empty(), new long[FIGURES])
        : ofBytes(bytes);
  }

  private DisasterReports withBelow(long[] change) {
    long[] sum = new long[FIGURES];
    Arrays.setAll(sum, i -> below[i] + change[i]);
    return new DisasterReports(ledger, sum);
  }

  private long[] figures(String disasterId, String region) {
    HouseholdEvent newest = newest(disasterId, region);
    return newest == null ? below.clone() : figures((DisasterReported) newest.body());
  }

  private static void tally(String disasterId, String region, long[] change, Changes to) {
    CellTally tally = new CellTally();
    for (int i = 0; i < FIGURES; i++) {
      Figure figure = Figure.values()[Figure.FIRST_REPORTED + i];
      tally.addToBoth(Cell.NO_MONTH, Book.NOW, figure, change[i]);
    }
    to.of(Cell.ofDisaster(disasterId, region), Changes.Reach.ALONE, tally);
  }

  private byte[] toBytes() {
    ByteWriter out = new ByteWriter(64);
    out.octet(LAYOUT);
    for (long figure : below) {
      out.signed(figure);
    }
    byte[] versions = ledger.toBytes();
    out.copy(versions, 0, versions.length);
    return out.toBytes();
  }

  private static DisasterReports ofBytes(byte[] bytes) {
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

  /**
   * By day; of one day by when it was first told, for who corrects the figures of the morning says
   * nothing of the evening; then by id, so that one of two is the newest.
   */
  private boolean isNewer(HouseholdEvent report, HouseholdEvent other) {
    if (report.occurredOn() != other.occurredOn()) {
      return report.occurredOn() > other.occurredOn();
    }
    if (firstTold(report) != firstTold(other)) {
      return firstTold(report) > firstTold(other);
    }
    return report.eventId().toString().compareTo(other.eventId().toString()) > 0;
  }

  private long firstTold(HouseholdEvent report) {
    return ledger.versionsOf(report.eventId()).stream()
        .mapToLong(HouseholdEvent::reportedAt)
        .min()
        .orElseThrow();
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
