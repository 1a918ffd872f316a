package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.InsuranceChanged;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.household.body.PaymentMade;
import io.hearthwatch.domain.household.body.SchoolStatusChanged;
import java.util.ArrayList;
import java.util.List;

/**
 * What is told of one household of a story: written out day by day, without chance and without
 * disorder. Days are given by month and day of the month; month 0 is the last of the simulation, -1
 * the one before. Everything is told on the next morning at nine. What lies before the first day is
 * told on the first where it still stands (who lives there, a class), else not at all.
 */
final class Script {

  private static final long DAY_MS = 86_400_000L;

  /** Nine in Beijing. */
  private static final long NINE_MS = 3_600_000L;

  /** How many months of wages a story tells: a year is known before it begins. */
  private static final int MONTHS = 18;

  private static final int BIRTHDAY_AGES_DAYS = 365;

  private final Nation nation;
  private final Chance chance;
  private final String id;
  private final String region;
  private final String residence;
  private final List<HouseholdEvent> events = new ArrayList<>();
  private final List<Befallen> fates = new ArrayList<>();
  private final List<Hardship> hardships = new ArrayList<>();

  /** What befell one of a household, or with null all of it, on a day. */
  record Befallen(String householdId, String person, FateKind fate, int day) {}

  /**
   * An empty script.
   *
   * @param id of the household
   * @param region code of its county
   * @param residence urban or rural
   */
  Script(Nation nation, String id, String region, String residence) {
    this.nation = nation;
    this.id = id;
    this.region = region;
    this.residence = residence;
    // Not of the seed: a story is the same in every simulation that ends in the same month.
    chance = new Chance(Chance.mix(id.hashCode())).of(nation.month(nation.months() - 1).index());
    stands("public-security", null, day(-MONTHS, 1), new HouseholdRegistered(residence));
  }

  String person(int number) {
    return id + "-p" + number;
  }

  /** Somebody of an age in years who has always lived there, is insured, and goes to school. */
  Script member(int number, String role, int age) {
    int registered = day(-MONTHS, 1);
    int born = registered - age * BIRTHDAY_AGES_DAYS;
    stands(
        "public-security",
        person(number),
        registered,
        new MemberJoined("registration", role, born));
    stands(
        "medical-insurance",
        person(number),
        registered,
        new InsuranceChanged("basic-medical", true, null));
    String school = Schools.stage(age);
    return school == null
        ? this
        : stands(
            "education", person(number), registered, new SchoolStatusChanged(school, "enrolled"));
  }

  /** A class that was in force already when the simulation began. */
  Script enrolled(String householdClass) {
    return stands(
        "civil-affairs", null, day(-MONTHS, 2), new ClassRecognised(householdClass, null, null));
  }

  /** A wage, of each of some months, told when the month is over. */
  Script earns(int number, int fromMonth, int throughMonth, long fenAMonth) {
    for (int m = fromMonth; m <= throughMonth; m++) {
      Month month = month(m);
      says(
          "human-resources",
          person(number),
          month.lastEpochDay(),
          new IncomeReceived(month, "wage", fenAMonth));
    }
    return this;
  }

  /** A grant, and its payments on the tenth of some months. */
  Script granted(
      String source,
      int day,
      String programme,
      String cause,
      String disasterId,
      long... fenByMonth) {
    Month first = Month.of(day);
    HouseholdEvent grant =
        version(
            EventKind.NOTIFY,
            0,
            events.size(),
            source,
            null,
            day,
            day + 1,
            new GrantApproved(
                programme,
                cause,
                first,
                fenByMonth[0],
                disasterId,
                NamedPolicy.of(programme, cause, residence)));
    events.add(grant);
    for (int k = 0; k < fenByMonth.length; k++) {
      Month month = first.plus(k);
      says(
          source,
          null,
          Math.max(day, month.firstEpochDay() + 9),
          new PaymentMade(programme, grant.eventId().toString(), month, fenByMonth[k]));
    }
    return this;
  }

  Script says(String source, String person, int day, EventBody body) {
    events.add(version(EventKind.NOTIFY, 0, events.size(), source, person, day, day + 1, body));
    return this;
  }

  /** Something that a department says again, otherwise: told on a later day. */
  Script corrects(HouseholdEvent earlier, int toldOn, EventBody body) {
    events.add(
        new HouseholdEvent(
            earlier.eventId(),
            EventKind.CORRECT,
            earlier.revision() + 1,
            earlier.source(),
            id,
            earlier.personId(),
            region,
            null,
            earlier.occurredOn(),
            toldOn * DAY_MS + NINE_MS,
            body));
    return this;
  }

  /**
   * The truth: a fate, and in hardship from its day on.
   *
   * @param person whom it befell; null for the household
   */
  Script hardship(FateKind fate, String person, int since) {
    fates.add(new Befallen(id, person, fate, since));
    hardships.add(new Hardship(id, region, fate.cause(), since, Hardship.GOES_ON));
    return this;
  }

  /** What was said last. */
  HouseholdEvent last() {
    return events.get(events.size() - 1);
  }

  private Script stands(String source, String person, int day, EventBody body) {
    int toldOn = Math.max(day + 1, nation.firstDay());
    events.add(version(EventKind.NOTIFY, 0, events.size(), source, person, day, toldOn, body));
    return this;
  }

  private HouseholdEvent version(
      EventKind kind,
      int revision,
      int which,
      String source,
      String person,
      int day,
      int toldOn,
      EventBody body) {
    return new HouseholdEvent(
        Teller.id(chance, Question.STORY, which),
        kind,
        revision,
        source,
        id,
        person,
        region,
        null,
        day,
        toldOn * DAY_MS + NINE_MS,
        body);
  }

  Month month(int m) {
    return nation.month(nation.months() - 1).plus(m);
  }

  int day(int m, int dayOfMonth) {
    return month(m).firstEpochDay() + dayOfMonth - 1;
  }

  String city() {
    return region.substring(0, 4);
  }

  List<HouseholdEvent> events() {
    return events;
  }

  List<Befallen> fates() {
    return fates;
  }

  List<Hardship> hardships() {
    return hardships;
  }
}
