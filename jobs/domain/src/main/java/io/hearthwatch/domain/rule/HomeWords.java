package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.EventType.*;
import static io.hearthwatch.domain.rule.Words.*;

import io.hearthwatch.domain.household.LedgerLine;
import java.util.function.Supplier;

/** Words about accidents and disasters, the home, what is owned, and power and water. */
final class HomeWords {

  private HomeWords() {}

  static void addTo(Words words, Supplier<Indicators> asked) {
    accident(words, asked);
    disaster(words, asked);
    home(words, asked);
    utility(words, asked);
  }

  private static void accident(Words words, Supplier<Indicators> asked) {
    words
        .reading(ACCIDENT_HAPPENED)
        .of(
            ACCIDENT,
            "within",
            BOOL,
            args(WINDOW),
            a -> asked.get().accidents().within((LedgerLine) a[0], (Window) a[1]))
        .of(ACCIDENT, "day", INT, args(), a -> (long) ((LedgerLine) a[0]).day())
        .of(ACCIDENT, "hospitalStay", BOOL, args(), a -> Accidents.hospitalStay((LedgerLine) a[0]))
        .of(ACCIDENT, "deaths", INT, args(), a -> Accidents.deaths((LedgerLine) a[0]));
    words
        .reading(ACCIDENT_HAPPENED, GRANT_APPROVED)
        .of(
            ACCIDENT,
            "followedBy",
            BOOL,
            args(STRING, INT),
            a -> asked.get().accidents().followedBy((LedgerLine) a[0], (String) a[1], (Long) a[2]));
  }

  private static void disaster(Words words, Supplier<Indicators> asked) {
    words
        .reading(DISASTER_IMPACT)
        .say(
            "severeImpacts",
            INT,
            args(WINDOW),
            a -> asked.get().disasters().severeImpacts((Window) a[0]))
        .of(
            IMPACT,
            "within",
            BOOL,
            args(WINDOW),
            a -> asked.get().disasters().within((Disasters.Impact) a[0], (Window) a[1]))
        .of(IMPACT, "day", INT, args(), a -> (long) ((Disasters.Impact) a[0]).day())
        .of(IMPACT, "homeUnusable", BOOL, args(), a -> ((Disasters.Impact) a[0]).homeUnusable());
  }

  private static void home(Words words, Supplier<Indicators> asked) {
    words
        .reading(DWELLING_GRADED)
        .say("homeUnsafeSince", INT, args(), a -> asked.get().property().homeUnsafeSince());
    words
        .reading(PROPERTY_DECLARED)
        .say("assets", INT, args(), a -> asked.get().property().assetsFen())
        .say("dwellings", INT, args(), a -> asked.get().property().dwellings())
        .say("vehicleValue", INT, args(), a -> asked.get().property().vehicleValueFen());
  }

  private static void utility(Words words, Supplier<Indicators> asked) {
    words
        .reading(UTILITY_USED)
        .say(
            "utilityReadings",
            INT,
            args(WINDOW),
            a -> asked.get().utilities().readings((Window) a[0]))
        .say(
            "utilityReadingsAfter",
            INT,
            args(INT),
            a -> asked.get().utilities().readingsAfter((Long) a[0]))
        .say(
            "lastUtilityUse",
            INT,
            args(WINDOW),
            a -> asked.get().utilities().lastUse((Window) a[0]))
        .say("unpaidUtilityBills", INT, args(), a -> asked.get().utilities().unpaidBills())
        .say(
            "utilityUseUnder",
            BOOL,
            args(INT, WINDOW),
            a -> asked.get().utilities().useUnder((Long) a[0], (Window) a[1]));
  }
}
