package io.hearthwatch.domain.household;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What other households tell of people of this one: their grants and payments there, and whether
 * they live there. A ledger for each of those households, with the same versions and the same
 * survivors, so that it depends only on the set of versions that came.
 */
public final class Elsewhere {

  private static final Elsewhere NOTHING = new Elsewhere(Collections.emptySortedMap());

  private final SortedMap<String, Ledger> byHousehold;

  private Elsewhere(SortedMap<String, Ledger> byHousehold) {
    this.byHousehold = byHousehold;
  }

  static Elsewhere nothing() {
    return NOTHING;
  }

  public boolean isEmpty() {
    return byHousehold.isEmpty();
  }

  /** With one version of an event of another household; the same where that changes nothing. */
  Elsewhere with(HouseholdEvent event) {
    Ledger before = byHousehold.getOrDefault(event.householdId(), Ledger.empty());
    Ledger.Applied applied = before.apply(event);
    return applied.outcome() == Ledger.Outcome.STORED
        ? with(event.householdId(), applied.ledger())
        : this;
  }

  /** Without what is forgotten as of a date; standing facts stay. */
  Elsewhere pruned(Retention retention, int asOf) {
    Elsewhere pruned = this;
    for (Map.Entry<String, Ledger> entry : byHousehold.entrySet()) {
      Ledger kept = entry.getValue().pruned(retention, asOf);
      pruned = kept == entry.getValue() ? pruned : pruned.with(entry.getKey(), kept);
    }
    return pruned;
  }

  /** The lines of each other household, by day and id. */
  public List<List<LedgerLine>> lines() {
    List<List<LedgerLine>> lines = new ArrayList<>(byHousehold.size());
    byHousehold.values().forEach(ledger -> lines.add(ledger.lines()));
    return lines;
  }

  private Elsewhere with(String household, Ledger ledger) {
    SortedMap<String, Ledger> next = new TreeMap<>(byHousehold);
    if (ledger.size() == 0) {
      next.remove(household);
    } else {
      next.put(household, ledger);
    }
    return new Elsewhere(next);
  }

  void write(ByteWriter out) {
    out.varint(byHousehold.size());
    byHousehold.forEach(
        (household, ledger) -> {
          out.utf8(household);
          ledger.write(out);
        });
  }

  static Elsewhere read(byte[] bytes, ByteReader in) {
    SortedMap<String, Ledger> byHousehold = new TreeMap<>();
    for (int left = (int) in.varint(); left > 0; left--) {
      byHousehold.put(in.utf8(), Ledger.read(bytes, in));
    }
    return new Elsewhere(byHousehold);
  }
}
