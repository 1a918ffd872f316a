package io.hearthwatch.io.policy;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.PaymentMade;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** Money that came or went, and aid. */
final class MoneyWords implements EventWords {

  private final UnaryOperator<String> idOfLabel;

  /**
   * Knows the words.
   *
   * @param idOfLabel the event id of what has this label; anything else stays as it is written
   */
  MoneyWords(UnaryOperator<String> idOfLabel) {
    this.idOfLabel = idOfLabel;
  }

  @Override
  public Said said(EventFields event, LocalDate on) {
    if (event.has("grant")) {
      return new Said(
          new GrantApproved(
              event.code("grant"),
              event.code("cause", "other"),
              event.month("month", on),
              event.requiredFen("amount"),
              event.optionalText("disaster-id"),
              null),
          event.optionalText("who"),
          "civil-affairs");
    }
    if (event.has("payment")) {
      String of = event.optionalText("of");
      return new Said(
          new PaymentMade(
              event.code("payment"),
              of == null ? null : idOfLabel.apply(of),
              event.month("month", on),
              event.requiredFen("amount")),
          event.optionalText("who"),
          "civil-affairs");
    }
    if (event.has("income")) {
      return new Said(
          new IncomeReceived(
              event.month("month", on),
              event.code("income-kind", "wage"),
              event.requiredFen("income")),
          event.optionalText("who"),
          "human-resources");
    }
    if (event.has("bill")) {
      return new Said(
          expense("medical", event, "bill"), event.optionalText("who"), "medical-insurance");
    }
    if (event.has("expense")) {
      return new Said(
          expense(event.code("for"), event, "expense"), event.optionalText("who"), "finance");
    }
    return null;
  }

  private static EventBody expense(String category, EventFields event, String key) {
    return new ExpenseIncurred(
        category, event.requiredFen(key), event.fen("covered"), 0, 0, 0, 0, 0);
  }
}
