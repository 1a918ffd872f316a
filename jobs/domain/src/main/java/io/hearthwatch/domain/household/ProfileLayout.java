package io.hearthwatch.domain.household;

import io.hearthwatch.domain.alert.Case;
import io.hearthwatch.domain.alert.CaseStatus;
import io.hearthwatch.domain.alert.Urgency;
import java.util.ArrayList;
import java.util.List;

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
      writeCase(out, profile.lastCase());
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
    Case lastCase = (flags & HAS_CASE) == 0 ? null : readCase(in);
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

  private static void writeCase(ByteWriter out, Case state) {
    out.varint(state.number());
    out.varint(state.sequence());
    out.octet(state.status().ordinal());
    out.signed(state.openedOn());
    out.signed(state.causedOn());
    out.signed(state.endedOn());
    out.octet(state.urgency().ordinal());
    out.signed(state.visitBy());
    writeHits(out, state.openedFor());
    writeHits(out, state.said());
  }

  private static Case readCase(ByteReader in) {
    return new Case(
        (int) in.varint(),
        (int) in.varint(),
        CaseStatus.values()[in.octet()],
        (int) in.signed(),
        (int) in.signed(),
        (int) in.signed(),
        Urgency.values()[in.octet()],
        in.signed(),
        readHits(in),
        readHits(in));
  }

  private static void writeHits(ByteWriter out, List<Case.SaidHit> hits) {
    out.varint(hits.size());
    for (Case.SaidHit hit : hits) {
      out.utf8(hit.ruleId());
      out.utf8(hit.subject());
      out.octet(hit.urgency().ordinal());
      out.signed(hit.measure());
    }
  }

  private static List<Case.SaidHit> readHits(ByteReader in) {
    int count = (int) in.varint();
    List<Case.SaidHit> hits = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      hits.add(new Case.SaidHit(in.utf8(), in.utf8(), Urgency.values()[in.octet()], in.signed()));
    }
    return hits;
  }
}
