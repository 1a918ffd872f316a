package io.hearthwatch.domain.relief;

import java.util.List;

/** Why a line of a statement is as it is, beside that of the month before. */
public sealed interface ChangeReason {

  /** The month before had no such line. */
  record FirstThisMonth() implements ChangeReason {}

  /** It comes to the same. */
  record SameAsBefore() implements ChangeReason {}

  /** The household came into the class whose programme it is, or left it. */
  record ClassChanged(List<String> from, List<String> to) implements ChangeReason {}

  /** The department corrected what it had said of this month. */
  record Corrected(long beforeFen, long afterFen) implements ChangeReason {}

  /** The policy has another value than in the month before. */
  record PolicyChanged(PolicyCited before, PolicyCited after) implements ChangeReason {}

  /** It had been said for this month, and was corrected away or voided. */
  record TakenBack(long beforeFen) implements ChangeReason {}

  /** Nothing was granted or paid for this month. */
  record NotGivenAgain() implements ChangeReason {}

  /** The department gives another amount; the records do not say why. */
  record SetAnew() implements ChangeReason {}
}
