package io.hearthwatch.domain.household;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that is known of a household: the surviving version of every event it ever got, within
 * retention, by day and then by id. A value: applying an event gives a new ledger.
 *
 * <p>It depends only on the set of versions that were applied, not on their order or number.
 */
public final class Ledger {

  /**
   * Most lines of a household; beyond, an event is refused, which its dead letter tells the data
   * office.
   */
  public static final int MAX_LINES = 20_000;

  /**
   * Most people that lines of a household may be about. Where a department files everybody whom it
   * cannot tell apart under one household, each event would have each of them asked every rule, and
   * all their hits told again: 4,000 people cost eight minutes and four gigabytes. 500 is assumed.
   */
  public static final int MAX_PEOPLE = 500;

  private final Dictionary dictionary;
  private final LedgerLine[] lines;

  Ledger(Dictionary dictionary, LedgerLine... lines) {
    this.dictionary = dictionary;
    this.lines = lines;
  }

  static Ledger empty() {
    return new Ledger(new Dictionary());
  }

  /** The lines by day, then by id as an unsigned number; tombstones are among them. */
  public List<LedgerLine> lines() {
    return Arrays.asList(lines);
  }

  public int size() {
    return lines.length;
  }

  /** What became of an event, and the ledger after it. */
  public record Applied(Ledger ledger, Outcome outcome) {}

  /** What can become of an event. */
  public enum Outcome {
    /** It is the surviving version now. */
    STORED,
    /** A version that it does not survive, or the same one, was there. */
    ALREADY_KNOWN,
    /** It changes the person or the source of its id. */
    IDENTITY_CHANGED,
    /** There is no room. */
    HOUSEHOLD_FULL
  }

  /** Applies one version of an event. */
  public Applied apply(HouseholdEvent event) {
    int known = indexOf(LedgerLine.ledgerId(event.eventId()));
    if (known < 0) {
      if (lines.length >= MAX_LINES || crowded(event.personId())) {
        return new Applied(this, Outcome.HOUSEHOLD_FULL);
      }
      return new Applied(with(lines, LedgerLine.of(event, dictionary)), Outcome.STORED);
    }
    LedgerLine line = LedgerLine.of(event, dictionary);
    if (!line.sameIdentity(lines[known])) {
      return new Applied(this, Outcome.IDENTITY_CHANGED);
    }
    if (!line.survives(lines[known])) {
      return new Applied(this, Outcome.ALREADY_KNOWN);
    }
    return new Applied(with(without(known), line), Outcome.STORED);
  }

  /** Whether there are too many people already for one of whom no line is. */
  private boolean crowded(String personId) {
    if (personId == null || lines.length < MAX_PEOPLE) {
      return false;
    }
    Set<String> people = new HashSet<>();
    for (LedgerLine line : lines) {
      if (line.personId() != null) {
        people.add(line.personId());
      }
    }
    return people.size() >= MAX_PEOPLE && !people.contains(personId);
  }

  /** This ledger without what is forgotten as of a date; standing facts stay. */
  Ledger pruned(Retention retention, int asOf) {
    Retention.Kept kept = retention.kept(asOf);
    if (!hasForgotten(kept)) {
      return this;
    }
    Dictionary fresh = new Dictionary();
    return new Ledger(
        fresh,
        Arrays.stream(lines)
            .filter(line -> !forgotten(line, kept))
            .map(line -> line.over(fresh))
            .toArray(LedgerLine[]::new));
  }

  /** A plain loop, over the lines by day: this runs for every household every month. */
  private boolean hasForgotten(Retention.Kept kept) {
    for (int i = 0; i < lines.length && lines[i].day() < kept.firstDay(); i++) {
      if (forgotten(lines[i], kept)) {
        return true;
      }
    }
    return false;
  }

  private static boolean forgotten(LedgerLine line, Retention.Kept kept) {
    return kept.forgets(line.type(), line.day(), line.revision() > 0 || line.voided());
  }

  void write(ByteWriter out) {
    dictionary.write(out);
    out.varint(lines.length);
    int day = BodyPacker.DAY_ORIGIN;
    for (int from = 0; from < lines.length; ) {
      LedgerLine line = lines[from];
      out.fixed64(line.id());
      out.varint(line.day() - day);
      line.write(out);
      int next = from + 1;
      while (next < lines.length && lines[next].follows(lines[next - 1])) {
        next++;
      }
      line.writeFollowing(lines[next - 1], out);
      day = lines[next - 1].day();
      from = next;
    }
  }

  static Ledger read(byte[] bytes, ByteReader in) {
    Dictionary dictionary = Dictionary.read(in);
    LedgerLine[] lines = new LedgerLine[(int) in.varint()];
    int day = BodyPacker.DAY_ORIGIN;
    for (int i = 0; i < lines.length; i++) {
      int start = in.position();
      long id = in.fixed64();
      day += (int) in.varint();
      lines[i] = LedgerLine.read(id, day, bytes, start, in, dictionary);
    }
    return new Ledger(dictionary, lines);
  }

  private int indexOf(long id) {
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].id() == id) {
        return i;
      }
    }
    return -1;
  }

  private Ledger with(LedgerLine[] others, LedgerLine line) {
    int at = others.length;
    while (at > 0 && comesBefore(line, others[at - 1])) {
      at--;
    }
    LedgerLine[] more = Arrays.copyOf(others, others.length + 1);
    System.arraycopy(others, at, more, at + 1, others.length - at);
    more[at] = line;
    return new Ledger(dictionary, more);
  }

  private LedgerLine[] without(int index) {
    LedgerLine[] fewer = Arrays.copyOf(lines, lines.length - 1);
    System.arraycopy(lines, index + 1, fewer, index, lines.length - 1 - index);
    return fewer;
  }

  private static boolean comesBefore(LedgerLine line, LedgerLine other) {
    return line.day() != other.day()
        ? line.day() < other.day()
        : Long.compareUnsigned(line.id(), other.id()) < 0;
  }
}
