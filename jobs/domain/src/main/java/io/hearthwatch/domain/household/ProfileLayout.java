package io.hearthwatch.domain.household;

import io.hearthwatch.domain.alert.Case;
import io.hearthwatch.domain.alert.CaseLayout;

/**
 * The bytes of a profile: a layout number, the dates, the case, the ledger. {@code docs/state.md}
 * has the table. A new layout gets a new number; old ones are read for ever.
 */
final class ProfileLayout {

  private static final int ALONE = 1;

  /** The same, and behind the ledger what other households tell; written only where they do. */
  private static final int WITH_ELSEWHERE = 2;

  private static final int HAS_CASE = 1;

  private ProfileLayout() {}

  static byte[] write(HouseholdProfile profile) {
    ByteWriter out = new ByteWriter(128 + profile.ledger().size() * 24);
    out.octet(profile.elsewhere().isEmpty() ? ALONE : WITH_ELSEWHERE);
    out.octet(profile.lastCase() == null ? 0 : HAS_CASE);
    out.signed(profile.reportedAt());
    out.signed(profile.evaluatedOn());
    out.signed(profile.deadlineOn());
    out.signed(profile.armedOn());
    if (profile.lastCase() != null) {
      CaseLayout.write(out, profile.lastCase());
    }
    profile.ledger().write(out);
    if (!profile.elsewhere().isEmpty()) {
      profile.elsewhere().write(out);
    }
    return out.toBytes();
  }

  static HouseholdProfile read(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, 0);
    int layout = in.octet();
    if (layout > WITH_ELSEWHERE) {
      throw new IllegalStateException("profile layout " + layout + " is newer than this program");
    }
    int flags = in.octet();
    long reportedAt = in.signed();
    int evaluatedOn = (int) in.signed();
    int deadlineOn = (int) in.signed();
    int armedOn = (int) in.signed();
    Case lastCase = (flags & HAS_CASE) == 0 ? null : CaseLayout.read(in);
    Ledger ledger = Ledger.read(bytes, in);
    return new HouseholdProfile(
        ledger,
        layout == ALONE ? Elsewhere.nothing() : Elsewhere.read(bytes, in),
        reportedAt,
        evaluatedOn,
        deadlineOn,
        armedOn,
        lastCase);
  }
}
