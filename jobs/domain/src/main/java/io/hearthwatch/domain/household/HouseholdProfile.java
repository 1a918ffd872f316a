package io.hearthwatch.domain.household;

import io.hearthwatch.domain.alert.Case;

/**
 * All that the risk job keeps of one household.
 *
 * @param ledger what happened
 * @param elsewhere what other households tell of its people
 * @param reportedAt greatest reportedAt of all events, epoch milliseconds; {@link #NEVER_MS} before
 * @param evaluatedOn latest deadline or evaluating inquiry, epoch day; {@link #NEVER} before
 * @param deadlineOn next deadline, epoch day; {@link #NO_DEADLINE} while nothing is due
 * @param armedOn earliest day for which a timer is armed; {@link #NO_DEADLINE} where none is
 * @param lastCase open or latest case, or null
 */
public record HouseholdProfile(
    Ledger ledger,
    Elsewhere elsewhere,
    long reportedAt,
    int evaluatedOn,
    int deadlineOn,
    int armedOn,
    Case lastCase) {

  public static final long NEVER_MS = Long.MIN_VALUE;
  public static final int NEVER = Integer.MIN_VALUE;
  public static final int NO_DEADLINE = Integer.MAX_VALUE;

  /** A household that was just heard of. */
  public static HouseholdProfile empty() {
    return new HouseholdProfile(
        Ledger.empty(), Elsewhere.nothing(), NEVER_MS, NEVER, NO_DEADLINE, NO_DEADLINE, null);
  }

  /** The as-of date: the later of the last report's civil date and the last evaluation. */
  public int asOf(Retention retention) {
    return reportedAt == NEVER_MS ? evaluatedOn : Math.max(retention.day(reportedAt), evaluatedOn);
  }

  public HouseholdProfile withLedger(Ledger next) {
    return new HouseholdProfile(
        next, elsewhere, reportedAt, evaluatedOn, deadlineOn, armedOn, lastCase);
  }

  /** With a version of what another household tells; the same where it changes nothing. */
  public HouseholdProfile told(HouseholdEvent ofAnother) {
    return withElsewhere(elsewhere.with(ofAnother));
  }

  private HouseholdProfile withElsewhere(Elsewhere next) {
    return next == elsewhere
        ? this
        : new HouseholdProfile(
            ledger, next, reportedAt, evaluatedOn, deadlineOn, armedOn, lastCase);
  }

  /** Whether anything was ever reported of it; before that it has no as-of date. */
  public boolean known() {
    return reportedAt != NEVER_MS || evaluatedOn != NEVER;
  }

  public HouseholdProfile reported(long atMs) {
    return new HouseholdProfile(
        ledger, elsewhere, Math.max(reportedAt, atMs), evaluatedOn, deadlineOn, armedOn, lastCase);
  }

  public HouseholdProfile evaluated(int asOf, int nextDeadlineOn, Case nextCase) {
    return new HouseholdProfile(
        ledger, elsewhere, reportedAt, asOf, nextDeadlineOn, armedOn, nextCase);
  }

  public HouseholdProfile armed(int day) {
    return new HouseholdProfile(
        ledger, elsewhere, reportedAt, evaluatedOn, deadlineOn, day, lastCase);
  }

  /** Without happenings that are forgotten as of a date. */
  public HouseholdProfile pruned(Retention retention, int asOf) {
    Ledger kept = ledger.pruned(retention, asOf);
    return (kept == ledger ? this : withLedger(kept))
        .withElsewhere(elsewhere.pruned(retention, asOf));
  }

  @Override
  public String toString() {
    return "profile of " + ledger.size() + " lines"; // no personal data in a log by accident
  }

  /** Reads what {@link #toBytes} wrote, in this or an older layout. */
  public static HouseholdProfile ofBytes(byte[] bytes) {
    return ProfileLayout.read(bytes);
  }

  /** The blob that state keeps. */
  public byte[] toBytes() {
    return ProfileLayout.write(this);
  }
}
