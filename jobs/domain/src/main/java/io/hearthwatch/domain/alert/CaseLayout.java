package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.household.ByteReader;
import io.hearthwatch.domain.household.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a case within those of whatever it is the case of; docs/state.md has the table. */
public final class CaseLayout {

  private CaseLayout() {}

  /** Writes it. */
  public static void write(ByteWriter out, Case state) {
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

  /** Reads what {@link #write} wrote. */
  public static Case read(ByteReader in) {
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
