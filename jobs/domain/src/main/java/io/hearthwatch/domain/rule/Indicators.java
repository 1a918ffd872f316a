package io.hearthwatch.domain.rule;

/**
 * What a rule may ask of one household as of one date. Money is in fen, dates are epoch days; sums
 * count members only. Everything that is asked is written into the evidence.
 *
 * <p>Each throws {@link NotAssessable} where the answer is not known and ArithmeticException where
 * a sum leaves the range of a long.
 */
record Indicators(
    Days days,
    Parameters parameters,
    Spending spending,
    Income income,
    PovertyLines lines,
    Owed owed,
    Entitlement entitlement,
    Classes classes,
    Grace grace,
    Aid aid,
    Grants grants,
    Duplicates duplicates,
    Referrals referrals,
    Members members,
    Disabilities disabilities,
    Work work,
    Health health,
    Schooling schooling,
    Disasters disasters,
    Accidents accidents,
    Property property,
    Utilities utilities,
    Feeds feeds) {

  static Indicators of(Asked asked) {
    Income income = new Income(asked);
    Members members = new Members(asked);
    Disabilities disabilities = new Disabilities(asked, members);
    Work work = new Work(asked, members, disabilities);
    PovertyLines lines = new PovertyLines(asked, income, work);
    Spending spending = new Spending(asked, lines);
    return new Indicators(
        new Days(asked),
        new Parameters(asked),
        spending,
        income,
        lines,
        new Owed(asked, income, lines),
        new Entitlement(asked, income, spending, lines),
        new Classes(asked),
        new Grace(asked),
        new Aid(asked),
        new Grants(asked),
        new Duplicates(asked),
        new Referrals(asked),
        members,
        disabilities,
        work,
        new Health(asked),
        new Schooling(asked),
        new Disasters(asked),
        new Accidents(asked),
        new Property(asked),
        new Utilities(asked),
        new Feeds(asked));
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
