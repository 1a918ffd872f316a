package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A bill, and what each payer covered of it; what remains was paid by the household itself.
 *
 * @param category medical, education, housing, rehabilitation, disaster-repair (these five are
 *     rigid), insurance, loan, living, other
 * @param grossFen fen; the whole bill
 * @param basicInsuranceFen fen; covered by basic insurance
 * @param seriousIllnessFen fen; covered by serious-illness insurance
 * @param medicalAidFen fen; covered by medical aid
 * @param commercialFen fen; covered by commercial insurance
 * @param subsidyFen fen; covered by a public subsidy
 * @param charityFen fen; covered by charity
 */
public record ExpenseIncurred(
    String category,
    long grossFen,
    long basicInsuranceFen,
    long seriousIllnessFen,
    long medicalAidFen,
    long commercialFen,
    long subsidyFen,
    long charityFen)
    implements EventBody {

  public ExpenseIncurred {
    Limits.code("category", category);
    Limits.amount("grossFen", grossFen);
    Limits.amount("basicInsuranceFen", basicInsuranceFen);
    Limits.amount("seriousIllnessFen", seriousIllnessFen);
    Limits.amount("medicalAidFen", medicalAidFen);
    Limits.amount("commercialFen", commercialFen);
    Limits.amount("subsidyFen", subsidyFen);
    Limits.amount("charityFen", charityFen);
    if (coveredFen(
            basicInsuranceFen,
            seriousIllnessFen,
            medicalAidFen,
            commercialFen,
            subsidyFen,
            charityFen)
        > grossFen) {
      // Neither sum is said: the text goes into dead letters and reports.
      throw new IllegalArgumentException("what others covered is more than the bill");
    }
  }

  /** Reads the fields in the order of {@link #write}. */
  public static ExpenseIncurred read(FieldReader in) {
    return new ExpenseIncurred(
        in.text(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number());
  }

  @Override
  public EventType type() {
    return EventType.EXPENSE_INCURRED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("category", category);
    out.number("grossFen", grossFen);
    out.number("basicInsuranceFen", basicInsuranceFen);
    out.number("seriousIllnessFen", seriousIllnessFen);
    out.number("medicalAidFen", medicalAidFen);
    out.number("commercialFen", commercialFen);
    out.number("subsidyFen", subsidyFen);
    out.number("charityFen", charityFen);
  }

  /**
   * What the household paid itself, in fen: the bill less everything that somebody else covered.
   */
  public long netFen() {
    return grossFen
        - coveredFen(
            basicInsuranceFen,
            seriousIllnessFen,
            medicalAidFen,
            commercialFen,
            subsidyFen,
            charityFen);
  }

  /** None is over 10^14: six of them cannot leave the range of a long. */
  private static long coveredFen(
      long basicInsuranceFen,
      long seriousIllnessFen,
      long medicalAidFen,
      long commercialFen,
      long subsidyFen,
      long charityFen) {
    return basicInsuranceFen
        + seriousIllnessFen
        + medicalAidFen
        + commercialFen
        + subsidyFen
        + charityFen;
  }
}
