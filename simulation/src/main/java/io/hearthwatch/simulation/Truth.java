package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.GrantApproved;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;

/**
 * What really happened, as CSV beside the events: who was in which hardship from when to when, what
 * befell whom, and who was helped without a warning. {@code docs/simulation.md} has the columns.
 */
public final class Truth {

  private final Nation nation;

  public Truth(Nation nation) {
    this.nation = nation;
  }

  /** One row: seed, households (those of the stories too), first month, months. */
  public void writeNation(Writer out) throws IOException {
    out.write("seed,households,first,months\n");
    row(
        out,
        String.valueOf(nation.seed()),
        String.valueOf(nation.households() + nation.stories().households()),
        nation.month(0).firstDay().toString().substring(0, 7),
        String.valueOf(nation.months()));
  }

  /** One row a hardship: household, county, cause, since, until (empty: it goes on). */
  public void writeHardships(Writer out) throws IOException {
    out.write("household,county,cause,since,until\n");
    for (long number = 0; number < nation.households(); number++) {
      hardships(out, nation.life(number).hardships());
    }
    hardships(out, nation.stories().hardships());
  }

  private static void hardships(Writer out, List<Hardship> hardships) throws IOException {
    for (Hardship of : hardships) {
      row(
          out,
          of.householdId(),
          of.county(),
          of.cause(),
          day(of.since()),
          of.until() == Hardship.GOES_ON ? "" : day(of.until()));
    }
  }

  /** One row a fate: household, person (empty: the household), kind, day. */
  public void writeFates(Writer out) throws IOException {
    out.write("household,person,fate,day\n");
    for (long number = 0; number < nation.households(); number++) {
      Life life = nation.life(number);
      for (Fate fate : life.fates()) {
        String person = fate.person() < 0 ? "" : life.members().get(fate.person()).person().id();
        row(out, life.family().id(), person, fate.kind().cause(), day(fate.day()));
      }
    }
    for (Script.Befallen of : nation.stories().fates()) {
      String person = of.person() == null ? "" : of.person();
      row(out, of.householdId(), person, of.fate().cause(), day(of.day()));
    }
  }

  /** One row a grant: household, programme, cause, asked (empty: nobody asked), granted. */
  public void writeReached(Writer out) throws IOException {
    out.write("household,programme,cause,asked,granted\n");
    for (long number = 0; number < nation.households(); number++) {
      Life life = nation.life(number);
      for (Aid aid : life.aid()) {
        if (aid.months() > 0) {
          row(
              out,
              life.family().id(),
              aid.programme(),
              aid.cause(),
              aid.appliedOn() == Aid.UNASKED ? "" : day(aid.appliedOn()),
              day(aid.grantedOn()));
        }
      }
    }
    for (HouseholdEvent event : nation.stories().all()) {
      if (event.body() instanceof GrantApproved grant) {
        String id = event.householdId();
        row(out, id, grant.programme(), grant.cause(), "", day(event.occurredOn()));
      }
    }
  }

  private static String day(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  private static void row(Writer out, String... values) throws IOException {
    out.write(String.join(",", values));
    out.write('\n');
  }
}
