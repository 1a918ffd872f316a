package io.hearthwatch.domain.rule;

/**
 * What a rule may ask of one household as of one date. Money is in fen, dates are epoch days; sums
 * count members only. Everything that is asked is written into the evidence.
 *
 * <p>Each throws {@link NotAssessable} where the answer is not known and ArithmeticException where
 * a sum leaves the range of a long.
 */
record Indicators(
    Spending spending,
    Income income,
    PovertyLines lines,
    Parameters parameters,
    Classes classes,
    Members members,
    Disasters disasters,
    Accidents accidents) {

  static Indicators of(Asked asked) {
    Income income = new Income(asked);
    PovertyLines lines = new PovertyLines(asked, income);
    return new Indicators(
        new Spending(asked, lines),
        income,
        lines,
        new Parameters(asked),
        new Classes(asked),
        new Members(asked),
        new Disasters(asked),
        new Accidents(asked));
  }

  /** Numbers of the policy. */
  record Parameters(Asked asked) {

    /** A parameter of one whole number. */
    long number(String parameter) {
      return asked.parameters().number(parameter, asked.evidence());
    }

    /** A parameter given by class: the lowest of the classes in force. */
    long ofClass(String parameter) {
      return asked
          .parameters()
          .lowestOfClasses(parameter, asked.view().classes(), asked.evidence());
    }
  }
}
