package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import java.util.Set;

/**
 * One expense that counts.
 *
 * @param day epoch day
 * @param personId the member whom it was about, or null
 * @param netFen what the household paid itself
 * @param medical whether it was a medical bill
 * @param rigid whether the household could not choose not to spend it
 * @param education whether it was for schooling
 * @param living whether it was for daily life
 * @param line the record
 */
record Spent(
    int day,
    String personId,
    long netFen,
    boolean medical,
    boolean rigid,
    boolean education,
    boolean living,
    LedgerLine line) {

  private static final String MEDICAL = "medical";

  private static final String EDUCATION = "education";
  private static final String LIVING = "living";

  private static final Set<String> RIGID =
      Set.of(MEDICAL, EDUCATION, "housing", "rehabilitation", "disaster-repair");

  static Spent of(LedgerLine line) {
    ExpenseIncurred expense = (ExpenseIncurred) line.body();
    String category = expense.category();
    return new Spent(
        line.day(),
        line.personId(),
        expense.netFen(),
        category.equals(MEDICAL),
        RIGID.contains(category),
        category.equals(EDUCATION),
        category.equals(LIVING),
        line);
  }

  /** Whether it was about this member; null stands for the whole household. */
  boolean isOf(String whom) {
    return whom == null || whom.equals(personId);
  }
}
