package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells of one household what departments say within some days: late, twice, wrongly and corrected,
 * or not at all. What is not said within these days is not even made. All delays are assumed.
 */
final class Teller {

  private static final long DAY_MS = 86_400_000L;

  /** Offices open at 8 in Beijing, which is midnight in Greenwich, for ten hours. */
  private static final int OPEN_MS = 10 * 3_600_000;

  private static final double ONE = 0x1.0p-16;

  /** More than there are questions, so that no two events of a household have one key. */
  private static final int KEYS = 128;

  private final Life life;
  private final Chance chance;
  private final Disorder disorder;
  private final int from;
  private final int until;
  private final List<HouseholdEvent> told = new ArrayList<>();

  /**
   * For one household.
   *
   * @param from first day, epoch day
   * @param until the day after the last
   */
  Teller(Life life, int from, int until) {
    this.life = life;
    this.from = from;
    this.until = until;
    chance = life.family().chance();
    disorder = life.nation().disorder();
  }

  /** Everything that is told within the days, in the order in which it is told. */
  List<HouseholdEvent> told() {
    told.sort(Comparator.comparingLong(HouseholdEvent::reportedAt));
    return told;
  }

  /** The first month of which anything may still be told. */
  int firstMonth() {
    return Math.max(0, life.nation().indexOf(from) - 7);
  }

  /** The last month of which anything may be told. */
  int lastMonth() {
    return Math.min(life.nation().months() - 1, life.nation().indexOf(until - 1));
  }

  /** Whether something that occurred on a day may be told within the days. */
  boolean reaches(int occurredOn) {
    return occurredOn < until && occurredOn >= from - 250;
  }

  /**
   * Something that a department saw.
   *
   * @param which with the question, its identity within the household
   */
  void saw(
      Question question,
      int which,
      String source,
      Person person,
      int occurredOn,
      Supplier<EventBody> body) {
    saw(question, which, source, life.family().id(), person, occurredOn, occurredOn, body);
  }

  /**
   * The same of something that was known before the simulation, or of another household.
   *
   * @param learntOn epoch day on which the department came to know it
   */
  void saw(
      Question question,
      int which,
      String source,
      String householdId,
      Person person,
      int occurredOn,
      int learntOn,
      Supplier<EventBody> body) {
    if (!reaches(learntOn)) {
      return;
    }
    long bits = chance.bits(Question.DISORDER, KEYS * which + question.number());
    if (share(bits, 0) < disorder.lost()) {
      return;
    }
    int learnt = learntOn + (int) ((((bits >>> 48) & 0xFF) * Departments.LEARNT_WITHIN_DAYS) >>> 9);
    if (share(bits, 16) < disorder.late()) {
      learnt += 10 + (int) ((bits >>> 56) & 31);
    }
    County county = life.county(occurredOn);
    int toldOn = life.nation().departments().toldOn(source, county, learnt);
    Telling telling =
        new Telling(question, which, source, householdId, person, county, occurredOn, body);
    double fate = share(bits, 32);
    if (fate < disorder.twice()) {
      telling.tell(toldOn, 0, EventKind.NOTIFY, false);
      telling.tell(toldOn + 1 + (int) ((bits >>> 50) & 15), 0, EventKind.NOTIFY, false, toldOn);
    } else if (fate < disorder.twice() + disorder.corrected()) {
      correct(telling, toldOn, bits);
    } else {
      telling.tell(toldOn, 0, EventKind.NOTIFY, false);
    }
  }

  /** Told wrongly, and right some days later; now and then the correction comes first. */
  private void correct(Telling telling, int toldOn, long bits) {
    int later = toldOn + 3 + (int) ((bits >>> 50) & 31);
    boolean correctionFirst = (bits >>> 60) == 0;
    telling.tell(correctionFirst ? later : toldOn, 0, EventKind.NOTIFY, true);
    telling.tell(correctionFirst ? toldOn : later, 1, EventKind.CORRECT, false);
  }

  /** Told of this household although it happened elsewhere, and taken back some weeks later. */
  void mistook(
      Question question,
      int which,
      String source,
      Person person,
      int occurredOn,
      Supplier<EventBody> body) {
    if (!reaches(occurredOn) || !chance.happens(disorder.mistaken(), question, which)) {
      return;
    }
    County county = life.county(occurredOn);
    Telling telling =
        new Telling(question, which, source, life.family().id(), person, county, occurredOn, body);
    int toldOn = life.nation().departments().toldOn(source, county, occurredOn + 1);
    telling.tell(toldOn, 0, EventKind.NOTIFY, false);
    telling.tell(toldOn + 5 + chance.below(30, question, -which), 1, EventKind.VOID, false);
  }

  private static double share(long bits, int shift) {
    return ((bits >>> shift) & 0xFFFF) * ONE;
  }

  /** The id of an event, of which others may speak. */
  static EventId id(Chance chance, Question question, int which) {
    int key = KEYS * which + question.number();
    // Version 8 of RFC 9562: a UUID of one's own making.
    return new EventId(
        (chance.bits(Question.IDENTITY, 2 * key) & ~0xF000L) | 0x8000L,
        (chance.bits(Question.IDENTITY, 2 * key + 1) & ~(3L << 62)) | (2L << 62));
  }

  /** One event that is about to be told, in one version or several. */
  private final class Telling {
    private final Question question;
    private final int which;
    private final String source;
    private final String householdId;
    private final Person person;
    private final County county;
    private final int occurredOn;
    private final Supplier<EventBody> body;

    Telling(
        Question question,
        int which,
        String source,
        String householdId,
        Person person,
        County county,
        int occurredOn,
        Supplier<EventBody> body) {
      this.question = question;
      this.which = which;
      this.source = source;
      this.householdId = householdId;
      this.person = person;
      this.county = county;
      this.occurredOn = occurredOn;
      this.body = body;
    }

    void tell(int day, int revision, EventKind kind, boolean wrongly) {
      tell(day, revision, kind, wrongly, day);
    }

    /** Told on a day, perhaps word for word as on an earlier one. */
    void tell(int day, int revision, EventKind kind, boolean wrongly, int writtenOn) {
      if (day < from || day >= until) {
        return;
      }
      EventBody right = body.get();
      EventBody wrong =
          wrongly ? Mistakes.wrong(right, chance.bits(Question.MISTAKE, which)) : null;
      int minute = chance.below(OPEN_MS, Question.MINUTE, KEYS * which + question.number());
      told.add(
          new HouseholdEvent(
              id(chance, question, which),
              kind,
              revision,
              source,
              householdId,
              person == null ? null : person.id(),
              county.code(),
              null,
              occurredOn,
              writtenOn * DAY_MS + minute,
              wrong == null ? right : wrong));
    }
  }
}
