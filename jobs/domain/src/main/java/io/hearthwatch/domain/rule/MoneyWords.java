package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.EventType.*;
import static io.hearthwatch.domain.rule.Words.*;

import java.util.function.Supplier;

/** Words about what is spent, what is earned, and the lines that both are compared with. */
final class MoneyWords {

  private MoneyWords() {}

  static void addTo(Words words, Supplier<Indicators> asked) {
    spent(words, asked);
    earned(words, asked);
    words
        .reading()
        .say("members", INT, args(), a -> asked.get().lines().members())
        .say(
            "moreThanLines",
            BOOL,
            args(INT, INT),
            a -> asked.get().lines().moreThan((Long) a[0], (Long) a[1]))
        .say(
            "lessThanLines",
            BOOL,
            args(INT, INT),
            a -> asked.get().lines().lessThan((Long) a[0], (Long) a[1]))
        .say(
            "moreThanPercentBeyondLines",
            BOOL,
            args(INT, INT, INT, INT),
            a ->
                asked
                    .get()
                    .lines()
                    .moreThanPercentBeyond((Long) a[0], (Long) a[1], (Long) a[2], (Long) a[3]));
  }

  private static void spent(Words words, Supplier<Indicators> asked) {
    words
        .reading(EXPENSE_INCURRED)
        .say(
            "medical",
            INT,
            args(WINDOW),
            a -> asked.get().spending().medicalFen(null, (Window) a[0]))
        .of(
            MEMBER,
            "medical",
            INT,
            args(WINDOW),
            a -> asked.get().spending().medicalFen(person(a), (Window) a[1]))
        .say("rigid", INT, args(WINDOW), a -> asked.get().spending().rigidFen((Window) a[0]))
        .say(
            "earlierRigid",
            INT,
            args(WINDOW, WINDOW),
            a -> asked.get().spending().earlierRigidFen((Window) a[0], (Window) a[1]))
        .say("spending", INT, args(WINDOW), a -> asked.get().spending().allFen((Window) a[0]))
        .say(
            "medicalBillsOverLines",
            INT,
            args(WINDOW, INT),
            a -> asked.get().spending().billsOverLines((Window) a[0], (Long) a[1]));
    words
        .reading(EXPENSE_INCURRED, SCHOOL_STATUS_CHANGED)
        .say(
            "educationUpTo",
            INT,
            args(STRING, WINDOW),
            a -> asked.get().schooling().costFen((String) a[0], (Window) a[1]));
  }

  private static void earned(Words words, Supplier<Indicators> asked) {
    words
        .reading(INCOME_RECEIVED)
        .say("income", INT, args(WINDOW), a -> asked.get().income().fen((Window) a[0]))
        .say(
            "earlierIncome",
            INT,
            args(WINDOW, WINDOW),
            a -> asked.get().income().earlierFen((Window) a[0], (Window) a[1]))
        .say("leastIncome", INT, args(WINDOW), a -> asked.get().income().leastFen((Window) a[0]))
        .say(
            "incomeVariesOver",
            BOOL,
            args(WINDOW, INT),
            a -> asked.get().income().variesOver((Window) a[0], (Long) a[1]))
        .of(
            MEMBER,
            "incomeAtDeath",
            INT,
            args(WINDOW),
            a -> asked.get().income().atDeathFen(person(a), (Window) a[1], false))
        .of(
            MEMBER,
            "householdIncomeAtDeath",
            INT,
            args(WINDOW),
            a -> asked.get().income().atDeathFen(person(a), (Window) a[1], true))
        .say(
            "perCapitaUnder",
            BOOL,
            args(STRING, INT),
            a -> asked.get().lines().perCapitaUnder((String) a[0], (Long) a[1]))
        .say(
            "everyMonthUnderLine",
            BOOL,
            args(INT),
            a -> asked.get().lines().everyMonthUnder(PovertyLines.DIBAO_LINE, 100, (Long) a[0]))
        .say(
            "everyMonthUnder",
            BOOL,
            args(STRING, INT, INT),
            a -> asked.get().lines().everyMonthUnder((String) a[0], (Long) a[1], (Long) a[2]))
        .say(
            "entitlement",
            INT,
            args(STRING, INT),
            a -> asked.get().entitlement().fen((String) a[0], (Long) a[1]));
    words
        .reading(INCOME_RECEIVED, EXPENSE_INCURRED)
        .say(
            "entitlementAfterRigid",
            INT,
            args(STRING, INT),
            a -> asked.get().entitlement().fenAfterRigid((String) a[0], (Long) a[1]));
    words
        .reading(INCOME_RECEIVED, EMPLOYMENT_CHANGED)
        .say(
            "everyMonthAtLeast",
            BOOL,
            args(STRING, INT, INT),
            a -> asked.get().lines().everyMonthAtLeast((String) a[0], (Long) a[1], (Long) a[2]));
    words
        .reading(INCOME_RECEIVED, PAYMENT_MADE, CLASS_RECOGNISED, CLASS_ENDED)
        .say(
            "paidUnderOwed",
            BOOL,
            args(STRING, INT, INT),
            a -> asked.get().owed().paidUnder((String) a[0], (Long) a[1], (Long) a[2]));
  }
}
